"""Write polygons and lines that share vertices as TopoJSON with shared arcs.

The specification is https://github.com/topojson/topojson-specification.  Coordinates
are quantised by the grid to which they were already rounded, so the file holds exactly
the geometry that it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np

import shapely
from shapely.geometry.base import BaseGeometry

Point = tuple[int, int]
Vertices = list[Point]


@dataclass(frozen=True)
class Feature:
    """One geometry of a TopoJSON object: its id, its properties."""

    geometry: BaseGeometry
    id: str | None = None
    properties: Mapping[str, str] = field(default_factory=dict)


def encode(objects: Mapping[str, Iterable[Feature]], grid_deg: float) -> dict[str, Any]:
    """Encode named collections of features as one topology.

    Parameters
    ----------
    objects
        Features by the name of their object: Polygon, MultiPolygon, LineString or
        MultiLineString in (lon, lat), sharing vertices wherever they share an edge.
    grid_deg
        The grid to which the coordinates are rounded, in degrees.

    Returns
    -------
    dict
        A TopoJSON topology, ready for ``json.dumps``.  Arcs are numbered in the order
        in which the objects first need them.  A run along 180° or the south pole is
        always an arc of its own, so that who strokes coasts can leave it out.
    """
    collections = {name: list(features) for name, features in objects.items()}
    arcs = _Arcs(grid_deg, collections.values())
    encoded = {
        name: {
            "type": "GeometryCollection",
            "geometries": [_geometry(feature, arcs) for feature in features],
        }
        for name, features in collections.items()
    }
    return {
        "type": "Topology",
        "transform": {"scale": [grid_deg] * 2, "translate": [-180, -90]},
        "objects": encoded,
        "arcs": [_deltas(path) for path in arcs.paths],
    }


class _Arcs:
    """Cuts paths at junctions and numbers each arc once, whichever way it is walked."""

    def __init__(self, grid_deg: float, collections: Iterable[list[Feature]]) -> None:
        self._grid_deg = grid_deg
        self._numbers: dict[tuple[Point, ...], int] = {}
        self.paths: list[Vertices] = []
        self._junctions = self._find_junctions(
            [feature.geometry for features in collections for feature in features]
        )

    def of(self, line: BaseGeometry) -> list[int]:
        """Return the arcs of a line or ring; ``~n`` is arc n walked backwards."""
        path = self._path(line)
        ring = path[0] == path[-1]
        if ring:
            path = _begin_at_junction(path, self._junctions)
        return [self._number(arc) for arc in _cut(path, self._junctions)]

    def _number(self, arc: Vertices) -> int:
        forward, backward = tuple(arc), tuple(reversed(arc))
        if forward in self._numbers:
            return self._numbers[forward]
        if backward in self._numbers:
            return ~self._numbers[backward]
        self._numbers[forward] = len(self.paths)
        self.paths.append(arc)
        return self._numbers[forward]

    def _path(self, line: BaseGeometry) -> Vertices:
        from_corner = shapely.get_coordinates(line) + np.array([180.0, 90.0])
        x_y = np.rint(from_corner / self._grid_deg).astype(int)
        return [(int(x), int(y)) for x, y in x_y]

    def _find_junctions(self, geometries: list[BaseGeometry]) -> set[Point]:
        neighbours: dict[Point, set[Point]] = {}
        ends: set[Point] = set()
        for path in (self._path(line) for g in geometries for line in _lines(g)):
            if path[0] != path[-1]:
                ends |= {path[0], path[-1]}
            for one, other in pairwise(path):
                neighbours.setdefault(one, set()).add(other)
                neighbours.setdefault(other, set()).add(one)
        forks = {point for point, near in neighbours.items() if len(near) != 2}
        return ends | forks | set(filter(self._on_edge, neighbours))

    def _on_edge(self, point: Point) -> bool:
        """Return whether a point is at 180° or the south pole, where coasts are cut."""
        lon, lat = np.array(point) * self._grid_deg - np.array([180.0, 90.0])
        return bool(np.isclose(abs(lon), 180.0) or np.isclose(lat, -90.0))


def _geometry(feature: Feature, arcs: _Arcs) -> dict[str, Any]:
    geometry = feature.geometry
    kind = geometry.geom_type
    parts = shapely.get_parts(geometry)
    numbers: Any
    if kind in ("Polygon", "MultiPolygon"):
        numbers = [[arcs.of(ring) for ring in _lines(part)] for part in parts]
    else:
        numbers = [arcs.of(part) for part in parts]
    encoded = {
        "type": kind,
        "arcs": numbers if kind.startswith("Multi") else numbers[0],
    }
    if feature.id is not None:
        encoded["id"] = feature.id
    if feature.properties:
        encoded["properties"] = dict(feature.properties)
    return encoded


def _lines(geometry: BaseGeometry) -> Iterator[BaseGeometry]:
    """Return the rings of polygons (outer first), or the lines themselves."""
    for part in shapely.get_parts(geometry):
        if part.geom_type == "Polygon":
            yield part.exterior
            yield from part.interiors
        else:
            yield part


def _begin_at_junction(ring: Vertices, junctions: set[Point]) -> Vertices:
    """Turn a ring so that it begins at a junction, else at its least vertex."""
    open_ring = ring[:-1]
    at = [index for index, point in enumerate(open_ring) if point in junctions]
    first = at[0] if at else open_ring.index(min(open_ring))
    turned = open_ring[first:] + open_ring[:first]
    return [*turned, turned[0]]


def _cut(path: Vertices, junctions: set[Point]) -> Iterator[Vertices]:
    begin = 0
    for index in range(1, len(path)):
        if path[index] in junctions or index == len(path) - 1:
            yield path[begin : index + 1]
            begin = index


def _deltas(path: Vertices) -> list[list[int]]:
    x_y = np.array(path)
    deltas = np.diff(x_y, axis=0, prepend=[[0, 0]])
    result: list[list[int]] = deltas.tolist()
    return result
