"""Where the shipped boundary files are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from geo import shipped as data
from geo.digest import file_digest

# The countries for the join, and the same for the page; who is placed in a region.
USED = ("boundaries.topojson", "countries.parquet", "regions.geojson")


def shipped(name: str) -> Path:
    """Return the path of a shipped boundary file, such as ``"countries.parquet"``."""
    return data.shipped(f"boundaries/{name}")


def boundary_digests() -> Mapping[str, str]:
    """Return the SHA-256 of the boundary files that a page is made from, by name."""
    return {name: file_digest(shipped(name)) or "" for name in USED}
