"""Which borders are disputed: the lines that a map dashes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import geopandas
import shapely
from shapely.geometry.base import BaseGeometry

DISPUTED_CLASSES = ("Disputed", "Line of control", "Indeterminant")
"""How Natural Earth's ``FEATURECLA`` begins for lines that are dashed here."""

NEAR_DEG = 0.25
"""How far a simplified border may lie from the line that it was simplified from."""


class Area(NamedTuple):
    """What decides about a border of an area; codes are Natural Earth's."""

    owner: str
    label_id: str
    holder: str


class Border(NamedTuple):
    """The common edge of two areas."""

    one: Area
    other: Area
    geometry: BaseGeometry


def common_edges(areas: geopandas.GeoDataFrame) -> list[Border]:
    """Return the common edge of each two areas of a valid coverage that have one."""
    who = [
        Area(*row)
        for row in areas[["owner", "label_id", "holder"]].itertuples(index=False)
    ]
    outlines = shapely.boundary(areas.geometry.to_numpy())
    pairs = areas.sindex.query(areas.geometry, predicate="intersects").T
    borders = []
    for one, other in sorted((int(i), int(j)) for i, j in pairs if i < j):
        edge = _lines_of(shapely.intersection(outlines[one], outlines[other]))
        if not edge.is_empty:
            borders.append(Border(who[one], who[other], edge))
    return borders


def disputed_lines(
    borders: list[Border],
    ne_lines: geopandas.GeoDataFrame,
    unsettled: frozenset[frozenset[str]],
) -> list[Border]:
    """Keep the borders, or parts of borders, that are disputed.

    A border is disputed all along if it divides one owner's land, if two disputed areas
    meet there, if one meets its holder, or if the policy lists the owners as unsettled.
    Where Natural Earth classes only part of the line between two countries as disputed,
    that part is kept.

    Parameters
    ----------
    borders
        As ``common_edges`` gives them.
    ne_lines
        Natural Earth's land boundary lines: ``FEATURECLA``, ``ADM0_A3_L``,
        ``ADM0_A3_R`` of the default view, and their unsimplified geometry.
    unsettled
        Pairs of owners whose whole border is unsettled.
    """
    classed = ne_lines[ne_lines["FEATURECLA"].str.startswith(DISPUTED_CLASSES)]
    near: dict[frozenset[str], list[BaseGeometry]] = {}
    sides = zip(classed["ADM0_A3_L"], classed["ADM0_A3_R"], strict=True)
    for pair, line in zip(map(frozenset, sides), classed.geometry, strict=True):
        near.setdefault(pair, []).append(line)
    kept = []
    for border in borders:
        edge = border.geometry
        if not _disputed_all_along(border, unsettled):
            pair = frozenset((border.one.holder, border.other.holder))
            edge = _near_part(edge, near.get(pair, []))
        if not edge.is_empty:
            kept.append(border._replace(geometry=edge))
    return kept


def _disputed_all_along(border: Border, unsettled: frozenset[frozenset[str]]) -> bool:
    one, other, _ = border
    return (
        one.owner == other.owner
        or bool(one.label_id and other.label_id)
        or frozenset((one.owner, other.owner)) in unsettled
        or bool(one.label_id and one.holder == other.owner)
        or bool(other.label_id and other.holder == one.owner)
    )


def _near_part(edge: BaseGeometry, lines: list[BaseGeometry]) -> BaseGeometry:
    """Keep the segments of an edge whose middle lies near one of the lines."""
    kept = [
        run
        for part in shapely.get_parts(edge)
        for run in _near_runs(shapely.get_coordinates(part), lines)
    ]
    return _lines_of(shapely.union_all(kept))


def _near_runs(
    lon_lat: NDArray[np.float64], lines: list[BaseGeometry]
) -> Iterator[BaseGeometry]:
    middles = shapely.points((lon_lat[:-1] + lon_lat[1:]) / 2)
    near: NDArray[np.bool_] = np.atleast_1d(
        shapely.dwithin(middles, shapely.union_all(lines), NEAR_DEG)
    )
    steps = np.flatnonzero(np.diff(near.astype(int))) + 1
    for begin, end in pairwise([0, *steps, len(near)]):
        if near[begin]:
            yield shapely.LineString(lon_lat[begin : end + 1])


def _lines_of(geometry: BaseGeometry) -> BaseGeometry:
    """Keep the lines of an overlay, merged; its points are touches, not edges."""
    parts = [p for p in shapely.get_parts(geometry) if p.geom_type == "LineString"]
    return shapely.normalize(shapely.line_merge(shapely.union_all(parts)))
