"""The land of the picture: from the page's own topology to few, light paths.

Arcs are simplified once, before they are stitched into countries, so that neighbours
still meet and a border lies on the edges of both.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

import shapely

from geo.page.picture.frame import Box, Frame
from geo.page.picture.path_data import Line

EDGE_LON_DEG, EDGE_LAT_DEG = 179.98, -89.9


@dataclass(frozen=True)
class Land:
    """Lines and rings in units, clipped to what the picture reaches.

    ``rings`` by country, each ring open, and apart from them ``cut_rings``, which are
    closed along 180° or the South Pole, where no coast is; ``borders`` lie between two
    countries, ``cut_coasts`` are the coasts of the cut rings; ``areas`` and ``lines``
    are disputed.  ``sides`` are the larger sides of the largest polygon of each
    country, in units.
    """

    rings: Mapping[str, list[Line]]
    cut_rings: Mapping[str, list[Line]]
    borders: list[Line]
    cut_coasts: list[Line]
    areas: Mapping[str, list[Line]]
    lines: list[Line]
    sides: Mapping[str, float]


# Topologies are kept with their land, so that no other one can be taken for them.
_KEPT: deque[tuple[Mapping[str, Any], Frame, Land]] = deque(maxlen=4)


class Arcs:
    """The arcs of a topology, in degrees and in the units of a frame."""

    def __init__(self, topology: Mapping[str, Any], frame: Frame) -> None:
        scale = np.array(topology["transform"]["scale"])
        shift = np.array(topology["transform"]["translate"])
        self.frame = frame
        steps = [np.array(arc).cumsum(axis=0) for arc in topology["arcs"]]
        # All arcs at once: there are 1,500, most of them of a few points.
        numbers = np.repeat(np.arange(len(steps)), [len(arc) for arc in steps])
        starts = np.searchsorted(numbers, np.arange(len(steps)))
        degrees = np.vstack(steps) * scale + shift
        self.degrees = np.split(degrees, starts[1:])
        cuts = np.logical_and.reduceat(_on_edge(degrees), starts)
        held = np.logical_and.reduceat(frame.projection.holds(degrees), starts)
        self.cuts = cuts.tolist()
        self.drawn = (held & ~cuts).tolist()
        self.units = _simplified(frame.place(degrees), numbers, frame.detail.tolerance)

    def ring(self, indexes: list[int]) -> Line:
        parts = [self._arc(index)[:-1] for index in indexes]
        return np.vstack(parts)

    def line(self, indexes: list[int]) -> Line:
        parts = [self._arc(index) for index in indexes]
        return np.vstack([parts[0], *(part[1:] for part in parts[1:])])

    def holds(self, indexes: Iterable[int]) -> bool:
        holds = self.frame.projection.holds
        return all(holds(self.degrees[max(i, ~i)]).all() for i in indexes)

    def is_cut(self, indexes: Iterable[int]) -> bool:
        return any(self.cuts[max(i, ~i)] for i in indexes)

    def _arc(self, index: int) -> Line:
        return self.units[index] if index >= 0 else self.units[~index][::-1]


def draw_land(topology: Mapping[str, Any], frame: Frame) -> Land:
    """Project, simplify and clip the objects of the page's topology.

    The land of a few frames is kept for who draws again: a save of a table moves no
    coast.
    """
    for kept, of, land in _KEPT:
        if kept is topology and of == frame:
            return land
    land = _draw_land(topology, frame)
    _KEPT.append((topology, frame, land))
    return land


def _draw_land(topology: Mapping[str, Any], frame: Frame) -> Land:
    arcs = Arcs(topology, frame)
    objects = topology["objects"]
    countries = {g["id"]: polygons(g) for g in objects["countries"]["geometries"]}
    drawn = {
        key: [rings for rings in parts if arcs.holds(rings[0])]
        for key, parts in countries.items()
    }
    users = np.zeros(len(arcs.units), dtype=int)
    cut: set[int] = set()
    for parts in countries.values():
        for rings in parts:
            if arcs.is_cut(rings[0]):
                cut |= {max(i, ~i) for i in rings[0]}
        for index in {max(i, ~i) for rings in parts for ring in rings for i in ring}:
            users[index] += 1
    areas = objects["disputed_areas"]["geometries"]
    return Land(
        rings={
            key: list(_rings(arcs, [r for r in parts if not arcs.is_cut(r[0])]))
            for key, parts in drawn.items()
        },
        cut_rings={
            key: list(_rings(arcs, [r for r in parts if arcs.is_cut(r[0])]))
            for key, parts in drawn.items()
        },
        borders=_strokes(arcs, np.flatnonzero(users > 1)),
        cut_coasts=_strokes(arcs, [i for i in sorted(cut) if users[i] == 1]),
        areas={
            g["properties"]["id"]: list(_rings(arcs, polygons(g))) for g in areas
        },
        lines=[
            piece
            for g in objects["disputed_lines"]["geometries"]
            for indexes in _line_indexes(g)
            if arcs.holds(indexes)
            for piece in clip_line(arcs.line(indexes), frame.reach)
        ],
        sides={key: _largest_side(arcs, parts) for key, parts in countries.items()},
    )  # fmt: skip


def polygons(geometry: Mapping[str, Any]) -> list[list[list[int]]]:
    """Give the rings of arc numbers of each polygon of a TopoJSON geometry."""
    arcs: list[Any] = geometry["arcs"]
    return [arcs] if geometry["type"] == "Polygon" else arcs


def _line_indexes(geometry: Mapping[str, Any]) -> list[list[int]]:
    arcs: list[Any] = geometry["arcs"]
    return [arcs] if geometry["type"] == "LineString" else arcs


def _rings(arcs: Arcs, parts: list[list[list[int]]]) -> Iterator[Line]:
    least_side = arcs.frame.detail.least_side
    for rings in parts:
        for ring in rings:
            clipped = clip_ring(arcs.ring(ring), arcs.frame.reach)
            if len(clipped) > 2 and np.ptp(clipped, axis=0).max() >= least_side:
                yield clipped


def _strokes(arcs: Arcs, indexes: Iterable[int]) -> list[Line]:
    least_side = arcs.frame.detail.least_side
    return [
        piece
        for index in indexes
        if arcs.drawn[index] and np.ptp(arcs.units[index], axis=0).max() >= least_side
        for piece in clip_line(arcs.units[index], arcs.frame.reach)
    ]


def _largest_side(arcs: Arcs, parts: list[list[list[int]]]) -> float:
    return float(max(np.ptp(arcs.ring(rings[0]), axis=0).max() for rings in parts))


def _on_edge(arc: Line) -> Any:
    """Say which points lie on 180° or at the South Pole: no border is there."""
    return (np.abs(arc[:, 0]) > EDGE_LON_DEG) | (arc[:, 1] < EDGE_LAT_DEG)


def _simplified(
    points: Line, numbers: NDArray[np.int64], tolerance: float
) -> list[Line]:
    """Simplify lines, each of the points of one number, in the order of the numbers."""
    lines = shapely.linestrings(points, indices=numbers)
    simple = shapely.simplify(lines, tolerance, preserve_topology=True)
    kept, of = shapely.get_coordinates(simple, return_index=True)
    return np.split(kept, np.searchsorted(of, np.arange(1, numbers[-1] + 1)))


def clip_line(line: Line, box: Box) -> list[Line]:
    """Cut a line to a box; it may fall into several pieces, or none."""
    clipped = shapely.clip_by_rect(shapely.linestrings(line), *box)
    return [
        shapely.get_coordinates(part)
        for part in shapely.get_parts(clipped)
        if part.geom_type == "LineString" and not part.is_empty
    ]


def clip_ring(ring: Line, box: Box) -> Line:
    """Cut a ring to a box, side by side.

    Sutherland and Hodgman (1974), Reentrant Polygon Clipping: a ring that leaves the
    box several times comes back with edges along its sides, which a fill never shows.
    """
    left, top, right, bottom = box
    for axis, limit, sign in (
        (0, left, 1),
        (1, top, 1),
        (0, right, -1),
        (1, bottom, -1),
    ):
        ring = _clip_side(ring, axis, limit, sign)
    return ring


def _clip_side(ring: Line, axis: int, limit: float, sign: int) -> Line:
    depth = (ring[:, axis] - limit) * sign
    if (depth >= 0).all():
        return ring
    kept: list[Line] = []
    for i, (point, here) in enumerate(zip(ring, depth, strict=True)):
        there = depth[i - 1]
        if (here >= 0) != (there >= 0):
            kept.append(ring[i - 1] + (point - ring[i - 1]) * there / (there - here))
        if here >= 0:
            kept.append(point)
    return np.array(kept).reshape(-1, 2)
