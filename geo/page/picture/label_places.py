"""Where labels can stand so that none lies over another, each beside its own.

As ``geo/web/label_places.js``; pure: pixels in, pixels out.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from geo.page.picture.land_grid import Box, LandGrid

Point = tuple[float, float]

# Between a text and what it stands beside, and above or below.
GAP_ASIDE_PX, GAP_ABOVE_PX = 3, 0.5
# What it costs to cover land of others with data, land without data, and the sea.
COST_OTHERS, COST_BARE, COST_SEA, COST_LATER = 1, 0.25, 0.05, 0.03


@dataclass(frozen=True)
class Mark:
    """What is drawn: a box, or a circle that reaches ``r`` from ``at``.

    ``of`` is the country on whose point it stands, ``hole`` how far it is empty about
    that point; ``around`` the country whose sign it keeps the names of others off.
    """

    at: Point
    r: float
    box: Box | None = None
    of: str = ""
    hole: float = 0.0
    dot: bool = False
    around: str = ""


@dataclass(frozen=True)
class Core:
    """What a text stands beside: half its width and height; none for a bare point."""

    at: Point
    half: tuple[float, float] | None = None


@dataclass(frozen=True)
class Spot:
    """Where a block of text stands; ``x`` is where SVG anchors it."""

    anchor: str
    x: float
    box: Box


@dataclass(frozen=True)
class Label:
    """A text of given width and height that belongs to one of its cores.

    ``most`` is the share of it that may lie on other countries with data; those that
    say the same have the same ``says``.
    """

    lines: tuple[str, ...]
    look: str
    cores: tuple[Core, ...]
    country: str = ""
    says: str = ""
    is_name: bool = False
    size: tuple[float, float] = (0.0, 0.0)
    most: float = 1.0


def wrap(text: str, characters: int) -> list[str]:
    """Break a text into lines of at most so many characters, at spaces."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and len(longer) <= characters:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def box_about(at: Point, across: float, down: float | None = None) -> Box:
    """Give the box of so much on each side of a point."""
    (x, y), down = at, across if down is None else down
    return x - across, y - down, x + across, y + down


def touches(box: Box, mark: Mark) -> bool:
    """Say whether a box touches what is drawn."""
    left, top, right, bottom = box
    if other := mark.box:
        return (
            left < other[2]
            and other[0] < right
            and top < other[3]
            and other[1] < bottom
        )
    x, y = mark.at
    return math.hypot(max(left - x, 0, x - right), max(top - y, 0, y - bottom)) < mark.r


def is_free(box: Box, taken: Iterable[Mark], size: tuple[float, float]) -> bool:
    """Say whether a box lies within the map, and touches nothing of what is taken."""
    left, top, right, bottom = box
    width, height = size
    inside = left > 2 and top > 2 and right < width - 2 and bottom < height - 2
    return inside and not any(touches(box, mark) for mark in taken)


def spots_about(core: Core, size: tuple[float, float]) -> Iterator[Spot]:
    """Give where a block of text may stand, best first.

    Beside, below or above the core, or on its point where there is none.
    """
    (x, y), (width, height) = core.at, size

    def spot(anchor: str, left: float, top: float) -> Spot:
        shift = {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        return Spot(anchor, left + shift, (left, top, left + width, top + height))

    middle, centre = x - width / 2, y - height / 2
    if core.half is None:
        for share in (0, 0.3, -0.3):
            yield spot("middle", middle + share * width, centre)
        for share in (0.8, -0.8):
            yield spot("middle", middle, centre + share * height)
        return
    across, down = core.half
    tops = (y + down + GAP_ABOVE_PX, y - down - GAP_ABOVE_PX - height)

    def sides(top: float) -> Iterator[Spot]:
        yield spot("start", x + across + GAP_ASIDE_PX, top)
        yield spot("end", x - across - GAP_ASIDE_PX - width, top)

    yield from sides(centre)
    yield from (spot("middle", middle, top) for top in tops)
    yield from sides(y - height * 0.9)
    yield from sides(y - height * 0.1)
    for share in (0.25, 0.75, 0, 1):
        yield from (spot("middle", x - width * share, top) for top in tops)


def place_labels(
    labels: Iterable[Label],
    taken: Iterable[Mark],
    land: LandGrid,
    size: tuple[float, float],
    told: Collection[str],
) -> Iterator[tuple[Label, Spot]]:
    """Place labels in order, each where it covers least of other countries.

    One that finds no room is left out, and so is one that says more shortly what stands
    there.  ``size`` is that of the map; ``told`` are the countries with data.
    """
    full, said = list(taken), set[str]()
    for label in labels:
        if label.says and label.says in said:
            continue
        off = [
            mark
            for mark in full
            if not mark.around or (label.is_name and mark.around != label.country)
        ]
        spots = [spot for core in label.cores for spot in spots_about(core, label.size)]
        best: tuple[float, Spot] | None = None
        for number, spot in enumerate(spots):
            # One further down the list costs more from the outset.
            if best and COST_LATER * number >= best[0]:
                break
            if is_free(spot.box, off, size):
                cost = _cost(label, spot, land, told) + COST_LATER * number
                if cost < (best[0] if best else math.inf):
                    best = cost, spot
        if best:
            left, top, right, bottom = best[1].box
            box = (left - GAP_ASIDE_PX, top, right + GAP_ASIDE_PX, bottom)
            full.append(Mark((left, top), 0, box))
            said.add(label.says)
            yield label, best[1]


def _cost(label: Label, spot: Spot, land: LandGrid, told: Collection[str]) -> float:
    found = land.shares(spot.box, label.country, told)
    if found.others > label.most:
        return math.inf
    sea = 1 - found.own - found.others - found.bare
    return COST_OTHERS * found.others + COST_BARE * found.bare + COST_SEA * sea
