"""Where the picture's view lies: from places to the units of its box."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.definitions.model import View
from geo.projections import PROJECTIONS, Places, Projection, projected_box

WIDTH = 830
"""Units of the box, which are CSS pixels where the map is as wide as this."""

# The page's map may be wider or taller than the view; the picture reaches beyond its
# box so far that it fills one of these proportions, of width to height.
WIDEST, TALLEST = 1.75, 0.9

# As in geo/web/crs.js.
FULL_SIZE_PX_PER_M = 1.4e-4
LEAST_MARK_SCALE = 0.36

# Land is cut so far beyond a still box that no stroke shows along its sides.
OVER = 3

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Detail:
    """How finely a picture is drawn, in units.

    ``tolerance`` is that of the simplification, ``least_side`` that of the smallest
    islands, and ``digits`` how many stand after the point.  A country with data whose
    sides are below ``dot_below`` has a dot of the radius ``dot_r``.
    """

    tolerance: float
    least_side: float
    digits: int
    dot_below: float
    dot_r: float


# What goes is below what a screen shows, or a printer that has 600 dots to the inch.
# The page's dots are there to be hit, as in geo/web/small_marks.js, those of print to
# be seen.
SCREEN = Detail(tolerance=1.25, least_side=2.0, digits=0, dot_below=24, dot_r=5)
PRINT = Detail(tolerance=0.15, least_side=0.4, digits=1, dot_below=9, dot_r=3.5)


@dataclass(frozen=True)
class Frame:
    """A view's box of ``width`` by ``height`` units, y downwards.

    ``reach`` is the box (left, top, right, bottom) that the picture fills, and
    ``mark_scale`` how large marks are in it.
    """

    projection: Projection
    detail: Detail
    width: int
    height: int
    reach: Box
    mark_scale: float
    left_m: float
    top_m: float
    units_per_m: float

    def place(self, places: Places) -> NDArray[np.float64]:
        """Put (lon, lat), shape (n, 2), into the box."""
        metres = self.projection.forward(places)
        from_corner = (metres - [self.left_m, self.top_m]) * [1, -1]
        units: NDArray[np.float64] = from_corner * self.units_per_m
        return units

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        x, y = self.place(np.array([[lon, lat]]))[0]
        return float(x), float(y)

    def holds(self, point: tuple[float, float]) -> bool:
        """Say whether a point of the picture lies in the box itself."""
        return 0 < point[0] < self.width and 0 < point[1] < self.height


def frame_of(view: View) -> Frame:
    """Give the page's frame of a view: its bounds, projected, fill a box."""
    projection = PROJECTIONS[view.projection]
    xmin, ymin, xmax, ymax = projected_box(projection, view.bounds)
    units_per_m = WIDTH / (xmax - xmin)
    height = round((ymax - ymin) * units_per_m)
    aside = max(0.0, WIDEST * height - WIDTH) / 2
    above = max(0.0, WIDTH / TALLEST - height) / 2
    return Frame(
        projection, SCREEN, WIDTH, height,
        (-aside, -above, WIDTH + aside, height + above), _mark_scale(units_per_m),
        xmin, ymax, units_per_m,
    )  # fmt: skip


def print_frame(view: View, width: int, height: int | None = None) -> Frame:
    """Give the frame of a view that stands still, in so many units.

    Its bounds fill the width, or stand in the middle of a box of given height.  A map
    of the whole world is drawn to both its edges.
    """
    projection = PROJECTIONS[view.projection]
    _, south, _, north = view.bounds
    bounds = (-180.0, south, 180.0, north) if projection.outlined else view.bounds
    xmin, ymin, xmax, ymax = projected_box(projection, bounds)
    units_per_m = width / (xmax - xmin)
    if height is None:
        height = round((ymax - ymin) * units_per_m)
    units_per_m = min(units_per_m, height / (ymax - ymin))
    left_m = (xmin + xmax) / 2 - width / units_per_m / 2
    top_m = (ymin + ymax) / 2 + height / units_per_m / 2
    return Frame(
        projection, PRINT, width, height,
        (-OVER, -OVER, width + OVER, height + OVER), _mark_scale(units_per_m),
        left_m, top_m, units_per_m,
    )  # fmt: skip


def _mark_scale(units_per_m: float) -> float:
    scale = math.sqrt(units_per_m / FULL_SIZE_PX_PER_M)
    return min(1.0, max(LEAST_MARK_SCALE, scale))
