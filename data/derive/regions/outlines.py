"""A region's outline, and the point of it that is farthest from all land."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import geopandas
import shapely
from shapely.geometry.base import BaseGeometry

Line = list[tuple[float, float]]

CLOSED_KM = 1000.0
"""Sea between two lands of a region belongs to it where it is twice as wide at most."""

MARGIN_KM = 200.0
"""The outline keeps so far from the land that it encloses."""

TOLERANCE_KM = 150.0
"""The outline is rough: it says a region, not a border."""

STEP_KM = 50.0
"""How far apart on the outline the places are that its point is chosen from."""

LEAST_SHARE = 0.1
"""A part that is smaller, of the region's largest, is left out."""

LONGEST_KM = 1000.0
"""A longer line is parted, for each projection bends it in its own way."""

GRID_DEG = 1
"""Decimals of a degree that are kept: about 10 km."""

_EARTH = "+R=6371007 +units=km"


class Derived(NamedTuple):
    """A region: its middle, its point, and its outline as lines that end at 180°."""

    middle: tuple[float, float]
    point: tuple[float, float]
    outline: list[Line]


def derive_region(
    countries: geopandas.GeoDataFrame, is_member: NDArray[np.bool_]
) -> Derived:
    """Return what is drawn of a region.

    Parameters
    ----------
    countries
        As ``geo.boundaries.read.read_boundaries`` returns them.
    is_member
        Which of them belong to the region.
    """
    middle = _middle(countries[is_member])
    crs = f"+proj=laea +lon_0={middle[0]:.0f} +lat_0={middle[1]:.0f} {_EARTH}"
    lands = countries.to_crs(crs).geometry.make_valid()
    rings = _outer_rings(shapely.union_all(lands[is_member].buffer(0)))
    point = _farthest(max(rings, key=lambda ring: ring.length), lands)
    outline = shapely.MultiLineString(rings).segmentize(LONGEST_KM)
    there = geopandas.GeoSeries([point, outline], crs=crs).to_crs(4326)
    [(lon, lat)] = shapely.get_coordinates(there.iloc[0]).round(GRID_DEG).tolist()
    lines = map(shapely.get_coordinates, shapely.get_parts(there.iloc[1]))
    outline_parts = [part for line in lines for part in _parted(line)]
    return Derived(middle, (lon, lat), outline_parts)


def _middle(members: geopandas.GeoDataFrame) -> tuple[float, float]:
    """Return the middle of the members' label points, by their areas, on the globe."""
    lon, lat = np.radians(members[["label_lon", "label_lat"]].to_numpy()).T
    on_globe = [np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]
    x, y, z = (np.array(on_globe) * members["area_km2"].to_numpy()).sum(axis=1)
    lon_lat = np.degrees([np.arctan2(y, x), np.arctan2(z, np.hypot(x, y))])
    lon, lat = lon_lat.round(GRID_DEG).tolist()
    return lon, lat


def _outer_rings(land: BaseGeometry) -> list[shapely.LinearRing]:
    closed = land.buffer(CLOSED_KM).buffer(MARGIN_KM - CLOSED_KM)
    parts = [shapely.Polygon(part.exterior) for part in shapely.get_parts(closed)]
    largest = max(part.area for part in parts)
    kept = [part for part in parts if part.area >= LEAST_SHARE * largest]
    rough = [part.simplify(TOLERANCE_KM).normalize() for part in kept]
    return list(shapely.get_rings(rough))


def _farthest(ring: shapely.LinearRing, lands: geopandas.GeoSeries) -> shapely.Point:
    """Return the place on a ring that is farthest from any land: it marks none."""
    places = ring.interpolate(np.arange(0, ring.length, STEP_KM))
    distances = np.min([shapely.distance(places, land) for land in lands], axis=0)
    farthest: shapely.Point = places[distances.argmax()]
    return farthest


def _parted(ring: NDArray[np.float64]) -> list[Line]:
    """Part a ring where it crosses 180°; the parts on both sides reach it."""
    parts: list[Line] = [[]]
    for lon, lat in ring.round(GRID_DEG).tolist():
        before = parts[-1][-1] if parts[-1] else (lon, lat)
        if abs(lon - before[0]) > 180:
            edge = math.copysign(180.0, before[0])
            share = (edge - before[0]) / (lon + 2 * edge - before[0])
            at = round(before[1] + share * (lat - before[1]), GRID_DEG)
            parts[-1].append((edge, at))
            parts.append([(-edge, at)])
        parts[-1].append((lon, lat))
    if len(parts) > 1:
        # The ring began between two crossings.
        parts[0] = parts.pop()[:-1] + parts[0]
    return parts
