"""Read the regions of the world that a table can place somebody in.

A region is drawn as a dashed outline with a point of its own: nobody who is placed in
it is placed in one of its countries.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from geo.boundaries.files import shipped

Place = tuple[float, float]
"""(lon, lat) in degrees."""


@dataclass(frozen=True)
class Region:
    """A region by its outline, cut at 180°, and a point of it that lies off all land.

    Its symbol and its name stand at ``point``: there they mark no country.  An arrow
    to it leads to its ``middle``.
    """

    id: str
    middle: Place
    point: Place
    outline: tuple[tuple[Place, ...], ...]


@cache
def read_regions() -> Mapping[str, Region]:
    """Return the shipped regions by their id, as ``geo.vocabulary.REGION`` has them."""
    read = json.loads(shipped("regions.geojson").read_text(encoding="utf-8"))
    return {feature["id"]: _region(feature) for feature in read["features"]}


def _region(feature: Mapping[str, object]) -> Region:
    properties, geometry = feature["properties"], feature["geometry"]
    assert isinstance(properties, dict)  # noqa: S101  # the shipped file is tested
    assert isinstance(geometry, dict)  # noqa: S101
    outline = tuple(tuple(map(_place, line)) for line in geometry["coordinates"])
    middle, point = _place(properties["middle"]), _place(properties["point"])
    return Region(str(feature["id"]), middle, point, outline)


def _place(lon_lat: Sequence[float]) -> Place:
    lon, lat = lon_lat
    return lon, lat
