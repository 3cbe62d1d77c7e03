"""Countries and statements as GeoPackage and as GeoParquet."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

import geopandas as gpd

from geo.export.gather import Exported

_CLOCK = "OGR_CURRENT_DATE"


def to_gpkg(exported: Exported) -> bytes:
    """Write a GeoPackage with the layers ``countries`` and ``statements``.

    GDAL stamps the time into it; it is given the date of the data instead, so that
    the same data are the same bytes.
    """
    import pyogrio

    about = exported.about.as_metadata()
    with tempfile.TemporaryDirectory() as folder, _clock(exported.about.as_of):
        # GDAL adds the second layer to a file, not to a buffer.
        path = Path(folder) / "data.gpkg"
        for layer, frame in (
            ("countries", exported.countries),
            ("statements", exported.statements),
        ):
            pyogrio.write_dataframe(
                frame, path, layer=layer, driver="GPKG", append=path.exists(),
                layer_metadata=about,
            )  # fmt: skip
        return path.read_bytes()


@contextmanager
def _clock(day: str) -> Iterator[None]:
    """Let GDAL take a day, or the first of a month or year, for the present."""
    import pyogrio

    before = pyogrio.get_gdal_config_option(_CLOCK)
    first = f"{day}-01-01"[:10] if len(day) == 4 else f"{day}-01"[:10]
    pyogrio.set_gdal_config_options({_CLOCK: f"{first}T00:00:00.000Z"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({_CLOCK: before})


def to_parquet(exported: Exported) -> tuple[bytes, bytes]:
    """Write the countries as GeoParquet and the statements as Parquet.

    What is said of the data stands in the frame's ``attrs``, where both libraries
    read it again.
    """
    files = []
    for frame in (exported.countries, exported.statements):
        said = frame.copy()
        said.attrs = exported.about.as_metadata()
        files.append(_parquet(said))
    return files[0], files[1]


def _parquet(frame: pd.DataFrame | gpd.GeoDataFrame) -> bytes:
    file = io.BytesIO()
    frame.to_parquet(file, index=False)
    return file.getvalue()
