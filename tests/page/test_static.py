"""What a page says without its script: put together it reads as sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from page_modules import page_functions

from geo.boundaries.files import shipped
from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.definitions.load import MapInput, load_map
from geo.page import rendering
from geo.page.compose import compose
from geo.page.parts import PageParts
from geo.page.state import map_state
from geo.words import LANGUAGES

ROOT = Path(__file__).parents[2]


def coalition(language: str | None = None) -> MapInput:
    keys = boundary_keys()
    loaded, _ = load_map(ROOT / "maps/coalition.toml", ROOT / "data", keys, language)
    assert loaded
    return loaded


def parts_of(loaded: MapInput) -> PageParts:
    topology = shipped("boundaries.topojson")
    root: Any = compose(loaded, read_boundaries(), topology).get_root()
    parts: PageParts = root.parts
    return parts


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


@cache
def items(language: str) -> list[str]:
    """The coalition's list of what has no place on the map."""
    html = parts_of(coalition(language)).unplaced
    return [text_of(item) for item in re.findall(r"<li .*?</li>", html)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_item_has_the_colon_of_its_language(language: str) -> None:
    colon = "\u00a0: " if language == "fr" else ": "
    assert items(language)
    for text in items(language):
        name = text.partition(colon)[0]
        assert 0 < len(name) < 80, text
        assert name == name.strip(), text


def test_what_is_counted_is_said_once() -> None:
    texts = " | ".join(items("en"))
    assert "about 6 countries that discuss sending troops" in texts
    assert "70 headquarters staff of the force" in texts
    assert "up to 30,000 troops, the whole force" in texts


def test_a_meeting_is_told_by_name_and_date_and_how_without_a_capital() -> None:
    texts = items("en")
    told = "Video meeting of leaders, 25 November 2025, by videoconference. "
    assert any(told in text for text in texts)
    assert any("London summit on Ukraine, 2 March 2025, by phone, " in t for t in texts)


def rows(html: str, attribute: str) -> list[list[str]]:
    found = re.findall(rf"<tr {attribute}.*?</tr>", html)
    cells = (re.findall(r"<t[hd].*?</t[hd]>", row) for row in found)
    return [[text_of(cell) for cell in row] for row in cells]


def test_a_countrys_row_says_status_date_figures_and_basis() -> None:
    html = parts_of(coalition()).tables
    (france,) = (row for row in rows(html, "data-row") if row[0] == "France")
    assert france[1:3] == [
        "Pledged troops",
        "Since 2 March 2025, last said 6 January 2026",
    ]
    assert france[3] == (
        "“several thousand” pledged"
        "6,000 estimated by others, weak sources only, 8 January 2026"
    )
    assert france[4].endswith(" President of Ukraine (official text)")


def test_statements_stand_newest_first_with_all_that_is_known() -> None:
    loaded = coalition()
    found = rows(parts_of(loaded).tables, 'id="said-')
    newest = sorted(loaded.statements.values(), key=lambda s: s.date.first)[::-1]
    assert len(found) == len(newest)
    assert {len(row) for row in found} == {9}
    texts = [row[5] for row in found]
    assert sorted(texts) == sorted(said.statement for said in newest)
    assert found[0][5] in {s.statement for s in newest if s.date == newest[0].date}


HOSTILE = (
    "<img src=x onerror=alert(1)> & \"quoted\" 'too' </td>\rA\u2028{{ 7*7 }} $title"
)


def test_what_is_not_there_is_not_said() -> None:
    """A part that a page lacks must not become a text of the script's."""
    parts = parts_of(coalition("en"))
    html = (parts.heading, parts.legend, parts.strips, parts.unplaced, parts.tables,
            parts.below, parts.about)  # fmt: skip
    texts = re.findall(r">([^<]*)<", "".join(html))
    assert {"undefined", "false", "null", "NaN"} & {*map(str.strip, texts)} == set()


def test_what_a_cell_holds_stays_text() -> None:
    loaded = coalition()
    said = next(iter(loaded.statements.values()))
    hostile = replace(said, statement=HOSTILE, speaker=HOSTILE)
    source = replace(
        loaded.dataset.sources[said.source], title=HOSTILE, publisher=HOSTILE
    )
    dataset = replace(
        loaded.dataset,
        statements={**loaded.dataset.statements, said.id: hostile},
        sources={**loaded.dataset.sources, source.id: source},
    )
    html = parts_of(replace(loaded, dataset=dataset)).tables
    assert "<img" not in html
    assert "\r" not in html
    (row,) = re.findall(rf'<tr id="said-{said.id}".*?</tr>', html)
    cells = [text_of(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
    assert cells[5] == cells[6] == cells[8] == HOSTILE
    (entry,) = re.findall(rf'<li id="source-{re.escape(source.id)}".*?</li>', html)
    assert text_of(entry).count(HOSTILE) == 2


def test_a_map_of_chosen_countries_says_so_of_the_others_in_its_legend() -> None:
    loaded = coalition()
    chosen = replace(loaded.definition, countries=("FRA", "GBR"))
    legend = text_of(parts_of(replace(loaded, definition=chosen)).legend)
    assert "No data, or not chosen for this map" in legend


def headlines(loaded: MapInput, **sentences: Mapping[str, str]) -> dict[str, str]:
    definition = replace(loaded.definition, **{"headline_none": {}, **sentences})
    state = map_state(replace(loaded, definition=definition), read_boundaries())
    return rendering.headlines(state.values)


def test_a_headline_in_a_language_that_the_page_lacks_has_that_languages_words() -> (
    None
):
    loaded = coalition("fr")
    definition = replace(loaded.definition, languages=("fr",))
    sentence = "{countries:pledged_troops}; {figure:EST|pledge}"
    french = replace(loaded, definition=definition)
    told = headlines(french, headline={"en": sentence})
    assert told["en"] == (
        "Estonia, France, Lithuania and the United Kingdom; “up to one company”"
    )


def test_countries_without_data_are_counted_too() -> None:
    told = headlines(coalition(), headline={"en": "{count:no_data}"})
    assert int(told["en"]) > 150


@pytest.mark.parametrize(
    ("form", "forms", "word"),
    [
        ("one", ["offers", "offer"], "offers"),
        ("other", ["offers", "offer"], "offer"),
        ("few", ["kraj", "kraje", "krajów"], "kraje"),
        ("few", ["offers", "offer"], "offer"),
    ],
)
def test_a_word_agrees_with_a_number(form: str, forms: list[str], word: str) -> None:
    call = page_functions(
        ["still/without_browser.js", "words/headline.js"], ["agreeing"]
    )
    assert call("agreeing", form, forms) == word
