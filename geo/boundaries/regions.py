"""Read the regions of the world that a table can place somebody in.

A region is drawn as a dashed outline with a point of its own: nobody who is placed in
it is placed in one of its countries.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from geo.boundaries.files import shipped

Place = tuple[float, float]
"""(lon, lat) in degrees."""


@dataclass(frozen=True)
class Region:
    """A region by its outline, cut at 180°, and a point of it that lies off all land.

    Its symbol and its name stand at ``point``: there they mark no country.
    """

    id: str
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
    lon, lat = properties["point"]
    outline = tuple(
        tuple((lon, lat) for lon, lat in line) for line in geometry["coordinates"]
    )
    return Region(str(feature["id"]), (lon, lat), outline)
