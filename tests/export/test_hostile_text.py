"""What stands in the tables comes out of every format as it stood, and runs nowhere."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
import python_calamine
from frictionless import Package
from hostile_project import write_project
from openpyxl.utils.escape import unescape
from payloads import every_text, for_cells
from spreadsheets import formulas

import geopandas as gpd

from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.definitions.load import load_map
from geo.export.export import FORMATS, exported_files
from geo.export.gather import Exported, gather
from geo.export.values import rows_of


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    texts = [text for text in for_cells(every_text()) if len(text) < 2_000]
    folder = write_project(tmp_path_factory.mktemp("hostile") / "p", texts, texts[0])
    path = folder / "maps" / "hostile.toml"
    loaded, findings = load_map(path, folder / "data", boundary_keys())
    assert loaded, findings
    return gather(loaded, read_boundaries())


@pytest.fixture(scope="module")
def files(exported: Exported, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    for name, data in exported_files(exported, FORMATS).items():
        (folder / name).write_bytes(data)
    return folder


def test_every_format_gives_the_statements_as_they_stand(
    exported: Exported, files: Path
) -> None:
    said = list(exported.statements["statement"])
    assert len(set(said)) > 50
    value = json.loads((files / "hostile.json").read_text(encoding="utf-8"))
    assert [row["statement"] for row in value["statements"]] == said
    assert (
        list(gpd.read_file(files / "hostile.gpkg", layer="statements")["statement"])
        == said
    )
    assert (
        list(pd.read_parquet(files / "hostile-statements.parquet")["statement"]) == said
    )


def test_no_cell_of_csv_is_a_formula(exported: Exported, files: Path) -> None:
    data = (files / "hostile-statements.csv").read_bytes()
    assert list(formulas(data)) == []
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(exported.statements)
    for row, plain in zip(rows, rows_of(exported.statements), strict=True):
        assert row["statement"].replace("'", "") == plain["statement"].replace("'", "")


def test_no_cell_of_a_workbook_is_a_formula(exported: Exported, files: Path) -> None:
    book = openpyxl.load_workbook(files / "hostile.xlsx")
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row]
    assert not {cell.data_type for cell in cells} & {"f", "e"}
    assert not [cell for cell in cells if cell.hyperlink]
    header, *rows = book["statements"].iter_rows(values_only=True)
    at = header.index("statement")
    # A control character is written as Excel has it, which openpyxl leaves to us.
    found = [unescape(row[at]) for row in rows]
    assert found == list(exported.statements["statement"])


def test_another_reader_of_the_workbook_sees_texts(
    exported: Exported, files: Path
) -> None:
    book = python_calamine.CalamineWorkbook.from_path(files / "hostile.xlsx")
    header, *rows = book.get_sheet_by_name("statements").to_python()
    at = header.index("statement")
    found = [unescape(row[at]) for row in rows]
    assert found == list(exported.statements["statement"])


def test_the_package_stays_valid(files: Path) -> None:
    report = Package(str(files / "datapackage.json")).validate()
    assert report.valid, report.to_summary()
