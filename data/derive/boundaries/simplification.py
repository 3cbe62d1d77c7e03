"""Thin out islets and simplify areas as one coverage, finer in and around Europe."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

import geopandas
import shapely
from shapely.geometry.base import BaseGeometry

from data.derive.boundaries.detail import (
    DETAILS,
    ENCLAVE_KM2,
    ENCLAVE_MARGIN_DEG,
    ENCLAVE_SHARE_OF_SIZE,
    GRID_DEG,
    ISLAND_SHARE_OF_SIZE,
    ISLAND_TOLERANCES_DEG,
    SMALL_COUNTRY_ISLET_KM2,
    SMALL_COUNTRY_KM2,
    Detail,
)
from data.derive.boundaries.pieces import polygons_of
from data.derive.boundaries.policy import join_areas

AREA = ["owner", "label_id", "holder"]
EQUAL_AREA = "EPSG:6933"

Shapes = NDArray[np.object_]


def drop_islets(
    areas: geopandas.GeoDataFrame, details: Iterable[Detail] = DETAILS
) -> geopandas.GeoDataFrame:
    """Split areas into parts and drop islets.

    Kept whatever their size: the largest part of each area, and parts that touch
    another part, for dropping those would tear the coverage.

    Parameters
    ----------
    areas
        ``owner``, ``label_id``, ``holder`` and polygons in EPSG:4326.
    details
        The boxes, whose ``islet_km2`` decide.

    Returns
    -------
    geopandas.GeoDataFrame
        The same columns and ``small`` (a part of a small country), one row a polygon.
    """
    parts = areas.explode(ignore_index=True)
    area_km2 = parts.to_crs(EQUAL_AREA).area / 1e6
    country_km2 = area_km2.groupby(parts["owner"]).transform("sum")
    largest_km2 = area_km2.groupby([parts["owner"], parts["label_id"]]).transform("max")
    least_km2 = np.array([box.islet_km2 for box in _box_of(parts, details)])
    small = country_km2 < SMALL_COUNTRY_KM2
    least_km2[small] = SMALL_COUNTRY_ISLET_KM2
    touching = touches_another(_beside_each_other(parts.geometry.to_numpy()))
    kept = (area_km2 >= least_km2) | (area_km2 == largest_km2) | touching
    return parts.assign(small=small)[kept].reset_index(drop=True)


def simplify(
    parts: geopandas.GeoDataFrame, details: Iterable[Detail] = DETAILS
) -> geopandas.GeoDataFrame:
    """Simplify parts as one coverage and join them again into areas.

    The parts are cut into tiles along the boxes, the whole coverage is simplified once
    with each tolerance, and each tile is taken from the run that is its own.  The cuts
    are straight lines between vertices that no run removes, so the tiles of different
    runs agree on them.  An island that rounding pushes into its neighbour is left out.

    Parameters
    ----------
    parts
        As ``drop_islets`` gives them.
    details
        The boxes; together they cover the parts.

    Returns
    -------
    geopandas.GeoDataFrame
        ``owner``, ``label_id``, ``holder``, and valid polygons that share their edges,
        rounded to the grid.

    Raises
    ------
    ValueError
        If the result is not a valid coverage.
    """
    beside = _beside_each_other(parts.geometry.to_numpy())
    boxes = [*enclave_boxes(parts), *details]
    tiles = cut_along_boxes(parts.set_geometry(beside, crs=parts.crs), boxes)
    original = tiles.geometry.to_numpy()
    tolerance_deg = choose_tolerances(
        original, tiles["tolerance_deg"].to_numpy(), tiles["small"].to_numpy()
    )
    simplified = original.copy()
    for each in np.unique(tolerance_deg):
        own = tolerance_deg == each
        simplified[own] = shapely.coverage_simplify(original, each)[own]
    rounded = round_coordinates(_put_back(simplified))
    kept = ~(_clashes(rounded) & ~touches_another(original))
    result = tiles.set_geometry(rounded, crs=parts.crs)[kept]
    _require_coverage(result)
    return join_areas(result, AREA)


def enclave_boxes(parts: geopandas.GeoDataFrame) -> list[Detail]:
    """Return each small country that touches another one a box of its own.

    So Monaco stays more than a triangle, and its neighbour's border follows.
    """
    countries = join_areas(parts, ["owner"])
    area_km2 = countries.to_crs(EQUAL_AREA).area / 1e6
    touching = touches_another(countries.geometry.to_numpy())
    enclaves = countries[touching & (area_km2 < ENCLAVE_KM2)]
    boxes = []
    for name, shape in zip(enclaves["owner"], enclaves.geometry, strict=True):
        margin = ENCLAVE_MARGIN_DEG * np.array([-1, -1, 1, 1])
        around = np.round(np.array(shape.bounds) + margin, 2)
        west, south, east, north = (float(bound) for bound in around)
        tolerance_deg = ENCLAVE_SHARE_OF_SIZE * float(np.sqrt(shape.area))
        boxes.append(Detail(name, (west, south, east, north), tolerance_deg, 0.0))
    return boxes


def cut_along_boxes(
    parts: geopandas.GeoDataFrame, details: Iterable[Detail]
) -> geopandas.GeoDataFrame:
    """Cut parts along boxes: a row a polygon, with the box's ``tolerance_deg``."""
    rest = parts
    tiles = []
    for detail in details:
        box = shapely.box(*detail.box_deg)
        inside = _overlay(rest, shapely.intersection, box)
        tiles.append(inside.assign(tolerance_deg=detail.tolerance_deg))
        rest = _overlay(rest, shapely.difference, box)
    if len(rest):
        raise ValueError("the boxes of detail do not cover every part")
    return pd.concat(tiles, ignore_index=True)


