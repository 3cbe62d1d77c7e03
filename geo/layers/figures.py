"""Troop figures: which figures are shown, and how large the circles of numbers are.

The area of a circle is proportional to its number and no circle has a least radius, so
that a map never makes a small number look like a middling one.  A figure in words, or
withheld, is a figure too; it has no circle, and is said in words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.join.figures import Counted, latest_figures
from geo.join.standing import weaknesses
from geo.tables.records import Source, Statement

# The radius that 10,000 troops have: large enough that 150 can be seen, small enough
# that the largest national figure leaves its country's neighbours visible.
REFERENCE_TROOPS = 10_000
REFERENCE_RADIUS_PX = 36.0


@dataclass(frozen=True)
class Mark:
    """One figure of a country: the row it comes from, and whether it is weak."""

    row: str
    country: str
    weak: bool


def radius_px(troops: float) -> float:
    """Return the radius in pixels of a circle whose area is proportional to ``troops``.

    r = R · √(n / N), with R = 36 px at N = 10,000 troops.

    Raises
    ------
    ValueError
        If the number is negative.
    """
    if troops < 0:
        raise ValueError(f"{troops} troops have no circle")
    return REFERENCE_RADIUS_PX * math.sqrt(troops / REFERENCE_TROOPS)


def figure_marks(
    statements: Iterable[Statement],
    sources: Mapping[str, Source],
    meanings: tuple[str, ...],
    *,
    as_told: bool = False,
) -> tuple[Mark, ...]:
    """Choose the figures to show: for each country and meaning, the latest.

    :func:`geo.join.figures.latest_figures` says which.  They come in the order of
    ``meanings``, which are those that the layer shows, then of the table; figures of
    other meanings are never shown.  With ``as_told`` every figure of the text is as
    good.
    """
    counted = (
        Counted(
            said.id,
            said.actor,
            said.date.first,
            said.figure,
            weaknesses(said, sources.get(said.source)),
        )
        for said in statements
        if said.actor_kind == "country" and said.figure
    )
    latest = latest_figures(counted, as_told=as_told)
    shown = [group for group in latest if group[1] in meanings]
    return tuple(
        Mark(one.id, one.actor, one.is_weak and not as_told)
        for group in sorted(shown, key=lambda group: meanings.index(group[1]))
        for one in latest[group]
    )
