"""Pieces: the faces whose owner does not change between two views of the world."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

import geopandas
import shapely
from shapely.geometry.base import BaseGeometry

AREA_SLACK_DEG2 = 1e-9
"""How far sums of areas may differ before two views do not share their lines."""

EDGE_SLACK_DEG = 1e-9
"""How near to the edge of the plane a coordinate is taken to lie on it."""

CUT_DECIMALS = 2
"""Latitudes on 180° are rounded to 0.01°, so that both sides of a cut end alike."""


def repair(countries: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Make polygons valid, and their cuts at 180° equal on both sides.

    In Natural Earth 5.1.1 at 1:10m one ring of Egypt touches itself; and the two sides
    of a cut at 180° end up to 200 m apart, with vertices between that differ.

    Raises
    ------
    ValueError
        If making polygons valid changes their area, or leaves anything but polygons.
    """
    pinned = shapely.transform(countries.geometry.to_numpy(), _pin_to_edge)
    at_edge = np.abs(shapely.bounds(pinned)).max(axis=1) == 180.0
    pinned[at_edge] = [_straighten(shape) for shape in pinned[at_edge]]
    valid = shapely.make_valid(pinned)
    changed = abs(float(shapely.area(valid).sum() - shapely.area(pinned).sum()))
    repaired = countries.set_geometry(valid, crs=countries.crs)
    kinds = set(repaired.geom_type)
    if changed > AREA_SLACK_DEG2 or not kinds <= {"Polygon", "MultiPolygon"}:
        raise ValueError(f"repair changed the area by {changed} deg², left {kinds}")
    return repaired


def intersect_views(
    default: geopandas.GeoDataFrame, germany: geopandas.GeoDataFrame
) -> geopandas.GeoDataFrame:
    """Cut the countries of one view along those of the other.

    Parameters
    ----------
    default, germany
        Countries with ``ADM0_A3`` and polygons in EPSG:4326 that share their vertices.

    Returns
    -------
    geopandas.GeoDataFrame
        One row a piece: ``ne_default`` and ``ne_germany``, its owner in each view (the
        second is ``""`` where that view leaves it to nobody), and ``geometry``.

    Raises
    ------
    ValueError
        If the pieces are not a valid coverage of the first view.
    """
    rows = [
        (code, other, piece)
        for code, geometry in zip(default["ADM0_A3"], default.geometry, strict=True)
        for other, piece in _split(geometry, germany)
    ]
    columns = ["ne_default", "ne_germany", "geometry"]
    pieces = geopandas.GeoDataFrame(rows, columns=columns, crs=default.crs)
    if abs(_area(pieces) - _area(default)) > AREA_SLACK_DEG2:
        raise ValueError("the two views do not share their lines")
    if not shapely.coverage_is_valid(pieces.geometry.to_numpy()):
        raise ValueError("the pieces are not a valid coverage")
    return pieces


def _split(
    geometry: BaseGeometry, view: geopandas.GeoDataFrame
) -> Iterator[tuple[str, BaseGeometry]]:
    rest = geometry
    for index in view.sindex.query(geometry, predicate="intersects"):
        code, other = view["ADM0_A3"].iloc[index], view.geometry.iloc[index]
        if geometry.normalize() == other.normalize():
            yield code, geometry
            return
        common = polygons_of(shapely.intersection(geometry, other))
        if common.area > 0:
            yield code, common
            rest = shapely.difference(rest, other)
    if rest.area > 0:
        yield "", polygons_of(rest)


def polygons_of(geometry: BaseGeometry) -> BaseGeometry:
    """Keep the polygons of a geometry; drop the lines and points of an overlay."""
    parts = shapely.get_parts(shapely.get_parts(geometry))
    return shapely.union_all([part for part in parts if part.geom_type == "Polygon"])


def _pin_to_edge(lon_lat: NDArray[np.float64]) -> NDArray[np.float64]:
    edge = np.copysign([180.0, 90.0], lon_lat)
    pinned = np.where(np.abs(lon_lat - edge) < EDGE_SLACK_DEG, edge, lon_lat)
    at_180 = np.abs(pinned[:, 0]) == 180.0
    pinned[at_180, 1] = np.round(pinned[at_180, 1], CUT_DECIMALS)
    return pinned


def _straighten(shape: BaseGeometry) -> BaseGeometry:
    """Drop the vertices inside a run along 180°: its two ends are enough."""
    polygons = [
        shapely.Polygon(
            _straight_ring(polygon.exterior),
            [_straight_ring(hole) for hole in polygon.interiors],
        )
        for polygon in shapely.get_parts(shape)
    ]
    return shapely.MultiPolygon(polygons)


def _straight_ring(ring: shapely.LinearRing) -> NDArray[np.float64]:
    lon_lat = shapely.get_coordinates(ring)[:-1]
    lon = lon_lat[:, 0]
    before, after = np.roll(lon, 1), np.roll(lon, -1)
    kept: NDArray[np.float64] = lon_lat[
        (np.abs(lon) != 180.0) | (lon != before) | (lon != after)
    ]
    return kept


def _area(countries: geopandas.GeoDataFrame) -> float:
    return float(shapely.area(countries.geometry.to_numpy()).sum())
