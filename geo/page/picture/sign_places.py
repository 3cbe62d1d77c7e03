"""Where the sign of each country can stand: on its own land, or close to its own mark.

As ``geo/web/sign_places.js``; pure: pixels in, pixels out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from geo.page.picture.label_places import Mark, Point, box_about, is_free
from geo.page.picture.land_grid import Box, LandGrid

# A circle that is hollow is wide enough for a sign that it surrounds so many times.
ROOM, STROKE_PX = 1.3, 2.5
# In a dot a sign is as much smaller.
IN_DOT = 0.74
# So much of a sign may lie over a border: at its point, and where it has been moved.
OVER_AT_POINT, OVER_MOVED = 0.6, 0.4
SIDES = (
    (-1, 0), (1, 0), (0, 1), (0, -1),
    (-0.72, 0.72), (0.72, 0.72), (-0.72, -0.72), (0.72, -0.72),
    (-0.92, 0.38), (0.92, 0.38), (-0.92, -0.38), (0.92, -0.38),
)  # fmt: skip
STEPS = (1, 1.6, 2.2)


@dataclass(frozen=True)
class Sign:
    """The sign of a country's status, half as wide as ``r``.

    ``size`` says which countries are the larger; ``mark`` is what stands on its point,
    if anything.
    """

    country: str
    status: str
    at: Point
    r: float
    size: float
    mark: Mark | None


@dataclass(frozen=True)
class SignSpot:
    """Where a sign stands: on its point, moved from it, or ``inside`` its mark."""

    at: Point
    r: float
    inside: bool = False
    is_point: bool = False

    @property
    def box(self) -> Box:
        return box_about(self.at, self.r)


def sign_spots(sign: Sign) -> Iterator[SignSpot]:
    """Give the places to try for a sign, best first."""
    (x, y), r, mark = sign.at, sign.r, sign.mark
    if mark and mark.dot:
        small = min(r, IN_DOT * mark.r) if mark.r >= 0.8 * r else r
        yield SignSpot(sign.at, small, inside=True)
        return
    if mark and mark.hole >= ROOM * r + STROKE_PX:
        yield SignSpot(sign.at, r, inside=True)
        return
    first = mark.r + 2 + r if mark else 1.5 * r
    if not mark:
        yield SignSpot(sign.at, r, is_point=True)
    for step in STEPS:
        for dx, dy in SIDES:
            yield SignSpot((x + dx * first * step, y + dy * first * step), r)


def place_signs(
    signs: Iterable[Sign],
    marks: Sequence[Mark],
    land: LandGrid,
    size: tuple[float, float],
) -> list[tuple[Sign, SignSpot]]:
    """Place signs, those of the largest countries first.

    One that finds no room is left out.  ``size`` is that of the map.
    """
    placed: list[tuple[Sign, SignSpot]] = []
    for sign in sorted(signs, key=lambda sign: -sign.size):
        others = [mark for mark in marks if mark.of != sign.country]
        signed = [Mark(spot.at, 0, spot.box) for _, spot in placed]
        spots = [
            spot
            for spot in sign_spots(sign)
            if is_free(spot.box, [*(others if spot.inside else marks), *signed], size)
        ]
        found = next((s for s in spots if _stands_on_own(s, sign, land)), None)
        if found is None and sign.mark:
            found = next((s for s in spots if _stands_at_sea(s, sign, land)), None)
        if found:
            placed.append((sign, found))
    return placed


def _stands_on_own(spot: SignSpot, sign: Sign, land: LandGrid) -> bool:
    if spot.inside:
        return True
    here, *near = land.near(*spot.at)
    if here != sign.country:
        return False
    # A country's own point lies on it for certain.
    if not spot.is_point and any(key not in {"", here} for key in near):
        return False
    most = OVER_AT_POINT if spot.is_point else OVER_MOVED
    return land.shares(spot.box, sign.country, ()).bare <= most


def _stands_at_sea(spot: SignSpot, sign: Sign, land: LandGrid) -> bool:
    """Close beside its mark, a sign may stand off the coast."""
    away = math.dist(spot.at, sign.at)
    is_close = sign.mark is not None and away <= sign.mark.r + 2.1 + sign.r
    over = land.shares(spot.box, sign.country, ()).bare
    at_sea = all(key in {"", sign.country} for key in land.near(*spot.at))
    return is_close and at_sea and over <= OVER_MOVED / 2
