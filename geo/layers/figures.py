"""Troop figures: which figures are shown, and how large the circles of numbers are.

The area of a circle is proportional to its number and no circle has a least radius, so
that a map never makes a small number look like a middling one.  A figure in words, or
withheld, is a figure too; it has no circle, and is said in words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
    """Give the radius in pixels of a circle whose area is proportional to ``troops``.

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

    Figures of one day stand side by side, also where they differ.  A figure from a
    weak source is shown only where there is no better one, be that in words or
    withheld; that others than the country's government report it is no weakness of an
    ``estimate``, which is that.

    Parameters
    ----------
    statements
        The selected statements, in the order of the table.
    sources
        The sources that they cite, by id.
    meanings
        The meanings that the layer shows; figures of other meanings are never shown.
    as_told
        Show every figure of the text itself.

    Returns
    -------
    tuple of Mark
        In the order of the meanings, then of the table.
    """
    groups: dict[tuple[str, str], list[tuple[Statement, bool]]] = {}
    for said in statements:
        meaning = said.figure and said.figure.counts
        if said.actor_kind == "country" and meaning and meaning in meanings:
            weak = not as_told and _is_weak(said, sources.get(said.source))
            groups.setdefault((said.actor, meaning), []).append((said, weak))
    ordered = sorted(groups, key=lambda group: meanings.index(group[1]))
    return tuple(mark for group in ordered for mark in _latest(groups[group]))


def _is_weak(said: Statement, source: Source | None) -> bool:
    reasons = set(weaknesses(said, source))
    if said.figure and said.figure.meaning == "estimate":
        reasons -= {"not_own_government"}
    return bool(reasons)


def _latest(group: list[tuple[Statement, bool]]) -> list[Mark]:
    sound = [pair for pair in group if not pair[1]]
    pool = sound or group
    day = max(said.date.first for said, _ in pool)
    return [
        Mark(said.id, said.actor, weak) for said, weak in pool if said.date.first == day
    ]
