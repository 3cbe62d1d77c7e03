"""Every format reads back as what was written, and a spreadsheet runs none of it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import geojson_pydantic
import openpyxl
import pandas as pd
import pytest
from click.testing import CliRunner
from frictionless import Package

import geopandas as gpd
import shapely

import geo
from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.cli import main
from geo.definitions.load import MapInput, load_map
from geo.export.export import FORMATS, exported_files
from geo.export.gather import COUNTRY_COLUMNS, Exported, gather
from geo.export.geojson import bounding_box
from geo.export.values import rows_of
from geo.export.workbook import LONGEST, cut_texts
from geo.tables.schema import TABLES

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def coalition() -> MapInput:
    path = ROOT / "maps" / "coalition.toml"
    loaded, _ = load_map(path, ROOT / "data", boundary_keys())
    assert loaded
    return loaded


@pytest.fixture(scope="module")
def exported(coalition: MapInput) -> Exported:
    return gather(coalition, read_boundaries(), version="1.0.0")


@pytest.fixture(scope="module")
def files(exported: Exported, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    for name, data in exported_files(exported, FORMATS).items():
        (folder / name).write_bytes(data)
    return folder


def values(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows without what formats have no type for: a Boolean may be 1, a day a time."""
    rows = []
    for row in rows_of(frame[[c for c in frame if c != "geometry"]]):
        for name in ("decided_on", "since", "help_on", "help_since"):
            if row.get(name) is not None:
                row[name] = str(row[name])[:10]
        rows.append(row)
    return rows


STANDS_FOR = {"date_certainty": "approximate"}
"""Columns of the table that a frame has in another form."""


def test_each_column_of_the_table_is_in_the_frame_and_the_export(
    exported: Exported,
) -> None:
    said = geo.read_pledges(ROOT / "data" / "pledges.csv")
    columns = [one.name for one in TABLES["pledges"].columns]
    assert {STANDS_FOR.get(name, name) for name in columns} <= set(said.columns)
    assert set(columns) <= set(exported.statements.columns)
    table = pd.read_csv(ROOT / "data" / "pledges.csv", dtype=str, keep_default_na=False)
    for name in ("conditions_note", "meeting_mode", "better_sought", "note"):
        assert said[name].fillna("").tolist() == table[name].tolist(), name
    assert said["language"].tolist() == table["language"].replace("", "en").tolist()
    assert (table["conditions_note"] != "").any()


def test_an_export_is_a_table_that_can_be_read_again(files: Path) -> None:
    beside = {
        name: ROOT / "data" / f"{name}.csv"
        for name in ("sources", "meetings", "actors", "places")
    }
    again = geo.read_pledges(files / "coalition-statements.csv", **beside)
    said = geo.read_pledges(ROOT / "data" / "pledges.csv")
    kept = said[said["id"].isin(again["id"])]
    assert len(kept) == len(again) > 200
    assert again["approximate"].any()
    rows = [frame.drop(columns="row").set_index("id") for frame in (again, kept)]
    pd.testing.assert_frame_equal(rows[0], rows[1].loc[rows[0].index])


@pytest.mark.parametrize("form", ["geojson", "gpkg"])
def test_geopandas_reads_the_countries_back(
    exported: Exported, files: Path, form: str
) -> None:
    layer = {"layer": "countries"} if form == "gpkg" else {}
    read = gpd.read_file(files / f"coalition.{form}", **layer)
    assert read.crs.to_epsg() == 4326
    assert values(read[list(COUNTRY_COLUMNS)]) == values(exported.countries)
    assert shapely.equals(read.geometry, exported.countries.geometry).all()


def test_the_geopackage_holds_the_statements(exported: Exported, files: Path) -> None:
    read = gpd.read_file(files / "coalition.gpkg", layer="statements")
    assert values(read) == values(exported.statements)


def test_parquet_reads_back_with_its_terms(exported: Exported, files: Path) -> None:
    countries = gpd.read_parquet(files / "coalition.parquet")
    assert values(countries) == values(exported.countries)
    assert countries.geometry.equals(exported.countries.geometry)
    assert countries.attrs == exported.about.as_metadata()
    statements = pd.read_parquet(files / "coalition-statements.parquet")
    assert values(statements) == values(exported.statements)


def test_the_topojson_has_every_country_with_its_row(
    exported: Exported, files: Path
) -> None:
    read = gpd.read_file(files / "coalition.topojson", layer="countries")
    assert values(read[list(COUNTRY_COLUMNS)]) == values(exported.countries)
    assert (read.geometry.notna() & ~read.geometry.is_empty).all()


