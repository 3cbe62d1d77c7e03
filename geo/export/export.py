"""From a map definition to files of data: what the command line and notebooks call."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from geo.atomic_write import write_atomically
from geo.boundaries.files import shipped
from geo.boundaries.read import read_boundaries
from geo.cells.dates import parse_date
from geo.cells.refused import Refused
from geo.definitions.inputs import input_files
from geo.definitions.load import right_map
from geo.export.delimited import to_csv
from geo.export.gather import Exported, gather
from geo.export.geo_files import to_gpkg, to_parquet
from geo.export.geojson import as_json, to_geojson, to_topojson
from geo.export.package import data_package
from geo.export.values import rows_of
from geo.export.workbook import cut_texts, to_xlsx
from geo.findings import ExportError, quote

Files = Mapping[str, bytes]


def export(
    definition: str | Path,
    formats: Iterable[str],
    folder: str | Path,
    *,
    data: str | Path | None = None,
    until: str | None = None,
    language: str | None = None,
    force: bool = False,
    warn: Callable[[str], None] = lambda _message: None,
) -> tuple[Path, ...]:
    """Write a map's joined countries and statements, with a ``datapackage.json``.

    ``formats`` are any of ``FORMATS``.  The tables are in ``data``, by default beside
    the folder of the definition.  What was not said by ``until``, an ISO date, is left
    out; names and labels are in ``language``, else in the map's own.  Files that
    Pledgemap did not make are replaced with ``force``.  ``warn`` is called with what a
    format could not hold whole.  Return the files that were changed.

    Raises
    ------
    FindingsError
        If the definition or its tables have errors.
    ExportError
        If a format, the date or the language is none that there is.
    OutputError
        If a file could not be written, or one of a person's stands in its place; none
        is written then.
    """
    maps = Path(definition).parent
    tables = maps.parent / "data" if data is None else Path(data)
    loaded, _ = right_map(definition, tables)
    if language is not None and language not in loaded.definition.languages:
        known = ", ".join(loaded.definition.languages)
        raise ExportError(f"the map has no {quote(language)}; it has {known}")
    date = parse_date(until) if until is not None else None
    if isinstance(date, Refused):
        raise ExportError(f"{quote(until or '')}: {date.reason}; {date.expected}")
    exported = gather(
        loaded, read_boundaries(), until=date, language=language,
        version=package_version(tables),
    )  # fmt: skip
    formats = tuple(formats)
    files = exported_files(exported, formats)
    if "xlsx" in formats and (said := cut_texts(exported)):
        warn(f"{exported.about.slug}.xlsx: {said}")
    inputs = input_files(maps, tables)
    return write_atomically(Path(folder), files, inputs=inputs, force=force)


def exported_files(exported: Exported, formats: Iterable[str]) -> Files:
    """Return what each file holds, by name, with ``datapackage.json``."""
    files: dict[str, bytes] = {}
    for form in dict.fromkeys(formats):
        if form not in FORMATS:
            there = ", ".join(FORMATS)
            raise ExportError(f"{quote(form)} is no format; there are {there}")
        files |= FORMATS[form](exported)
    return {**files, "datapackage.json": data_package(exported, files)}


def package_version(tables: Path) -> str:
    """Return the version that a folder's ``datapackage.json`` states; or nothing."""
    try:
        package = json.loads((tables / "datapackage.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    return str(package.get("version", "")) if isinstance(package, dict) else ""


def _csv(exported: Exported) -> Files:
    slug, more = exported.about.slug, exported.about.as_columns()
    return {
        f"{slug}-countries.csv": to_csv(rows_of(exported.countries), more),
        f"{slug}-statements.csv": to_csv(rows_of(exported.statements), more),
    }


def _json(exported: Exported) -> Files:
    value = {
        "metadata": exported.about.as_metadata(),
        "countries": list(rows_of(exported.countries)),
        "statements": list(rows_of(exported.statements)),
    }
    return {f"{exported.about.slug}.json": as_json(value)}


def _parquet(exported: Exported) -> Files:
    countries, statements = to_parquet(exported)
    slug = exported.about.slug
    return {f"{slug}.parquet": countries, f"{slug}-statements.parquet": statements}


def _topojson(exported: Exported) -> Files:
    boundaries = shipped("boundaries.topojson").read_text(encoding="utf-8")
    return {f"{exported.about.slug}.topojson": to_topojson(exported, boundaries)}


FORMATS: Mapping[str, Callable[[Exported], Files]] = {
    "csv": _csv,
    "xlsx": lambda exported: {f"{exported.about.slug}.xlsx": to_xlsx(exported)},
    "json": _json,
    "geojson": lambda exported: {
        f"{exported.about.slug}.geojson": to_geojson(exported)
    },
    "gpkg": lambda exported: {f"{exported.about.slug}.gpkg": to_gpkg(exported)},
    "parquet": _parquet,
    "topojson": _topojson,
}
"""How each format is written."""
