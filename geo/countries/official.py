"""Official names that grammar makes from short ones: "Kipras" to "Kipro Respublika".

Where a language declines the name inside its official form, no list of short names
finds it.  ``data/names/official_forms.csv`` says, for such a language and a form of
state, the pattern and which endings of the short name become which; a country gets
the official name of its own form only.  An ending too many makes a word that nobody
writes, so that the rules may be plain; a key that two countries would share is left
out by :mod:`geo.countries.derive`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geo.countries.codes import entries
from geo.countries.files import rows


@dataclass(frozen=True)
class Rule:
    """A pattern with one ``{}``, and pairs of endings: nominative, inside it."""

    form: str
    pattern: str
    endings: tuple[tuple[str, str], ...]


def official_names(short: str, iso_a3: str, language: str) -> Iterator[str]:
    """Give the official names of a country that follow from a short name."""
    for rule in _rules().get(language, ()):
        if rule.form in entries()[iso_a3].state_forms:
            for nominative, inside in rule.endings:
                if short.endswith(nominative):
                    stem = short[: len(short) - len(nominative)]
                    yield rule.pattern.format(stem + inside)


@cache
def _rules() -> dict[str, list[Rule]]:
    table: dict[str, list[Rule]] = {}
    for row in rows("names/official_forms.csv"):
        pairs = (pair.partition(":") for pair in row["endings"].split())
        endings = tuple((nominative, inside) for nominative, _, inside in pairs)
        rule = Rule(row["form"], row["pattern"], endings)
        table.setdefault(row["language"], []).append(rule)
    return table