def test_csv_reads_back_with_its_terms(exported: Exported, files: Path) -> None:
    text = (files / "coalition-statements.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in rows] == list(exported.statements["id"])
    assert {row["licence"] for row in rows} == {"CC BY 4.0"}
    assert {row["as_of"] for row in rows} == {"2026-02-27"}
    assert {row["cite_as"] for row in rows} == {exported.about.citation}
    spain = next(row for row in rows if row["meaning"] == "deployed_elsewhere")
    assert spain["troops_min"].isdigit()
    assert {row["troops_min"] for row in rows} >= {""}


def test_the_workbook_reads_back(exported: Exported, files: Path) -> None:
    book = openpyxl.load_workbook(files / "coalition.xlsx")
    assert book.sheetnames == ["about", "countries", "statements"]
    header, *rows = book["statements"].iter_rows(values_only=True)
    assert [dict(zip(header, row, strict=True)) for row in rows] == values(
        exported.statements
    )
    about = dict(book["about"].iter_rows(min_row=2, values_only=True))
    assert about == exported.about.as_metadata()


def test_json_holds_all(exported: Exported, files: Path) -> None:
    value = json.loads((files / "coalition.json").read_text(encoding="utf-8"))
    assert value["metadata"] == exported.about.as_metadata()
    assert value["statements"] == list(rows_of(exported.statements))
    assert len(value["countries"]) == len(exported.countries)


@pytest.mark.filterwarnings("ignore:BBOX crossing the Antimeridian")
def test_geojson_is_as_rfc_7946_has_it(files: Path) -> None:
    text = (files / "coalition.geojson").read_text(encoding="utf-8")
    collection = geojson_pydantic.FeatureCollection.model_validate_json(text)
    assert "crs" not in json.loads(text)
    for feature in collection.features:
        shape = shapely.from_geojson(feature.geometry.model_dump_json())
        for part in shapely.get_parts(shape):
            assert part.exterior.is_ccw, feature.id
            assert not any(ring.is_ccw for ring in part.interiors), feature.id
            west, _, east, _ = part.bounds
            # A ring that leapt over 180° would be as wide as the world.
            assert east - west < 180 or feature.id in {"ATA", "RUS"}, feature.id
        assert -180 <= shape.bounds[0] <= shape.bounds[2] <= 180
        west, south, east, north = feature.bbox
        assert (south, north) == (shape.bounds[1], shape.bounds[3])
        if west <= east:
            assert (west, east) == (shape.bounds[0], shape.bounds[2])
    crossing = {f.id for f in collection.features if f.bbox[0] > f.bbox[2]}
    assert {"FJI", "RUS", "USA", "NZL"} <= crossing
    assert "FRA" not in crossing


def test_a_box_crosses_180_only_where_that_is_narrower() -> None:
    near = shapely.MultiPolygon(
        [shapely.box(170, 0, 180, 1), shapely.box(-180, 0, -175, 1)]
    )
    assert bounding_box(near) == [170, 0, -175, 1]
    apart = shapely.MultiPolygon(
        [shapely.box(-60, 0, -50, 1), shapely.box(0, 0, 10, 1)]
    )
    assert bounding_box(apart) == [-60, 0, 10, 1]


def test_frictionless_finds_the_package_valid(files: Path) -> None:
    report = Package(str(files / "datapackage.json")).validate()
    assert report.valid, report.to_summary()
    package = json.loads((files / "datapackage.json").read_text(encoding="utf-8"))
    assert package["version"] == "1.0.0"
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    listed = {resource["path"] for resource in package["resources"]}
    assert listed | {"datapackage.json"} == {path.name for path in files.iterdir()}


def test_every_column_is_explained(files: Path) -> None:
    package = json.loads((files / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        for field in resource.get("schema", {}).get("fields", []):
            assert len(field["description"]) > 5, field


def test_until_a_date_the_later_is_unknown(coalition: MapInput) -> None:
    from geo.cells.dates import PartialDate, parse_date

    day = parse_date("2025-03-31")
    assert isinstance(day, PartialDate)
    early = gather(coalition, read_boundaries(), until=day)
    assert early.about.as_of <= "2025-03-31"
    assert early.statements["date"].max() <= "2025-03-31"
    assert 0 < len(early.statements) < len(coalition.statements)
    decided = early.countries["decided_on"].dropna()
    assert decided.max() <= "2025-03-31"


def test_names_are_in_the_language_asked_for(coalition: MapInput) -> None:
    french = gather(coalition, read_boundaries(), language="fr")
    row = next(r for r in rows_of(french.countries) if r["iso_a3"] == "DEU")
    assert row["country"] == "Allemagne"
    assert french.about.citation.startswith("Qui enverrait")


def test_a_workbook_runs_no_text(exported: Exported) -> None:
    from dataclasses import replace

    from geo.export.workbook import to_xlsx

    hostile = exported.statements.head(1).assign(statement="=HYPERLINK(1)", note="@a")
    book = openpyxl.load_workbook(
        io.BytesIO(to_xlsx(replace(exported, statements=hostile)))
    )
    cells = [cell for row in book["statements"].iter_rows(min_row=2) for cell in row]
    assert "=HYPERLINK(1)" in {cell.value for cell in cells}
    assert not {cell.data_type for cell in cells} & {"f", "e"}


def test_a_workbook_says_what_it_cut(exported: Exported) -> None:
    notes = ["x" * 40_000, "y" * LONGEST, *exported.statements["note"][2:]]
    long = replace(exported, statements=exported.statements.assign(note=notes))
    data = exported_files(long, ["xlsx"])[f"{long.about.slug}.xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(data))
    (about,) = [
        row for row in book["about"].iter_rows(values_only=True) if row[0] == "cut"
    ]
    assert about[1].startswith("1 text is cut, since a cell of a workbook holds 32,767")
    at = [cell.value for cell in book["statements"][1]].index("note")
    first, second = (
        row[at] for row in [*book["statements"].iter_rows(values_only=True)][1:3]
    )
    assert first == "x" * (LONGEST - 1) + "…"
    assert second == notes[1]
    assert cut_texts(exported) == ""


def test_the_command_says_what_it_cut(
    project: Path, edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = "id,actor,date,status,source,confidence,speaks_for"
    edit("data/pledges.csv", head, f"{head},note")
    edit(
        "data/pledges.csv",
        "S1,FRA,2025-01-01,pledged_troops,one,high,own_government",
        f"S1,FRA,2025-01-01,pledged_troops,one,high,own_government,{'x' * 40_000}",
    )
    monkeypatch.chdir(project)
    done = CliRunner().invoke(main, ["export", "small", "--to", "xlsx,csv"])
    assert done.exit_code == 0
    assert "small.xlsx: 1 text is cut" in done.stderr
    assert "x" * 40_000 in (project / "small-data" / "small-statements.csv").read_text()
