"""The files that a derivation writes, byte for byte the same each time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas

import geopandas
import shapely

from data.derive.boundaries.detail import GRID_DEG
from data.derive.boundaries.lines import Border
from data.derive.boundaries.origin import origin_toml
from data.derive.boundaries.topology import Feature, encode


def page_topology(
    countries: geopandas.GeoDataFrame,
    areas: geopandas.GeoDataFrame,
    lines: list[Border],
    keys: Mapping[str, str],
) -> dict[str, Any]:
    """Encode what the page draws.

    Parameters
    ----------
    countries
        As ``dissolve_countries`` gives them.
    areas
        As ``simplify`` gives them; those with a ``label_id`` are the disputed areas.
    lines
        As ``disputed_lines`` gives them.
    keys
        Join keys by owner.

    Returns
    -------
    dict
        TopoJSON with three objects: ``countries`` (id: the join key),
        ``disputed_areas`` (properties: ``id``, its label id, and ``owner``, a join key)
        and ``disputed_lines``.
    """
    disputed = areas[areas["label_id"] != ""].sort_values("label_id")
    rows = zip(
        disputed["label_id"], disputed["owner"], _oriented(disputed), strict=True
    )
    objects = {
        "countries": [
            Feature(shape, id=key)
            for key, shape in zip(countries["iso_a3"], countries.geometry, strict=True)
        ],
        "disputed_areas": [
            Feature(shape, properties={"id": label_id, "owner": keys[owner]})
            for label_id, owner, shape in rows
        ],
        "disputed_lines": [Feature(line.geometry) for line in lines],
    }
    return encode(objects, GRID_DEG)


def write_outputs(
    folder: Path,
    countries: geopandas.GeoDataFrame,
    topology: dict[str, Any],
    policy: str,
) -> None:
    """Write the countries, their label points, the page's boundaries, their origin."""
    folder.mkdir(parents=True, exist_ok=True)
    parquet = folder / "countries.parquet"
    countries.to_parquet(parquet, index=False, compression="zstd")
    points = folder / "label_points.csv"
    _label_points(countries).to_csv(points, index=False, lineterminator="\n")
    page = folder / "boundaries.topojson"
    text = json.dumps(topology, ensure_ascii=False, separators=(",", ":"))
    page.write_text(text + "\n", encoding="utf-8", newline="\n")
    origin = origin_toml(policy, [parquet, points, page])
    (folder / "origin.toml").write_text(origin, encoding="utf-8", newline="\n")


def _label_points(countries: pandas.DataFrame) -> pandas.DataFrame:
    """Return where labels stand, for who needs no geometry."""
    columns = {"label_lon": "lon", "label_lat": "lat"}
    return countries[["iso_a3", *columns]].rename(columns=columns)


def _oriented(areas: geopandas.GeoDataFrame) -> Any:
    return shapely.orient_polygons(shapely.normalize(areas.geometry.to_numpy()))
