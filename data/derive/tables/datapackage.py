"""The Frictionless Data Package of the tables: ``data/datapackage.json``.

It is put together from two halves, so that neither repeats the other: the columns are
those of :mod:`geo.tables.schema`; what the files are, whose they are and on what terms
stands in ``data/package.toml``, which a person writes.

Formats: https://specs.frictionlessdata.io/data-package/ and, for the columns,
https://specs.frictionlessdata.io/table-schema/.
"""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from geo.tables.schema import TABLES
from geo.tables.table import Column, Table

Json = dict[str, Any]

DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
WEB_PATTERN = r"^https?://\S+$"
ID_PATTERN = "[A-Za-z0-9_-]+"
ACTOR_PATTERN = "[^;]+"
MAX_DEGREES = 180


def read_about(folder: Path) -> Json:
    """Read the hand-written half, ``package.toml``, of a folder of tables."""
    return tomllib.loads((folder / "package.toml").read_text(encoding="utf-8"))


def last_read(folder: Path) -> str:
    """Return the last day on which a source of a folder's tables was read."""
    with (folder / "sources.csv").open(encoding="utf-8", newline="") as file:
        return max(row["read"] for row in csv.DictReader(file))


def descriptor(about: Mapping[str, Any], day: str) -> Json:
    """Put the descriptor of a data package together.

    Parameters
    ----------
    about
        The hand-written half: properties of the package; ``licenses`` and ``sources``
        by key; ``resources``, each with ``name``, ``path``, ``title``,
        ``description``, the keys of its ``license`` and ``source``, and for a table
        the name of its schema, ``table``.
    day
        That of the data, as :func:`last_read` returns it.

    Returns
    -------
    dict
        A valid ``datapackage.json``, not yet written as text.

    Raises
    ------
    KeyError
        If a resource names a table, a licence or a source that there is not.
    """
    resources = about["resources"]
    return {
        "profile": "data-package",
        **{key: about[key] for key in ("name", "title", "version")},
        "created": f"{day}T00:00:00Z",
        "description": about["description"].strip(),
        "keywords": about["keywords"],
        "contributors": about["contributors"],
        "licenses": _used("license", about["licenses"], resources),
        "sources": _used("source", about["sources"], resources),
        "resources": [_resource(resource, about) for resource in resources],
    }


def as_text(package: Mapping[str, Any]) -> str:
    """Write a descriptor as the text of its file."""
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def table_schema(table: Table, refers_to: Mapping[str, str] | None = None) -> Json:
    """Return the Table Schema of a table.

    Parameters
    ----------
    table
        The table.
    refers_to
        The resource that holds each table that a column refers to, by the table's
        name; the table's own name by default.

    Notes
    -----
    A cell that holds several ids has a pattern and no foreign key, for Table Schema
    knows none for a list; nor has an actor, who may be a country.
    """
    resource_of = refers_to or {}
    schema: Json = {
        "fields": [field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": [table.key],
    }
    keys = [
        {
            "fields": [column.name],
            "reference": {
                "resource": resource_of.get(column.refers_to, column.refers_to),
                "fields": [TABLES[column.refers_to].key],
            },
        }
        for column in table.columns
        if column.refers_to is not None and column.kind == "id"
    ]
    return {**schema, "foreignKeys": keys} if keys else schema


def field(column: Column) -> Json:
    """Return the Table Schema field of a column."""
    kind, constraints = _type(column)
    if column.required:
        constraints = {"required": True, **constraints}
    described: Json = {"name": column.name, **kind, "description": column.description}
    return {**described, "constraints": constraints} if constraints else described


def _type(column: Column) -> tuple[Json, Json]:
    """Return the type of a column's cells, and what else holds of them.

    A date stays text: Table Schema has no date whose precision may be a month or a
    year.
    """
    terms = list(column.terms or ())
    match column.kind:
        case "integer":
            return {"type": "integer"}, {"minimum": 0}
        case "number":
            bounds = {"minimum": -MAX_DEGREES, "maximum": MAX_DEGREES}
            return {"type": "number"}, bounds
        case "url":
            return {"type": "string", "format": "uri"}, {"pattern": WEB_PATTERN}
        case "date":
            return {"type": "string"}, {"pattern": DATE_PATTERN}
        case "term":
            return {"type": "string"}, {"enum": terms}
        case "terms":
            return {"type": "string"}, {"pattern": _several(map(re.escape, terms))}
        case "ids":
            return {"type": "string"}, {"pattern": _several([ID_PATTERN])}
        case "actors":
            return {"type": "string"}, {"pattern": _several([ACTOR_PATTERN])}
        # Shorthands are for people; the package describes the files that are here.
        case "id" | "text" | "actor" | "figure" | "participation" | "code":
            return {"type": "string"}, {}


def _several(parts: Iterable[str]) -> str:
    one = "|".join(parts)
    return f"^({one})(;({one}))*$"


def _resource(resource: Mapping[str, Any], about: Mapping[str, Any]) -> Json:
    described = {
        "name": resource["name"],
        "path": resource["path"],
        "title": resource["title"],
        "description": resource["description"],
        "licenses": [about["licenses"][resource["license"]]],
        "sources": [about["sources"][resource["source"]]],
    }
    if "table" not in resource:
        return {
            **described,
            "profile": "data-resource",
            "format": resource["format"],
            "mediatype": resource["mediatype"],
        }
    return {
        **described,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": table_schema(TABLES[resource["table"]], resource.get("refers_to")),
    }


def _used(
    key: str, known: Mapping[str, Json], resources: Iterable[Mapping[str, Any]]
) -> list[Json]:
    """Return what the resources name, once, in the order of the hand-written half."""
    named = {resource[key] for resource in resources}
    return [value for name, value in known.items() if name in named]
