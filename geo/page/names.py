"""Country names, dates and lists in a language, from CLDR (through Babel)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

import geopandas as gpd

from geo.cells.dates import PartialDate

# The CLDR locale of each language of the page: English as Europe writes dates.
LOCALES = {"en": "en_GB", "fr": "fr"}


@cache
def locale(language: str) -> Locale:
    return Locale.parse(LOCALES[language])


def country_names(features: gpd.GeoDataFrame, language: str) -> dict[str, str]:
    """Give the name of every country by ``iso_a3``.

    A unit that CLDR does not name keeps Natural Earth's English name.
    """
    territories = locale(language).territories
    columns = ("iso_a3", "iso_a2", "name")
    rows = zip(*(features[name] for name in columns), strict=True)
    return {key: territories.get(alpha2, name) for key, alpha2, name in rows}


def date_text(day: PartialDate, language: str) -> str:
    """Write a date in words, with the precision that it has: "11 March 2025"."""
    patterns = {"day": "d MMMM y", "month": "MMMM y", "year": "y"}
    first: date = day.first
    return format_date(first, patterns[day.precision], locale=locale(language))


def list_text(items: Iterable[str], language: str) -> str:
    """Write a list in words: "Estonia, France and the United Kingdom"."""
    return format_list(list(items), locale=locale(language))


def sort_key(name: str) -> str:
    """Order names as readers expect: accents do not count."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in folded if not unicodedata.combining(c))
