"""A figure in a document, through LibreOffice into PDF, where that is installed."""

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from odf.draw import Frame, Image
from odf.opendocument import OpenDocumentText
from odf.text import P
from pypdf import PdfReader

from geo.figure.sheet import Sheet

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]


def converted(folder: Path, source: Path, form: str) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", form, source.name]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
    return source.with_suffix(f".{form}")


@pytest.mark.parametrize("form", ["odt", "docx"])
def test_svg_and_png_come_out_of_a_document(
    figures: dict[str, Sheet], tmp_path: Path, form: str
) -> None:
    figure = figures["coalition"]
    document = OpenDocumentText()
    for name, content in figure.files(("svg", "png")).items():
        if name.endswith((".svg", "@2x.png")):
            (tmp_path / name).write_bytes(content)
            frame = Frame(width="16cm", height="20cm", anchortype="as-char")
            frame.addElement(Image(href=document.addPicture(str(tmp_path / name))))
            paragraph = P()
            paragraph.addElement(frame)
            document.text.addElement(paragraph)
    source = tmp_path / "report.odt"
    document.save(str(source))
    if form != "odt":
        source = converted(tmp_path, source, form)
    pages = PdfReader(io.BytesIO(converted(tmp_path, source, "pdf").read_bytes())).pages
    assert len(pages) == 2
    # An ODT keeps the drawing's text as text, a DOCX holds a picture of it as well.
    if form == "odt":
        assert "Pledged troops" in " ".join(pages[0].extract_text().split())
    for page in pages:
        contents = page.get_contents()
        assert contents is not None
        assert b" Do" in contents.get_data()
