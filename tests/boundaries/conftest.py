"""A TopoJSON decoder that owes nothing to the encoder, and the committed files."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

import geopandas
import shapely

from geo.boundaries.files import shipped
from geo.boundaries.read import read_boundaries


def decode_object(topology: dict[str, Any], name: str) -> list[tuple[dict, Any]]:
    """Return each feature of an object, and its geometry, after the specification."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"].values()

    def points(index: int) -> list[tuple[float, float]]:
        x = y = 0
        absolute = []
        for dx, dy in topology["arcs"][index if index >= 0 else ~index]:
            x, y = x + dx, y + dy
            absolute.append((x * scale_x + move_x, y * scale_y + move_y))
        return absolute if index >= 0 else absolute[::-1]

    def line(indices: list[int]) -> list[tuple[float, float]]:
        joined = points(indices[0])
        for index in indices[1:]:
            following = points(index)
            assert joined[-1] == following[0], "arcs do not meet"
            joined += following[1:]
        return joined

    def polygon(rings: list[list[int]]) -> shapely.Polygon:
        shell, *holes = map(line, rings)
        return shapely.Polygon(shell, holes)

    builders: dict[str, Callable[[Any], Any]] = {
        "Polygon": polygon,
        "MultiPolygon": lambda arcs: shapely.MultiPolygon(list(map(polygon, arcs))),
        "LineString": lambda arcs: shapely.LineString(line(arcs)),
        "MultiLineString": lambda arcs: shapely.MultiLineString(list(map(line, arcs))),
    }
    return [
        (feature, builders[feature["type"]](feature["arcs"]))
        for feature in topology["objects"][name]["geometries"]
    ]


@pytest.fixture(scope="session")
def decode():
    return decode_object


@pytest.fixture(scope="session")
def countries() -> geopandas.GeoDataFrame:
    return read_boundaries()


@pytest.fixture(scope="session")
def topology() -> dict[str, Any]:
    return json.loads(shipped("boundaries.topojson").read_text(encoding="utf-8"))
