"""Marks round names and numbers, every one with every other: none changes the value."""

from __future__ import annotations

import itertools

import pytest

from geo import countries
from geo.cells.numerals import Separators
from geo.tables.shorthand import read_figure

NAMES = {
    "Poland": "POL", "Côte d’Ivoire": "CIV", "Deutschland": "DEU", "Кіпр": "CYP",
    "United Kingdom": "GBR", "Bosnia and Herzegovina": "BIH", "Türkiye": "TUR",
    "Corée du Sud": "KOR", "Estados Unidos": "USA", "Wielka Brytania": "GBR",
    "Congo (Kinshasa)": "COD", "Korea, Republic of": "KOR",
}  # fmt: skip
ROUND_NAMES = (
    "{}*", "{}†", "{}²", "{} [3]", "{}[a]", "{} (1)", "{} (a)", "{}:", "• {}", "- {}",
    "1. {}", "12) {}", "(3) {}", "7 {}", "{} d/", "{} 2/", "{} /b", " {}  ", "“{}”",
    "\N{REGIONAL INDICATOR SYMBOL LETTER F}\N{REGIONAL INDICATOR SYMBOL LETTER R} {}",
)  # fmt: skip
ASIDE = (
    "{} (est.)", "{} (provisional)", "{} – lead nation", "{} (since 2014)",
    "{} (excl. overseas)",
)  # fmt: skip
NUMBERS = {"1250": 1250, "1 250": 1250, "1,250": 1250, "7": 7, "1.2 k": 1200}
ROUND_NUMBERS = (
    "{}*", "{} *", "{}†", "{}[12]", "{} [a]", "{}¹²", "{} (a)", "{}; rotating",
    "{} (rotating)", "{} – in Mali", "{}, including 3 officers", "{} troops; in Mali",
    "{} ground troops", "{}, dont 4 officiers", "{}, davon 2 Frauen", "*{}",
)  # fmt: skip
TURNED = (
    "{} (planned 3,000)", "{} planned", "{}; not confirmed", "{} (of 9000)", "{} %",
    "{} (million)", "{} and 200 police", "{}, and 200 police", "{} tanks", "{} (5)",
    "{} former troops", "{} – withdrawn", "minus {}",
)  # fmt: skip


@pytest.mark.parametrize("mark", ROUND_NAMES + ASIDE)
def test_no_mark_changes_a_name(mark: str) -> None:
    read = {name: countries.resolve(mark.format(name)) for name in NAMES}
    assert read == {name: countries.Country(iso) for name, iso in NAMES.items()}
    kept = {answer.has_remark for answer in read.values() if hasattr(answer, "iso_a3")}
    assert kept == {mark in ASIDE}


@pytest.mark.parametrize("mark", ROUND_NAMES + ASIDE)
def test_no_mark_makes_a_country(mark: str) -> None:
    for text in ("Xyzzy", "Polnad", "Guinea", "Africa", "Poland and Spain", "y", "no"):
        answer = countries.resolve(mark.format(text))
        assert not isinstance(answer, countries.Country), answer


def test_no_mark_changes_a_number() -> None:
    for (text, number), mark in itertools.product(NUMBERS.items(), ROUND_NUMBERS):
        cell = mark.format(text)
        values = read_figure(cell, None, Separators.COMMA_GROUPS)
        assert isinstance(values, dict), cell
        found = (values["troops_min"], values["troops_max"], values["note"])
        assert found == (number, number, cell)


def test_what_turns_a_number_is_refused() -> None:
    for text, mark in itertools.product(NUMBERS, TURNED):
        cell = mark.format(text)
        read = read_figure(cell, None, Separators.COMMA_GROUPS)
        assert not isinstance(read, dict), cell
