"""Checks on derived countries: each gives the faults that it finds, as sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain

import numpy as np
import pandas as pd
from numpy.typing import NDArray

import geopandas
import shapely

CRIMEA_ISTHMUS_DEG = (32.3, 45.9, 35.2, 46.5)
"""Perekop to Chonhar: where a careless derivation leaves a hole."""

EDGE_LON_DEG = 180.0
WIDEST_STEP_DEG = 90.0
"""No two neighbouring vertices are farther apart, but along the south pole."""


def find_faults(
    countries: geopandas.GeoDataFrame,
    places: pd.DataFrame,
    policy: str,
    keys: Collection[str],
) -> list[str]:
    """Run every check.

    Parameters
    ----------
    countries
        As ``geo.boundaries.read.read_boundaries`` gives them.
    places
        ``place``, ``lon``, ``lat`` and, in a column named after the policy, the join
        key of the country in which the place lies.
    policy
        The name of that column.
    keys
        The join keys that must be there, each once.
    """
    return list(
        chain(
            wrong_keys(countries, keys),
            wrong_coverage(countries),
            wrong_places(countries, places, policy),
            wrong_labels(countries),
            wrong_antimeridian(countries),
        )
    )


def wrong_keys(
    countries: geopandas.GeoDataFrame, keys: Collection[str]
) -> Iterator[str]:
    """Find join keys that are absent, unexpected or not unique."""
    found = countries["iso_a3"]
    yield from (f"no country {key}" for key in sorted(set(keys) - set(found)))
    yield from (f"unexpected country {key}" for key in sorted(set(found) - set(keys)))
    yield from (f"country {key} stands twice" for key in found[found.duplicated()])


def wrong_coverage(countries: geopandas.GeoDataFrame) -> Iterator[str]:
    """Find invalid polygons, overlaps, gaps with unmatched edges, a hole at Perekop."""
    shapes = countries.geometry.to_numpy()
    for key in countries["iso_a3"][~shapely.is_valid(shapes)]:
        yield f"{key} is not a valid polygon"
    edges = shapely.coverage_invalid_edges(shapes)
    for key in countries["iso_a3"][~shapely.is_empty(edges)]:
        yield f"{key} does not share its edges with its neighbours"
    land = shapely.union_all(shapely.clip_by_rect(shapes, *CRIMEA_ISTHMUS_DEG))
    holes = sum(len(part.interiors) for part in shapely.get_parts(land))
    if holes:
        yield f"{holes} holes between Crimea and the mainland"


def wrong_places(
    countries: geopandas.GeoDataFrame, places: pd.DataFrame, policy: str
) -> Iterator[str]:
    """Find places that do not lie in exactly the country that the policy says."""
    points = geopandas.points_from_xy(places["lon"], places["lat"], crs=countries.crs)
    found: dict[int, list[str]] = {}
    for place, country in countries.sindex.query(points, predicate="intersects").T:
        found.setdefault(int(place), []).append(countries["iso_a3"].iloc[country])
    names = zip(places["place"], places[policy], strict=True)
    for index, (place, expected) in enumerate(names):
        if found.get(index) != [expected]:
            where = " and ".join(found.get(index, ["no country"]))
            yield f"{place} lies in {where}, not in {expected}"


def wrong_labels(countries: geopandas.GeoDataFrame) -> Iterator[str]:
    """Find label points outside their country."""
    points = shapely.points(countries[["label_lon", "label_lat"]].to_numpy())
    inside = shapely.contains(countries.geometry.to_numpy(), points)
    for key in countries["iso_a3"][~inside]:
        yield f"the label point of {key} stands outside"


def wrong_antimeridian(countries: geopandas.GeoDataFrame) -> Iterator[str]:
    """Find rings that cross 180°, and cuts there whose two sides do not match."""
    for key, shape in zip(countries["iso_a3"], countries.geometry, strict=True):
        rings = [shapely.get_coordinates(ring) for ring in shapely.get_rings(shape)]
        if any(_crosses(ring) for ring in rings):
            yield f"{key} crosses 180°"
        west = sorted(cut for ring in rings for cut in _cuts(ring, -EDGE_LON_DEG))
        east = sorted(cut for ring in rings for cut in _cuts(ring, EDGE_LON_DEG))
        if west != east:
            yield f"{key} is cut at 180° into sides that do not match"


def _crosses(lon_lat: NDArray[np.float64]) -> bool:
    lon, lat = lon_lat.T
    wide = (np.abs(np.diff(lon)) > WIDEST_STEP_DEG) & (lat[1:] > -90.0)
    return bool(wide.any() or np.abs(lon).max() > EDGE_LON_DEG)


def _cuts(lon_lat: NDArray[np.float64], at_lon: float) -> list[tuple[float, float]]:
    """Return the latitudes, south to north, of each edge along a meridian."""
    lon, lat = lon_lat.T
    along = (lon[1:] == at_lon) & (lon[:-1] == at_lon)
    ends = np.sort(np.column_stack([lat[1:], lat[:-1]])[along])
    return [(float(south), float(north)) for south, north in ends]
