"""Country names, dates, numbers and lists in a language, from CLDR.

Names come from a table of ours, all else through Babel.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

import geopandas as gpd

from geo.cells.dates import PartialDate
from geo.countries import files

# The CLDR locale of a language, where it is not the language alone: English as Europe
# writes dates.
LOCALES = {"en": "en_GB"}

# CLDR's minimumGroupingDigits is 2 in these, which Babel does not know: 3000, 30.000.
_FOUR_DIGITS_TOGETHER = frozenset({"es", "pl"})

ListStyle = Literal["standard", "unit", "or"]

# Alphabets with letters of their own; elsewhere an accent does not change the order.
_ALPHABETS = {
    "es": "abcdefghijklmnñopqrstuvwxyz",
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}

_SPANISH_SOUNDS = (
    ("y", "e", re.compile(r"i|hi(?![ae])", re.IGNORECASE)),
    ("o", "u", re.compile(r"h?o|8|11(?!\S)", re.IGNORECASE)),
)


@cache
def locale(language: str) -> Locale:
    return Locale.parse(LOCALES.get(language, language))


def country_names(features: gpd.GeoDataFrame, language: str) -> dict[str, str]:
    """Return the name of every country by ``iso_a3``.

    They are CLDR's of one release, derived by ``data/derive/names/shown.py``: of
    another one the same tables would give other pages.  A language that the table
    lacks has those of the installed release.  A unit that CLDR does not name keeps
    Natural Earth's English name.
    """
    columns = (features[name] for name in ("iso_a3", "iso_a2", "name"))
    rows = list(zip(*columns, strict=True))
    known = _shown(language)
    if not known:
        named = locale(language).territories
        return {key: named.get(alpha2, name) for key, alpha2, name in rows}
    return {key: known.get(key, name) for key, _, name in rows}


@cache
def _shown(language: str) -> dict[str, str]:
    table = files.rows("names/shown.csv")
    return {row["iso_a3"]: row[language] for row in table if language in row}


def other_names(language: str) -> dict[str, list[str]]:
    """Return what readers call a country besides its name: "UK", "Great Britain".

    For the search of the page; a table's names are read by :mod:`geo.countries`.
    """
    table = files.rows("names/also_called.csv")
    told = {row["iso_a3"]: files.names(row.get(language, "")) for row in table}
    return {key: names for key, names in told.items() if names}


def date_text(day: PartialDate, language: str) -> str:
    """Write a date in words, with the precision that it has: "11 March 2025"."""
    first: date = day.first
    if day.precision == "day":
        return format_date(first, "long", locale=locale(language))
    skeleton = {"month": "yMMMM", "year": "y"}[day.precision]
    return format_skeleton(skeleton, first, locale=locale(language))


def month_text(day: date, language: str) -> str:
    """Write a month without its year, in short: "Mar"."""
    return format_skeleton("MMM", day, locale=locale(language))


def stopped(text: str) -> str:
    """End a text in a full stop; one that ends in an abbreviation has it already."""
    return text if text.endswith(".") else f"{text}."


def number_text(number: float, language: str) -> str:
    """Write a number with its digits grouped: "3,000"."""
    grouped = language not in _FOUR_DIGITS_TOGETHER or abs(number) >= 10_000
    return format_decimal(number, locale=locale(language), group_separator=grouped)


def list_text(
    items: Iterable[str],
    language: str,
    style: ListStyle = "standard",
) -> str:
    """Write a list in words: "Estonia, France and the United Kingdom".

    In the style ``unit`` it is a mere enumeration: "Estonia, France, Latvia"; in the
    style ``or`` one of them holds: "3,000 or 3,500".
    """
    names, known = list(items), locale(language).list_patterns
    if style != "unit":
        text = format_list(names, style, locale=locale(language))
        return _sounding(text, names[-1]) if language == "es" and names[1:] else text
    # Babel has only what differs from the standard list, and fails where that is part.
    unit = known.get("unit") or known.get("unit-short") or {}
    return _enumeration(names, {**known["standard"], **unit})


def _sounding(text: str, last: str) -> str:
    """Write the Spanish "y" and "o" as they sound before the last name of a list.

    As Intl.ListFormat does, and Babel does not: "Francia e Italia", "7 u 8".
    """
    for word, other, before in _SPANISH_SOUNDS:
        ending = f" {word} {last}"
        if before.match(last) and text.endswith(ending):
            return f"{text.removesuffix(ending)} {other} {last}"
    return text


def _enumeration(names: list[str], patterns: Mapping[str, str]) -> str:
    """Put names together as Unicode Technical Standard 35 (list patterns) says."""
    if len(names) < 3:
        return patterns["2"].format(*names) if names[1:] else "".join(names)
    first, *between, last = names
    text = first
    for at, name in enumerate(between):
        text = patterns["middle" if at else "start"].format(text, name)
    return patterns["end"].format(text, last)


def sort_key(name: str, language: str) -> tuple[tuple[int, str], ...]:
    """Order names as readers of a language expect, by its alphabet."""
    alphabet = _ALPHABETS.get(language, "")
    composed = unicodedata.normalize("NFC", name.casefold())
    letters = (c if c in alphabet else _plain(c) for c in composed)
    return tuple((alphabet.find(letter), letter) for letter in letters)


def collation_text(name: str, language: str) -> str:
    """Return a text whose code points order names as :func:`sort_key` does."""
    return "".join(f"{chr(ord(' ') + at)}{c}" for at, c in sort_key(name, language))


def plural_form(number: float, language: str) -> str:
    """Return the plural form that goes with a number: "one", "few", "other"."""
    return locale(language).plural_form(number)


def _plain(letter: str) -> str:
    """Return a letter without its accents."""
    folded = unicodedata.normalize("NFKD", letter)
    return "".join(c for c in folded if not unicodedata.combining(c))
