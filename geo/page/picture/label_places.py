"""Where labels can stand so that none lies over another.

As ``geo/web/label_places.js``; pure: units in, units out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""(left, top, right, bottom)."""


@dataclass(frozen=True)
class Spot:
    """Where a block of text stands; ``x`` is where SVG anchors it."""

    anchor: str
    x: float
    box: Box


@dataclass(frozen=True)
class Label:
    """A text that would stand about a point, round a mark that reaches so far."""

    lines: tuple[str, ...]
    at: tuple[float, float]
    reach: float
    look: str
    under: bool = False
    country: str = ""
    sign: str = ""


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


def overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def spots_about(
    at: tuple[float, float],
    reach: float,
    size: tuple[float, float],
    *,
    under: bool,
    aside: Sequence[float] = (),
) -> Iterator[Spot]:
    """Give where a block of text may stand about a point, best first."""
    (x, y), (width, height) = at, size
    gap = reach + 4

    def spot(anchor: str, left: float, top: float) -> Spot:
        shift = {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        return Spot(anchor, left + shift, (left, top, left + width, top + height))

    left, top = x - width / 2, y - height / 2
    vertical = [
        spot("middle", left, y + gap - 2),
        spot("middle", left, y - gap - height + 2),
    ]
    beside = [
        one
        for edge in (top, y - height, y)
        for one in (spot("start", x + gap, edge), spot("end", x - gap - width, edge))
    ]
    if not reach:
        yield spot("middle", left, top)
        yield from vertical
        for share in aside:
            yield spot("middle", left + share * width, top)
    else:
        yield from vertical + beside if under else beside + vertical


def place_labels(
    labels: Iterable[tuple[Label, tuple[float, float]]],
    taken: Iterable[Box],
    bounds: Box,
    aside: Sequence[float] = (),
) -> Iterator[tuple[Label, Spot]]:
    """Place labels of given width and height, in order.

    One that finds no room within ``bounds`` is left out, and so is one that says less
    of a country that has a label.  A label without a mark may also stand ``aside`` of
    its point, by these shares of its width.
    """
    full, named = list(taken), set[str]()
    left, top, right, bottom = bounds
    for label, size in labels:
        if label.country in named:
            continue
        for spot in spots_about(
            label.at, label.reach, size, under=label.under, aside=aside
        ):
            box = spot.box
            inside = (
                box[0] > left + 2 and box[1] > top + 2
                and box[2] < right - 2 and box[3] < bottom - 2
            )  # fmt: skip
            if inside and not any(overlap(other, box) for other in full):
                full.append(box)
                named |= {label.country} - {""}
                yield label, spot
                break


# Mean advance of the page's sans-serif faces, in ems: which one a reader has is not
# known, so its text is not measured.
MEAN_ADVANCE = 0.56
LINE_HEIGHT = 1.12
SIGN_WIDTH = 1.0


def size_of(label: Label, font: float) -> tuple[float, float]:
    """Estimate the width and height of a sign and lines of text in units."""
    longest = max((len(line) for line in label.lines), default=0)
    width = longest * font * MEAN_ADVANCE + (4 if longest else 0)
    rows = max(1, len(label.lines))
    return width + sign_width(label, font), rows * font * LINE_HEIGHT


def sign_width(label: Label, font: float) -> float:
    return font * SIGN_WIDTH if label.sign else 0.0
