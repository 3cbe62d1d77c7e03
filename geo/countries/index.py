"""The index of names: from a folded key to what it names, loaded in layers.

======================== ============================================== ==============
layer                    holds                                          loaded
======================== ============================================== ==============
``names/ambiguous.csv``  names of several countries, a reason each      with any name
``names/not_countries``  organisations, regions, totals, parts          with any name
``aliases.csv``          names that CLDR lacks, edited by people        with any name
``names/index-en-fr``    CLDR, Natural Earth: English and French        with any name
``names/index-world``    the same in every other language               when not found
``names/index-declined`` forms of names inside official ones            with a form
``names/demonyms.csv``   "British", "Spanish"                           if asked for
======================== ============================================== ==============

The first four are one table, of which earlier layers take precedence.  The index
files are derived by :mod:`data.derive.names`, which has settled every collision.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import cast

from geo.countries.answers import Ambiguous, Answer, Country, NoCountryKind, NotACountry
from geo.countries.codes import entries
from geo.countries.files import names, rows
from geo.countries.normal import fold
from geo.shipped import shipped

Keys = dict[str, Answer]

CODE = "code in wide use"  # the note of an alias that is read in capitals only


@cache
def near() -> Keys:
    """Return what is loaded with any name: English, French and what people typed."""
    table = derived("names/index-en-fr.txt")
    table.update(aliases())
    table.update(_not_countries())
    table.update(_ambiguous())
    return table


@cache
def world() -> Keys:
    """Return names in all other languages; keys of accents kept begin with ``!``."""
    return derived("names/index-world.txt")


@cache
def declined() -> Keys:
    """Return the forms of names that stand only between words for a form of state."""
    return derived("names/index-declined.txt")


@cache
def demonyms() -> Keys:
    """Return the demonyms, such as "British"."""
    table: Keys = {}
    for row in rows("names/demonyms.csv"):
        answer = _answer(row["iso_a3"])
        table.update((fold(name), answer) for name in names(row["demonyms"]))
    return table


@cache
def aliases() -> Keys:
    """Return the aliases of ``data/aliases.csv`` that are names."""
    return {
        fold(row["alias"]): Country(row["iso_a3"])
        for row in rows("aliases.csv")
        if row["note"] != CODE
    }


@cache
def alias_codes() -> dict[str, str]:
    """Return the aliases that are codes: UK, EL, GER; read in capitals only."""
    return {
        row["alias"]: row["iso_a3"]
        for row in rows("aliases.csv")
        if row["note"] == CODE
    }


def _not_countries() -> Iterator[tuple[str, Answer]]:
    for row in rows("names/not_countries.csv"):
        answer = NotACountry(row["what"], cast(NoCountryKind, row["kind"]))
        yield from ((fold(name), answer) for name in names(row["names"]))


def _ambiguous() -> Iterator[tuple[str, Answer]]:
    for row in rows("names/ambiguous.csv"):
        answer = Ambiguous(tuple(row["candidates"].split()), row["reason"])
        yield from ((fold(name), answer) for name in names(row["names"]))


def derived(relative: str) -> Keys:
    """Return one of the derived files: a line a target, then its keys."""
    table: Keys = {}
    for line in shipped(relative).read_text(encoding="utf-8").splitlines():
        target, *keys = line.split(" ")
        table.update(dict.fromkeys(keys, _answer(target)))
    return table


@cache
def _answer(target: str) -> Answer:
    """Return the answer for a target of the index: ``FRA``, ``150`` or ``COG+COD``."""
    parts = target.split("+")
    if len(parts) > 1 and not any(part in entries() for part in parts):
        return regions()[parts[0]]
    if len(parts) > 1:
        meanings = " and of ".join(_named(part) for part in parts)
        return Ambiguous(
            tuple(part for part in parts if part in entries()),
            f"languages differ: it is the name of {meanings}",
        )
    return Country(target) if target in entries() else regions()[target]


def _named(part: str) -> str:
    entry = entries().get(part)
    return f"{entry.name_en} ({part})" if entry else regions()[part].what


@cache
def regions() -> dict[str, NotACountry]:
    """Return the codes of CLDR that are no countries: M49 regions, EU, UN, islands."""
    return {
        row["code"]: NotACountry(row["what"], cast(NoCountryKind, row["kind"]))
        for row in rows("names/regions.csv")
    }
