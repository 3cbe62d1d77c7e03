"""Several rows of one country on one day as one figure, where somebody said so."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from geo.cells.numerals import plain_number
from geo.tables.records import Figure, Statement

# More than any figure is kept to.
_MOST_PLACES = 6
Key = tuple[object, ...]


def added_up(statements: Mapping[str, Statement]) -> dict[str, Statement]:
    """Return the statements, those that differ in their figure alone as one.

    It stands where the first of them stands; its note says which rows it is of.
    """
    together = (
        _sum(group) if len(group) > 1 else group[0] for group in _groups(statements)
    )
    return {one.id: one for one in together}


def _groups(statements: Mapping[str, Statement]) -> list[list[Statement]]:
    """Return the statements that differ in their figure alone, together."""
    groups: dict[Key, list[Statement]] = {}
    for one in statements.values():
        groups.setdefault(_key(one), []).append(one)
    return [*groups.values()]


def _key(one: Statement) -> Key:
    figure = one.figure
    if figure is None or not figure.has_number:
        return (one.id,)
    said = (one.actor, one.actor_kind, one.date, one.status, one.meeting, one.source)
    return (*said, one.speaks_for, figure.meaning, figure.place)


def _sum(group: list[Statement]) -> Statement:
    figures = [one.figure for one in group if one.figure is not None]
    least = _least(figures)
    greatest = _total([figure.maximum for figure in figures])
    first, rows = figures[0], ", ".join(str(one.row) for one in group)
    together = replace(
        first,
        minimum=least,
        maximum=greatest,
        qualifier=_qualifier(figures, least, greatest),
    )
    notes = [
        f"The sum of {len(group)} rows: {rows}.",
        *(o.note for o in group if o.note),
    ]
    return replace(group[0], figure=together, note=" ".join(dict.fromkeys(notes)))


def _least(figures: list[Figure]) -> float | None:
    """Return the least that figures are together: 5 and "up to 7" are 5 at least."""
    said = [figure.minimum for figure in figures]
    known = [bound for bound in said if bound is not None]
    every = [*known, *(figure.maximum or 0 for figure in figures)]
    if not known or min(every) < 0:  # what may be below zero has no floor
        return _total(said)
    return _total(known)


def _total(bounds: Sequence[float | None]) -> float | None:
    known = [bound for bound in bounds if bound is not None]
    if len(known) != len(bounds):
        return None
    # In binary fractions 0.1 and 0.2 are 0.30000000000000004.
    return plain_number(round(math.fsum(known), _MOST_PLACES))


def _qualifier(
    figures: list[Figure], least: float | None, greatest: float | None
) -> str | None:
    said = {figure.qualifier for figure in figures}
    if least is None and greatest is None:
        return None
    if greatest is None:
        return "at_least"
    if least is None:
        return "up_to"
    if least != greatest:
        return "about" if "about" in said else "range"
    return said.pop() if len(said) == 1 else "about" if "about" in said else None
