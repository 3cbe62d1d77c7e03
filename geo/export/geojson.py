"""Countries as GeoJSON (RFC 7946), and as the page's TopoJSON with properties."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geo.export.gather import Exported
from geo.export.values import rows_of

Json = dict[str, Any]


def to_geojson(exported: Exported) -> bytes:
    """Write a FeatureCollection: WGS 84, exterior rings counterclockwise, no ``crs``.

    The boundaries never cross 180°, so no geometry has to be cut here.  What is said
    of the data stands in the foreign member ``metadata`` (RFC 7946, section 6.1).
    """
    countries = exported.countries
    features = [
        _feature(shape, row)
        for shape, row in zip(countries.geometry, rows_of(countries), strict=True)
    ]
    whole = {
        "type": "FeatureCollection",
        "metadata": exported.about.as_metadata(),
        "bbox": bounding_box(
            shapely.union_all(shapely.box(*countries.bounds.values.T))
        ),
        "features": features,
    }
    return as_json(whole)


def to_topojson(exported: Exported, boundaries: str) -> bytes:
    """Write the page's TopoJSON, lighter than the GeoJSON, with each country's row.

    ``boundaries`` is the text of the shipped ``boundaries.topojson``.
    """
    topology: Json = json.loads(boundaries)
    rows = {row["iso_a3"]: row for row in rows_of(exported.countries)}
    for shape in topology["objects"]["countries"]["geometries"]:
        shape["properties"] = rows[shape["id"]]
    return as_json({"metadata": exported.about.as_metadata(), **topology})


def as_json(value: Mapping[str, Any]) -> bytes:
    """Write a value as UTF-8, in the order of its keys."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return f"{text}\n".encode()


def _feature(shape: BaseGeometry, row: Mapping[str, Any]) -> Json:
    turned = shapely.orient_polygons(shape, exterior_cw=False)
    return {
        "type": "Feature",
        "id": row["iso_a3"],
        "bbox": bounding_box(turned),
        "properties": dict(row),
        "geometry": json.loads(shapely.to_geojson(turned)),
    }


def bounding_box(shape: BaseGeometry) -> list[float]:
    """Return (west, south, east, north) in degrees.

    Of parts on both sides of 180° the box crosses it, and west is then greater than
    east (RFC 7946, section 5.2): it is the complement of the widest gap between them.
    """
    west, south, east, north = shape.bounds
    spans: list[tuple[float, float]] = []
    for low, _, high, _ in sorted(part.bounds for part in shapely.get_parts(shape)):
        if spans and low <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], high))
        else:
            spans.append((low, high))
    gaps = [
        (after[0] - before[1], before[1], after[0]) for before, after in pairwise(spans)
    ]
    widest = max(gaps, default=(0.0, west, east))
    if widest[0] > 360 - (east - west):
        _, east, west = widest
    return [west, south, east, north]
