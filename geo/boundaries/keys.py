"""The join keys that have a boundary, read without the geometry."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from geo.boundaries.files import shipped


@cache
def boundary_keys() -> frozenset[str]:
    """Return every ``iso_a3`` of the shipped boundaries."""
    # Imported here: to check a table needs neither geopandas nor pandas.
    from pyarrow import parquet

    table = parquet.read_table(shipped("countries.parquet"), columns=["iso_a3"])
    return frozenset(table.column("iso_a3").to_pylist())


@cache
def label_points() -> Mapping[str, tuple[float, float]]:
    """Return where each country has its label, as (lon, lat), by ``iso_a3``."""
    from pyarrow import parquet  # here, as above

    columns = ["iso_a3", "label_lon", "label_lat"]
    table = parquet.read_table(shipped("countries.parquet"), columns=columns)
    keys, lons, lats = (table.column(name).to_pylist() for name in columns)
    return dict(zip(keys, zip(lons, lats, strict=True), strict=True))
