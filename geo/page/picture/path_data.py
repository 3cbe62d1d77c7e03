"""SVG path data, short: few digits, relative steps, and no step that goes nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Line = NDArray[np.float64]
"""Shape (n, 2)."""

# Lines keep their width in pixels, however large the picture is drawn.
EVEN_STROKE = {"vector-effect": "non-scaling-stroke"}


def path_data(lines: Iterable[Line], *, closed: bool, digits: int = 0) -> str:
    """Write lines, or rings without their repeated last point, as one path.

    ``digits`` after the point, of which there may be none or one.
    """
    return "".join(_part(line, 10**digits, closed=closed) for line in lines)


def _part(line: Line, steps_per_unit: int, *, closed: bool) -> str:
    whole = np.rint(line * steps_per_unit).astype(int)
    moved = np.any(np.diff(whole, axis=0) != 0, axis=1)
    points = whole[np.concatenate([[True], moved])]
    if closed and len(points) > 1 and np.array_equal(points[0], points[-1]):
        points = points[:-1]
    if len(points) < (3 if closed else 2):
        return ""
    steps = (np.diff(points, axis=0) / steps_per_unit).ravel().tolist()
    begin = numbers((points[0] / steps_per_unit).tolist())
    return f"M{begin}l{numbers(steps)}{'z' if closed else ''}"


def numbers(values: Sequence[float]) -> str:
    """Write numbers side by side; a minus sign parts them as well as a space."""
    text = " ".join(short(value) for value in values)
    return text.replace(" -", "-")


def short(value: float) -> str:
    """Write a number with at most one digit after the point."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def circle(x: float, y: float, r: float) -> str:
    """Write a circle, as ``circlePath`` of ``geo/web/screen_path.js`` does."""
    r, d = float(short(r)), short(2 * r)
    half = f"a{short(r)} {short(r)} 0 1 0"
    return f"M{numbers([x - r, y])}{half} {d} 0{half}-{d} 0z"


def square(x: float, y: float, r: float) -> str:
    """Write a square whose half side is ``r``."""
    side = short(2 * r)
    return f"M{numbers([x - r, y - r])}h{side}v{side}h-{side}z"
