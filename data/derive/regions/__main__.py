"""Derive the shipped regions: ``python -m data.derive.regions``.

It writes ``data/boundaries/regions.geojson``; with the libraries of ``origin.toml``
equal boundaries give equal bytes.
"""

from __future__ import annotations

import json
from typing import Any

from data.derive.regions.outlines import derive_region
from geo.boundaries.files import shipped
from geo.boundaries.read import read_boundaries
from geo.digest import file_digest
from geo.vocabulary import REGION

M49 = {"africa": "002", "americas": "019", "asia": "142", "europe": "150",
       "oceania": "009"}  # fmt: skip

ORIGIN = {
    "made_by": "python -m data.derive.regions",
    "members": "region_un of countries.parquet: Natural Earth's REGION_UN, after the"
    " United Nations' standard country or area codes for statistical use (M49)",
    "members_page": "https://unstats.un.org/unsd/methodology/m49/",
    "licence": "public domain",
}


def derived() -> str:
    """Return the text of ``regions.geojson``."""
    features = [region_feature(key) for key in REGION]
    return _written({"type": "FeatureCollection", "origin": origin()}, features)


def origin() -> dict[str, Any]:
    """Return what the regions are made from, and how."""
    made_from = {"countries.parquet": file_digest(shipped("countries.parquet"))}
    return {**ORIGIN, "made_from": made_from}


def region_feature(key: str) -> dict[str, Any]:
    """Return a region as GeoJSON."""
    countries = read_boundaries()
    is_member = (countries["region_un"] == key.capitalize()).to_numpy()
    region = derive_region(countries, is_member)
    properties = {
        "m49": M49[key],
        "middle": region.middle,
        "point": region.point,
        "members": sorted(countries.loc[is_member, "iso_a3"]),
    }
    return {
        "type": "Feature",
        "id": key,
        "properties": properties,
        "geometry": {"type": "MultiLineString", "coordinates": region.outline},
    }


def _written(collection: dict[str, Any], features: list[dict[str, Any]]) -> str:
    """Write a feature a line: a difference says which region changed."""
    head = json.dumps(collection)[:-1]
    lines = ",\n".join(json.dumps(feature) for feature in features)
    return f'{head}, "features": [\n{lines}\n]}}\n'


if __name__ == "__main__":
    path = shipped("countries.parquet").with_name("regions.geojson")
    path.write_text(derived(), encoding="utf-8", newline="\n")
