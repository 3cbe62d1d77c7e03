"""Equal-area projections on the authalic sphere, as in ``geo/web/projections.js``.

A choropleth compares areas, so the areas must be true.  Arrays of (lon, lat) in degrees
go in, arrays of (x, y) in metres come out; a test holds both files to each other and to
PROJ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.float64]
"""Shape (n, 2)."""

EARTH_RADIUS_M = 6371007.0
"""Of the sphere whose surface is as large as the Earth's (WGS 84)."""

REACH_DEG = 125.0
"""How far from its centre the azimuthal map still draws: its antipode is torn open."""

# A box of degrees has curved edges on these maps, so each is cut into so many parts.
EDGE_PARTS = 24


@dataclass(frozen=True)
class Projection:
    """One projection: ``forward`` to metres, and which places it can draw at all.

    ``outlined`` is true of a map of the whole world, which has an edge to be drawn.
    """

    forward: Callable[[Places], Places]
    holds: Callable[[Places], NDArray[np.bool_]]
    outlined: bool = False


def lambert_azimuthal(lat0_deg: float, lon0_deg: float) -> Projection:
    """Lambert azimuthal equal-area about a centre.

    Snyder (1987), Map Projections: A Working Manual, equations 24-2 to 24-4.
    """
    return Projection(
        partial(_azimuthal_forward, np.radians(lat0_deg), lon0_deg),
        partial(_azimuthal_holds, np.radians(lat0_deg), lon0_deg),
    )


def equal_earth() -> Projection:
    """Equal Earth: Šavrič, Patterson and Jenny (2018), equations 7 to 9."""
    return Projection(_equal_earth_forward, _everywhere, outlined=True)


def projected_box(
    projection: Projection, bounds_deg: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """Give (xmin, ymin, xmax, ymax) in metres round (west, south, east, north)."""
    west, south, east, north = bounds_deg
    lon = np.linspace(west, east, EDGE_PARTS + 1)
    lat = np.linspace(south, north, EDGE_PARTS + 1)
    edges = [
        *(np.column_stack([lon, np.full_like(lon, side)]) for side in (south, north)),
        *(np.column_stack([np.full_like(lat, side), lat]) for side in (west, east)),
    ]
    x, y = projection.forward(np.vstack(edges)).T
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())


def _cos_distance(lat0: float, lon0_deg: float, places: Places) -> NDArray[np.float64]:
    phi = np.radians(places[:, 1])
    cos_lon = np.cos(np.radians(places[:, 0] - lon0_deg))
    cosine: NDArray[np.float64] = (
        np.sin(lat0) * np.sin(phi) + np.cos(lat0) * np.cos(phi) * cos_lon
    )
    return cosine


def _azimuthal_forward(lat0: float, lon0_deg: float, places: Places) -> Places:
    phi = np.radians(places[:, 1])
    lam = np.radians(places[:, 0] - lon0_deg)
    # Near the antipode the scale has no end; nothing is drawn there.
    k = np.sqrt(2 / np.maximum(1e-3, 1 + _cos_distance(lat0, lon0_deg, places)))
    x = k * np.cos(phi) * np.sin(lam)
    y = k * (np.cos(lat0) * np.sin(phi) - np.sin(lat0) * np.cos(phi) * np.cos(lam))
    return EARTH_RADIUS_M * np.column_stack([x, y])


def _azimuthal_holds(lat0: float, lon0_deg: float, places: Places) -> NDArray[np.bool_]:
    near: NDArray[np.bool_] = _cos_distance(lat0, lon0_deg, places) > np.cos(
        np.radians(REACH_DEG)
    )
    return near


def _equal_earth_forward(places: Places) -> Places:
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    m = np.sqrt(3) / 2
    t = np.arcsin(m * np.sin(np.radians(places[:, 1])))
    slope = a1 + 3 * a2 * t**2 + 7 * a3 * t**6 + 9 * a4 * t**8
    x = np.radians(places[:, 0]) * np.cos(t) / (m * slope)
    y = t * (a1 + a2 * t**2 + a3 * t**6 + a4 * t**8)
    return EARTH_RADIUS_M * np.column_stack([x, y])


def _everywhere(places: Places) -> NDArray[np.bool_]:
    return np.ones(len(places), dtype=bool)


# The names that a map definition may use; the first is that of EPSG:3035.
PROJECTIONS = {
    "europe_laea": lambert_azimuthal(52, 10),
    "asia_laea": lambert_azimuthal(30, 90),
    "oceania_laea": lambert_azimuthal(-25, 150),
    "equal_earth": equal_earth(),
}
