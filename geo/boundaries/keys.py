"""The join keys that have a boundary, read without the geometry."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from geo.boundaries.files import shipped


def boundary_keys() -> frozenset[str]:
    """Return every ``iso_a3`` of the shipped boundaries."""
    return frozenset(label_points())


@cache
def label_points() -> Mapping[str, tuple[float, float]]:
    """Return where each country has its label, as (lon, lat), by ``iso_a3``.

    From a table beside the boundaries: to check a map needs neither them nor pyarrow.
    """
    with shipped("label_points.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {row["iso_a3"]: (float(row["lon"]), float(row["lat"])) for row in rows}
