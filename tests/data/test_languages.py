"""How far the shipped maps are told in other languages than English."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from geo.boundaries.files import shipped
from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.definitions.load import load_map
from geo.page.compose import compose
from geo.page.parts import PageParts
from geo.tables.records import Source
from geo.words import LANGUAGES

ROOT = Path(__file__).parents[2]


def opened_in(slug: str, language: str) -> PageParts:
    """The parts of a shipped map's page that opens in a language."""
    definition = ROOT / "maps" / f"{slug}.toml"
    loaded, _ = load_map(definition, ROOT / "data", boundary_keys(), language)
    assert loaded
    topology = shipped("boundaries.topojson")
    parts: PageParts = compose(loaded, read_boundaries(), topology).get_root().parts
    return parts


@pytest.fixture(scope="module", params=["coalition", "paris-2025-03-11"])
def french(request: pytest.FixtureRequest) -> PageParts:
    return opened_in(request.param, "fr")


class _English(HTMLParser):
    """Collects what says that it is English, but for titles of pages."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._item = ""
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag == "li":
            self._item = known.get("id") or ""
        is_title = tag == "a" and self._item.startswith("source-")
        if known.get("lang") == "en" and not is_title:
            self._inside = tag
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def english(*parts: str) -> list[str]:
    reader = _English()
    for part in parts:
        reader.feed(part)
    return reader.found


def round_the_map(parts: PageParts) -> tuple[str, ...]:
    return parts.heading, parts.legend, parts.unplaced, parts.tables, parts.about


def test_no_text_on_a_french_page_is_english(french: PageParts) -> None:
    assert english(*round_the_map(french)) == []


def test_french_semicolons_have_their_space(french: PageParts) -> None:
    countries, _, _ = french.tables.partition("</tbody>")
    text = re.sub(r"<[^>]*>", "", countries.replace("&#x27;", "’"))
    assert re.findall(r"\w+;.{9}", text) == []
    picture = re.sub(r"<[^>]*>", "", french.picture.replace("&#x27;", "’"))
    assert re.findall(r"\w+;.{9}", picture) == []


def free_texts_of(payload: dict) -> list[object]:
    """Every free text of the rows that the panels show: its place, or itself."""
    keys = ("text", "speaker", "conditions_note", "note", "person")
    found: list[object] = []
    for name in ("statements", "participations"):
        table = payload[name]
        for row in table["rows"].values():
            known = dict(zip(table["keys"], row, strict=False))
            found += [known.get(key) for key in keys]
            found.append((known.get("figure") or {}).get("words"))
    counts = (m.get("counts", ()) for m in payload["meetings"].values())
    found += [count.get("text") for each in counts for count in each]
    return [text for text in found if text not in (None, "")]


def test_every_text_of_the_panels_is_told_in_french(french: PageParts) -> None:
    payload = json.loads(french.payload)
    french_texts = payload["texts"]["fr"]
    shown = set(re.findall(r'data-text="(\d+)"', french.tables + french.unplaced))
    for text in free_texts_of(payload):
        if isinstance(text, int):
            assert str(text) in shown or french_texts[text], text
        else:
            # What is no text in any language: names.
            assert re.fullmatch(r"([A-Z][a-z]+)(, [A-Z][a-z]+)*", str(text)), text


def sources() -> Mapping[str, Source]:
    loaded, _ = load_map(ROOT / "maps/coalition.toml", ROOT / "data", boundary_keys())
    assert loaded
    return loaded.dataset.sources


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_the_article_is_told_whole_and_what_decides_everywhere(language: str) -> None:
    article = opened_in("paris-2025-03-11", language)
    publishers = {source.publisher for source in sources().values()}
    assert set(english(*round_the_map(article))) <= publishers
    countries, _, _ = opened_in("coalition", language).tables.partition("</tbody>")
    assert set(english(countries)) <= publishers
