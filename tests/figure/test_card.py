"""A card has room for all that it says: no row of its legend meets the credit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import geo
from geo.figure.card import HEIGHT, draw_card
from geo.figure.layout import Texts
from geo.page.markup import tag
from geo.page.rendering import SheetMap

MAPS = Path(__file__).parents[2] / "maps"
LANGUAGES = ("de", "en", "es", "fr", "pl", "uk")
PARIS = "paris-2025-03-11"
DRAWN = [("coalition", False), ("coalition", True), (PARIS, False)]


def lines(
    node: ET.Element, y: float = 0, scale: float = 1
) -> Iterator[tuple[str, float, float]]:
    """Give each line of text with its upper and its lower edge."""
    place = node.get("transform", "")
    if moved := re.search(r"translate\([-\d.]+ ([-\d.]+)\)", place):
        y += scale * float(moved[1])
    if scaled := re.search(r"scale\(([\d.]+)\)", place):
        scale *= float(scaled[1])
    if node.tag.endswith("text") and (size := node.get("font-size")):
        for line in node:
            base = y + scale * float(line.get("y", 0))
            height = scale * float(size)
            yield "".join(line.itertext()), base - 0.8 * height, base + 0.2 * height
    for child in node:
        yield from lines(child, y, scale)


def assert_apart(side: ET.Element, foot: ET.Element) -> None:
    said, credit = list(lines(side)), list(lines(foot))
    assert len(said) > 4
    assert credit
    top = min(upper for _, upper, _ in credit)
    assert [text for text, _, lower in said if lower > top] == []
    assert max(lower for *_, lower in credit) <= HEIGHT


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "strips"), DRAWN)
def test_no_row_of_the_legend_meets_the_credit(
    name: str, strips: bool, language: str
) -> None:
    figure = geo.draw_figure(MAPS / f"{name}.toml", language=language, strips=strips)
    card = ET.fromstring(figure.draw_card())  # noqa: S314  # our own
    side, foot, _ = card[-1]
    assert_apart(side, foot)


def test_a_legend_of_any_length_stands_over_the_credit() -> None:
    rows = [tag("li", {}, tag("span", {}, "±"), tag("span", {}, "word " * 30))] * 20
    explained = [tag("h3", {}, "Title"), tag("ul", {}, *rows)]
    texts = Texts("long title " * 20, "", "aside " * 20, [], "en")
    drawn = SheetMap(374, HEIGHT, is_globe=False, mark_scale=1, marks=[], words="")
    card = draw_card(drawn, explained, texts, "credit " * 20)
    side, foot, _ = card.marks
    assert_apart(side, foot)


def test_a_card_of_strips_does_not_call_its_map_strips() -> None:
    """A card shows the map, so what it says over it is what the map shows."""
    figure = geo.draw_figure(MAPS / "coalition.toml", strips=True, language="fr")
    card = ET.fromstring(figure.draw_card())  # noqa: S314  # our own
    said = " ".join(text.strip() for text, *_ in lines(card))
    assert "Troupes promises" in said
    assert "· Europe" in said
    assert "Les positions" not in said


def test_a_count_within_parentheses_has_the_semicolon_of_its_language() -> None:
    """For "10 (1 weak)" stands in parentheses itself there."""
    figure = geo.draw_figure(MAPS / "coalition.toml", language="fr")
    for svg in (figure.svg, figure.draw_card()):
        said = " ".join(line for line, *_ in lines(ET.fromstring(svg)))  # noqa: S314
        assert re.search("\\(\\d+\u00a0; ?peu fiables", said), said
