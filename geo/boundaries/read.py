"""Read the countries that tables are joined to."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import geopandas

from geo.boundaries.files import shipped

COLUMNS = (
    "iso_a3", "name", "name_long", "iso_a2", "iso_n3", "continent", "region_un",
    "subregion", "label_lon", "label_lat", "min_label", "area_km2", "geometry",
)  # fmt: skip


def read_boundaries(path: str | Path | None = None) -> geopandas.GeoDataFrame:
    """Read country boundaries, one row a country, in order of their join key.

    Parameters
    ----------
    path
        A GeoParquet file with the columns below; the shipped boundaries if None.

    Returns
    -------
    geopandas.GeoDataFrame
        In EPSG:4326, (lon, lat) in degrees, as Polygon or MultiPolygon that together
        are a valid coverage and never cross 180°.  Columns:

        - ``iso_a3``: the join key, unique and never missing: ISO 3166-1 alpha-3,
          ``XKX`` for Kosovo, and Natural Earth's code for the two units without any
          (``BRT`` Bir Tawil, ``SPI`` Southern Patagonian Ice Field);
        - ``name``, ``name_long``: in English, as Natural Earth writes them;
        - ``iso_a2``, ``iso_n3``: ISO 3166-1 alpha-2 and numeric, both as text;
          missing where ISO assigns none;
        - ``continent``, ``region_un``, ``subregion``: as Natural Earth assigns them;
        - ``label_lon``, ``label_lat``: a point inside the country where its label or
          symbol stands well, in degrees;
        - ``min_label``: the web-map zoom from which Natural Earth would label it;
        - ``area_km2``: on the ellipsoid, before simplification, inland water included;
        - ``geometry``: simplified; for drawing and for the join, not for measuring.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    ValueError
        If it is no GeoParquet, columns are missing, the CRS is not EPSG:4326, or a
        join key is missing or stands twice.
    """
    countries = _read(shipped("countries.parquet") if path is None else Path(path))
    absent = [name for name in COLUMNS if name not in countries.columns]
    if absent:
        raise ValueError(f"boundaries lack the columns {', '.join(absent)}")
    if countries.crs is None or countries.crs.to_epsg() != 4326:
        found = "no CRS" if countries.crs is None else countries.crs.name
        raise ValueError(f"boundaries must be in EPSG:4326, not {found}")
    keys = countries["iso_a3"]
    wrong = sorted(set(keys[keys.duplicated()].dropna()))
    if wrong or keys.isna().any():
        found = ", ".join(wrong) or "a missing one"
        raise ValueError(f"join keys must be unique and present; found {found}")
    return countries


def _read(path: Path) -> geopandas.GeoDataFrame:
    if not path.is_file():
        raise FileNotFoundError(
            f"there is no file {path.as_posix()}; without a path the shipped boundaries"
            " are read"
        )
    try:
        return geopandas.read_parquet(path)
    except ValueError as error:
        raise ValueError(
            f"{path.as_posix()} is no GeoParquet; read it with geopandas.read_file,"
            " save it with to_parquet, or join to the frame itself"
        ) from error


@lru_cache(maxsize=1)
def boundaries_held(_digest: str) -> geopandas.GeoDataFrame:
    """Return the shipped boundaries, read once for each SHA-256 that they have.

    For who builds again and again; the frame must not be changed.
    """
    return read_boundaries()
