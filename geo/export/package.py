"""The exported files as a Frictionless Data Package: what each is and its columns mean.

Format: https://specs.frictionlessdata.io/data-package/
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import pandas as pd

from geo.export.gather import Exported
from geo.page.metadata import LICENCES
from geo.page.names import stopped
from geo.tables.schema import TABLES

Json = dict[str, Any]

MEDIA_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
    "parquet": "application/vnd.apache.parquet",
    "topojson": "application/json",
}

DESCRIPTIONS = {
    "iso_a3": "ISO 3166-1 alpha-3; XKX for Kosovo, else Natural Earth's code",
    "country": "the country's name in the language of the export",
    "actor_name": "the actor's name in the language of the export",
    "status": "where the country stands; no_data if nothing is known",
    "status_label": "the status in the language of the export",
    "strength": "how firm the status is: sound, weak, as_told; attendance, announced",
    "contested": "whether sound statements of the same day differ",
    "decided_on": "the date of the statement that decides, its latest repeat",
    "since": "the date from which the position has held, without another in between",
    "before": "the answer that the position replaced",
    "basis": "ids of the rows that the status rests on, parted by ;",
    "since_basis": "id of the row that took the position",
    "help": "the answer on other help, where the status does not rest on it alone",
    "help_strength": "how firm that answer is",
    "help_on": "the date of the statement that gives it, its latest repeat",
    "help_since": "the date from which that answer has held",
    "help_basis": "ids of the rows that it rests on, parted by ;",
    "help_since_basis": "id of the row that first gave it",
    "name": "Natural Earth's name, in English",
    "iso_a2": "ISO 3166-1 alpha-2, where there is one",
    "continent": "as Natural Earth assigns it",
    "subregion": "as Natural Earth assigns it",
    "label_lon": "longitude of a point inside the country, in degrees",
    "label_lat": "latitude of a point inside the country, in degrees",
    "area_km2": "on the ellipsoid, before simplification, inland water included",
    "geometry": "the boundary, as WKB in EPSG:4326",
    "figure_min": "the figure, or the least that it may be",
    "figure_max": "the figure, or the most that it may be",
    "weak": "why the statement may decide no colour, parted by ;",
    "publisher": "who published the source",
    "grade": "what kind of publisher that is",
    "aligned_state": "the state that the publisher is run by or aligned with",
    "url": "the source's address",
    "source_title": "the source's title",
    "layers": "ids of the layers that draw the statement on the map, parted by ;",
    "as_of": "the date of the data",
    "licence": "the licence of the data",
    "cite_as": "how to cite the data",
}


def licence_of(licence: str) -> Json:
    """Return a licence as a data package names it."""
    name, path = LICENCES.get(licence, ("", ""))
    known = {"name": name, "path": path} if name else {"name": "other-open"}
    return {**known, "title": licence}


def data_package(exported: Exported, files: Mapping[str, bytes]) -> bytes:
    """Write ``datapackage.json`` for files by name, with the columns of tables."""
    about = exported.about
    countries, statements = exported.countries, exported.statements
    more = about.as_columns()
    tables = {
        f"{about.slug}-countries.csv": countries.drop(columns="geometry").assign(
            **more
        ),
        f"{about.slug}-statements.csv": statements.assign(**more),
        f"{about.slug}.parquet": countries,
        f"{about.slug}-statements.parquet": statements,
    }
    package = {
        "profile": "data-package",
        "name": f"pledgemap-{about.slug}".lower(),
        "title": about.title,
        **({"version": about.version} if about.version else {}),
        "description": f"{stopped(about.as_of_text)} Cite as: {about.citation}",
        **({"licenses": [licence_of(about.licence)]} if about.licence else {}),
        "sources": [{"title": about.boundaries}],
        "resources": [
            _resource(name, data, tables.get(name))
            for name, data in sorted(files.items())
        ],
    }
    return f"{json.dumps(package, ensure_ascii=False, indent=2)}\n".encode()


def _resource(name: str, data: bytes, table: pd.DataFrame | None) -> Json:
    form = name.rpartition(".")[2]
    resource: Json = {
        "name": name.lower().replace(".", "-"),
        "path": name,
        "profile": "data-resource" if table is None else "tabular-data-resource",
        "format": form,
        "mediatype": MEDIA_TYPES[form],
    }
    if form != "parquet":  # which frictionless reads without counting its bytes
        resource["bytes"] = len(data)
        resource["hash"] = f"sha256:{hashlib.sha256(data).hexdigest()}"
    if table is not None:
        key = "iso_a3" if "iso_a3" in table else "id"
        fields = [_field(str(name), column, key) for name, column in table.items()]
        schema = {"fields": fields, "missingValues": [""], "primaryKey": [key]}
        resource |= {"encoding": "utf-8", "schema": schema}
    return resource


def _field(name: str, column: pd.Series[Any], key: str) -> Json:
    kinds = (
        ("boolean", pd.api.types.is_bool_dtype(column)),
        ("integer", pd.api.types.is_integer_dtype(column)),
        ("number", pd.api.types.is_float_dtype(column)),
        ("any", name == "geometry"),
    )
    kind = next((kind for kind, holds in kinds if holds), "string")
    said = {c.name: c.description for c in TABLES["pledges"].columns} | DESCRIPTIONS
    constraints = {"constraints": {"required": True}} if name == key else {}
    return {"name": name, "type": kind, "description": said[name], **constraints}
