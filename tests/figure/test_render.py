"""Pixels and PDF: of the right size, with their fonts, tagged, and not blank."""

import io
import struct
import zlib
from dataclasses import replace

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from geo.figure.sheet import Sheet

pytestmark = pytest.mark.slow

NAMES = ["coalition", "paris", "world", "grey", "dates"]


def size_of(png: bytes) -> tuple[int, int]:
    return struct.unpack(">II", png[16:24])  # type: ignore[return-value]


def height_of(figure: Sheet) -> int:
    return int(figure.svg.partition(' height="')[2].partition('"')[0])


@pytest.mark.parametrize("name", NAMES)
def test_a_png_has_as_many_pixels_as_asked(
    figures: dict[str, Sheet], name: str
) -> None:
    figure = figures[name]
    for scale in (1, 2) if name == "paris" else (1,):
        assert size_of(figure.png(scale)) == (
            scale * figure.width_px,
            scale * height_of(figure),
        )


@pytest.mark.parametrize("name", ["coalition", "dates"])
def test_a_card_has_the_size_that_networks_show(
    figures: dict[str, Sheet], name: str
) -> None:
    assert size_of(figures[name].card()) == (1200, 630)


def test_another_language_is_another_picture(figures: dict[str, Sheet]) -> None:
    """Letters are drawn at all: without fonts both would be the same marks."""
    figure = figures["coalition"]
    retitled = figure.drawn.replace(">Who would send", ">Xxx xxxxx xxxx")
    assert retitled != figure.drawn
    assert replace(figure, drawn=retitled).png() != figure.png()


def structure(reader: PdfReader) -> list[DictionaryObject]:
    """Every element of the document's structure."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if not isinstance(element, DictionaryObject):
            continue
        found.append(element)
        kids = element.get("/K", [])
        waiting += kids if isinstance(kids, list) else [kids]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_pdf_is_tagged_with_its_alternative_text(
    figures: dict[str, Sheet], name: str
) -> None:
    figure = figures[name]
    reader = PdfReader(io.BytesIO(figure.pdf()))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is not None
    assert bool(root["/MarkInfo"]["/Marked"].value)
    assert root["/Lang"] == figure.language
    assert reader.metadata is not None
    assert reader.metadata.title == figure.title
    assert "pdfuaid:part>1<" in root["/Metadata"].get_object().get_data().decode()
    alternatives = [e["/Alt"] for e in structure(reader) if e.get("/S") == "/Figure"]
    assert alternatives == [figure.alt]


@pytest.mark.parametrize("name", NAMES)
def test_a_pdf_is_one_page_of_the_figures_size_with_its_fonts(
    figures: dict[str, Sheet], name: str
) -> None:
    figure = figures[name]
    reader = PdfReader(io.BytesIO(figure.pdf()))
    (page,) = reader.pages
    assert float(page.mediabox.width) == pytest.approx(figure.width_px * 0.75)
    assert float(page.mediabox.height) == pytest.approx(height_of(figure) * 0.75, abs=1)
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        for holder in _with_resources(page)
        for font in holder["/Resources"].get("/Font", {}).values()
    ]
    assert fonts
    for descriptor in fonts:
        assert {"/FontFile2", "/FontFile3"} & set(descriptor.get_object())


def test_the_text_of_a_pdf_is_text_in_any_script(figures: dict[str, Sheet]) -> None:
    text = PdfReader(io.BytesIO(figures["world"].pdf())).pages[0].extract_text()
    assert figures["world"].title in " ".join(text.split())
    assert "Австралія" in text


def _with_resources(page: DictionaryObject) -> list[DictionaryObject]:
    """The page and the forms within it."""
    found: list[DictionaryObject] = [page]
    for holder in found:
        objects = holder.get("/Resources", {}).get("/XObject", {})
        for inner in objects.values():
            stream = inner.get_object()
            if stream.get("/Subtype") == "/Form" and "/Resources" in stream:
                found.append(stream)
    return found


def test_a_png_is_not_blank(figures: dict[str, Sheet]) -> None:
    data = figures["paris"].png()
    start = data.index(b"IDAT") + 4
    length = struct.unpack(">I", data[start - 8 : start - 4])[0]
    pixels = zlib.decompressobj().decompress(data[start : start + length])
    assert len(set(pixels)) > 100
