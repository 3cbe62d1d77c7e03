"""The join keys that have a boundary, read without the geometry."""

from __future__ import annotations

from functools import cache

from geo.boundaries.files import shipped


@cache
def boundary_keys() -> frozenset[str]:
    """Give every ``iso_a3`` of the shipped boundaries."""
    # Imported here: to check a table needs neither geopandas nor pandas.
    from pyarrow import parquet

    table = parquet.read_table(shipped("countries.parquet"), columns=["iso_a3"])
    return frozenset(table.column("iso_a3").to_pylist())
