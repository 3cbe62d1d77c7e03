"""The SVG: sound, accessible, of the page's marks, and nothing but escaped text."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from geo.building import pledge_map
from geo.figure.draw import draw_figure
from geo.figure.sheet import Sheet

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"


def parse(figure: Sheet) -> ET.Element:
    return ET.fromstring(figure.svg)  # noqa: S314  # our own


def attributes(root: ET.Element, name: str) -> set[str]:
    found = (node.get(name) for node in root.iter())
    return {word for value in found if value for word in value.split()}


def with_data(root: ET.Element) -> set[str]:
    """The countries that a drawing colours by a status."""
    looks = [node for node in root.iter() if node.get("data-weak")]
    looks += [n for n in root.iter() if n.get("data-status", "no_data") != "no_data"]
    return set().union(*(attributes(look, "data-country") for look in looks))


def test_it_says_what_it_shows(figures: dict[str, Sheet]) -> None:
    for figure in figures.values():
        root = parse(figure)
        title, desc = root[0], root[1]
        assert (root.get("role"), root.get("lang")) == ("img", figure.language)
        assert (title.tag, title.text) == (f"{SVG}title", figure.title)
        assert (desc.tag, desc.text) == (f"{SVG}desc", figure.alt)
        assert root.get("width") == str(figure.width_px)


def test_text_is_text_once_and_whole(figures: dict[str, Sheet]) -> None:
    root = parse(figures["coalition"])
    texts = [" ".join("".join(t.itertext()).split()) for t in root.iter(f"{SVG}text")]
    for part in (figures["coalition"].title, "Pledged troops (4)"):
        assert texts.count(part) == 1
    # Nothing pledged has a number: no sizes of circles are explained.
    assert "6,000" not in texts
    assert any(text.startswith("By 27 February 2026, 4 countries") for text in texts)
    assert any(text.startswith("Boundaries: Natural Earth") for text in texts)
    assert any(text.startswith("As of 27 February 2026") for text in texts)


@pytest.mark.parametrize("slug", ["coalition", "paris-2025-03-11"])
def test_a_mark_that_is_on_the_page_is_on_the_figure(
    figures: dict[str, Sheet], slug: str
) -> None:
    drawn = pledge_map(ROOT / "maps" / f"{slug}.toml")
    page = ET.fromstring(drawn.get_root().parts.picture)  # noqa: S314  # our own
    figure = parse(figures[slug.partition("-")[0]])
    for attribute in ("data-row", "data-status", "data-weak"):
        assert attributes(page, attribute) <= attributes(figure, attribute)
    assert attributes(figure, "data-row") - {"sample"} == attributes(page, "data-row")
    # The page's map reaches beyond the view's bounds, at which the figure ends.
    on_page, on_figure = (with_data(root) for root in (page, figure))
    assert on_page - on_figure <= {"CAN", "USA"}
    assert on_figure <= on_page


def test_every_row_of_a_mark_is_a_row_of_the_tables(figures: dict[str, Sheet]) -> None:
    rows = attributes(parse(figures["people"]), "data-row") - {"sample"}
    table = (ROOT / "data" / "participants.csv").read_text(encoding="utf-8")
    ids = {line.partition(",")[0] for line in table.splitlines()}
    assert len(rows) > 20
    assert rows <= ids


def test_an_earlier_date_shows_what_the_page_showed_then() -> None:
    figure = draw_figure(ROOT / "maps" / "coalition.toml", until="2025-07-23")
    assert figure.name == "coalition-europe-en-2025-07-23"
    assert "As of 23 July 2025" in figure.alt
    assert (
        "Lithuania" not in figure.alt.partition("Pledged troops:")[2].partition(".")[0]
    )


def test_small_multiples_have_one_map_a_date_and_one_legend(
    figures: dict[str, Sheet],
) -> None:
    root = parse(figures["dates"])
    maps = [g for g in root.iter(f"{SVG}g") if g.get("clip-path")]
    assert len(maps) == 3
    texts = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    for heading in ("15 mars 2025", "4 septembre 2025", "27 février 2026"):
        assert texts.count(heading) == 1
    assert texts.count("Ce qu’a dit chaque pays") == 1


def test_nothing_is_fetched_and_nothing_runs(figures: dict[str, Sheet]) -> None:
    for figure in figures.values():
        assert "<script" not in figure.svg
        assert not re.search(r'\b(?:href|src)="|@import', figure.svg)
        addresses = re.findall(r"url\(([^)]{1,12})", figure.svg)
        assert all(a.startswith(("#", "data:font")) for a in addresses)


def test_hostile_text_is_text(project: Path, edit) -> None:
    hostile = "</text><script>alert(1)</script>&{{7*7}}]]>"
    edit("maps/small.toml", 'title = "A map"', f"title = {json.dumps(hostile)}")
    edit("data/sources.csv", "A statement", hostile)
    figure = draw_figure(project / "maps" / "small.toml")
    root = parse(figure)
    assert root[0].text == hostile
    assert not list(root.iter(f"{SVG}script"))
    assert figure.pdf().startswith(b"%PDF")


def test_letters_that_the_faces_lack_are_told(project: Path, edit) -> None:
    edit("maps/small.toml", 'title = "A map"', 'title = "地図"')
    assert draw_figure(project / "maps" / "small.toml").lacking == "図地"