def touches_another(shapes: Shapes) -> NDArray[np.bool_]:
    """Say of each polygon whether it touches any other one."""
    one, other = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    touching = np.zeros(len(shapes), dtype=bool)
    touching[one[one != other]] = True
    return touching


def round_coordinates(shapes: Shapes, grid_deg: float = GRID_DEG) -> Shapes:
    """Round vertices to the grid, and drop those that fall together.

    An islet that would cross itself is rounded by ``shapely.set_precision``, which
    keeps it valid and may split it.
    """
    decimals = len(str(grid_deg).partition(".")[2])

    def to_grid(lon_lat: NDArray[np.float64]) -> NDArray[np.float64]:
        # The second rounding takes off binary dust, and adding zero the sign of -0.0.
        on_grid = np.round(lon_lat / grid_deg) * grid_deg
        return np.round(on_grid, decimals) + 0.0

    rounded = shapely.transform(shapes, to_grid)
    result: Shapes = shapely.remove_repeated_points(rounded)
    crossed = ~shapely.is_valid(result)
    result[crossed] = shapely.set_precision(shapes[crossed], grid_deg)
    return result


def choose_tolerances(
    tiles: Shapes,
    box_tolerances_deg: NDArray[np.float64],
    small: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """Return the tolerance of each box: islands of small countries have a smaller one.

    An island near a coast that is simplified more keeps the tolerance of its box, for
    only shapes of one run are sure not to overlap.
    """
    classes = np.array(ISLAND_TOLERANCES_DEG)
    by_size = ISLAND_SHARE_OF_SIZE * np.sqrt(shapely.area(tiles))
    index = np.searchsorted(classes, by_size, side="right").clip(min=1) - 1
    wanted = np.minimum(classes[index], box_tolerances_deg)
    island = small & ~touches_another(tiles)
    chosen = np.where(island, wanted, box_tolerances_deg)
    near, coast = shapely.STRtree(tiles).query(
        tiles, predicate="dwithin", distance=box_tolerances_deg
    )
    while (risky := island[near] & (chosen[coast] > chosen[near])).any():
        chosen[near[risky]] = chosen[coast[risky]]
    return chosen


def _clashes(shapes: Shapes) -> NDArray[np.bool_]:
    """Say of each polygon whether its edges do not match those of its neighbours."""
    clashing: NDArray[np.bool_] = ~shapely.is_empty(
        shapely.coverage_invalid_edges(shapes)
    )
    return clashing


def _require_coverage(areas: geopandas.GeoDataFrame) -> None:
    shapes = areas.geometry.to_numpy()
    broken = _clashes(shapes)
    if broken.any():
        edges = shapely.coverage_invalid_edges(shapes)
        owners = ", ".join(sorted(set(areas["owner"][broken])))
        bounds = shapely.total_bounds(edges).round(2).tolist()
        raise ValueError(
            f"simplification broke the coverage of {owners} within {bounds}; "
            "does a box of detail have a corner near a coast or border?"
        )


def _overlay(
    parts: geopandas.GeoDataFrame,
    overlay: Callable[[Shapes, BaseGeometry], Shapes],
    box: BaseGeometry,
) -> geopandas.GeoDataFrame:
    shapes = [polygons_of(shape) for shape in overlay(parts.geometry.to_numpy(), box)]
    laid = parts.set_geometry(shapes, crs=parts.crs)
    return laid[~laid.geometry.is_empty].explode(ignore_index=True)


def _box_of(parts: geopandas.GeoDataFrame, details: Iterable[Detail]) -> list[Detail]:
    boxes = [(shapely.box(*detail.box_deg), detail) for detail in details]
    inside = shapely.point_on_surface(parts.geometry.to_numpy())
    return [next(d for box, d in boxes if box.covers(point)) for point in inside]


def _beside_each_other(shapes: Shapes) -> Shapes:
    """Move parts that begin at 180° beside those that end there, to share the cut."""
    west, _, east, _ = shapely.bounds(shapes).T
    return _shift_lon(shapes, 360.0, (west == -180.0) & (east < 0.0))


def _put_back(shapes: Shapes) -> Shapes:
    return _shift_lon(shapes, -360.0, shapely.bounds(shapes)[:, 0] >= 180.0)


def _shift_lon(shapes: Shapes, by_deg: float, which: NDArray[np.bool_]) -> Shapes:
    shifted = shapes.copy()
    shifted[which] = shapely.transform(
        shapes[which], lambda lon_lat: lon_lat + np.array([by_deg, 0.0])
    )
    return shifted
