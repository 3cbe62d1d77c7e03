"""The figures that a map draws, meaning by meaning; only pledges are added up.

Troops already deployed elsewhere, estimates of others and the like are counted, never
summed, and never added to a pledge.  A figure that a country gives twice (two sources
of one day) counts once: with the least and the greatest of what they say.
"""

from __future__ import annotations

from collections.abc import Iterable

from geo.diff.model import Total
from geo.tables.records import Statement
from geo.vocabulary import MEANING

SUMMED = "pledge"

Bounds = tuple[float, float | None]


def totals(drawn: Iterable[Statement]) -> tuple[Total, ...]:
    """Count the figures of statements, each meaning by itself, and add up pledges.

    Without a lower bound ("up to 150") the least is 0; without an upper one ("at least
    150") the sum has no upper bound.
    """
    groups: dict[str, dict[str, list[Statement]]] = {}
    for said in drawn:
        if said.figure and said.figure.meaning and said.figure.has_number:
            countries = groups.setdefault(said.figure.meaning, {})
            countries.setdefault(said.actor, []).append(said)
    return tuple(
        _total(meaning, groups[meaning]) for meaning in MEANING if meaning in groups
    )


def _total(meaning: str, countries: dict[str, list[Statement]]) -> Total:
    figures = sum(len(said) for said in countries.values())
    if meaning != SUMMED:
        return Total(meaning, figures, len(countries), None, None)
    bounds = [_bounds(said) for said in countries.values()]
    highest = [most for _, most in bounds if most is not None]
    return Total(
        meaning,
        figures,
        len(countries),
        least=sum(least for least, _ in bounds),
        most=sum(highest) if len(highest) == len(bounds) else None,
    )


def _bounds(said: list[Statement]) -> Bounds:
    """Return the least and the greatest that a country's figures of one day say."""
    figures = [one.figure for one in said if one.figure]
    least = min(figure.minimum or 0 for figure in figures)
    highest = [figure.maximum for figure in figures]
    known = [most for most in highest if most is not None]
    return least, max(known) if len(known) == len(highest) else None
