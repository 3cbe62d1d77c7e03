"""Tables in workbooks: which sheet, merged headers, and cells that cannot be used."""

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from books import write_ods, write_xlsx

from geo.definitions.load import load_map
from geo.findings import Finding
from geo.tables.dataset import Dataset, read_dataset
from geo.tables.sheet_names import table_of_sheet
from geo.tables.table_file import TableFile

ADDRESS = "https://example.org/a"
HEADER = ["Pays", "Date", "Statut", "Effectifs", "Nature du chiffre", "Sens", "Source"]
ROW = ["France", datetime.date(2025, 3, 15), "declined", None, None, None, ADDRESS]


def read(
    path: Path, rows: list[list[Any]], merges: tuple[str, ...] = ()
) -> tuple[Dataset, tuple[Finding, ...]]:
    if path.suffix == ".xlsx":
        write_xlsx(path, {"Promesses": rows}, merges)
    else:
        write_ods(path, {"Promesses": rows})
    return read_dataset({"pledges": path})


def places(findings: tuple[Finding, ...]) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.cell) for finding in findings]


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_a_sheet_is_read_and_its_cells_are_named(tmp_path: Path, name: str) -> None:
    wrong = ["Frnace", *ROW[1:]]
    dataset, findings = read(tmp_path / name, [["Un titre"], [], HEADER, ROW, wrong])
    assert dataset.statements["row-4"].date.iso == "2025-03-15"
    assert places(findings) == [("above-header", None), ("unknown-actor", "A5")]
    assert findings[1].place.endswith(f"{name}:Promesses!A5")


def test_a_merged_header(tmp_path: Path) -> None:
    rows = [
        ["Pays", "Effectifs", None, "Date", "Statut", "Sens", "Source"],
        [None, "min", "max", None, None, None, None],
        ["France", 2000, 2000, "mars 2025", "pledged_troops", "pledge", ADDRESS],
    ]
    merges = ("A1:A2", "B1:C1", "D1:D2", "E1:E2", "F1:F2", "G1:G2")
    dataset, findings = read(tmp_path / "a.xlsx", rows, merges=merges)
    (statement,) = dataset.statements.values()
    assert statement.figure is not None
    assert (statement.figure.minimum, statement.figure.maximum) == (2000, 2000)
    assert findings == ()


def test_cells_merged_among_the_rows_are_refused(tmp_path: Path) -> None:
    rows = [HEADER, ROW, ["Italie", *ROW[1:3], 3000, None, "pledge", ADDRESS],
            ["Pologne", *ROW[1:3], None, None, None, ADDRESS]]  # fmt: skip
    _, findings = read(tmp_path / "a.xlsx", rows, merges=("D3:D4",))
    assert places(findings) == [("merged-cells", "D3")]


def test_a_fraction_is_no_number_of_people(tmp_path: Path) -> None:
    rows = [
        HEADER,
        [*ROW[:2], "pledged_troops", 1.776, None, "pledge", ADDRESS],
        ["Italie", *ROW[1:2], "pledged_troops", "3.000", None, "pledge", ADDRESS],
    ]
    _, findings = read(tmp_path / "a.xlsx", rows)
    assert places(findings) == [("bad-value", "D2")]
    assert "whole numbers" in findings[0].message


def test_a_formula_that_has_no_result_is_an_error(tmp_path: Path) -> None:
    _, findings = read(tmp_path / "a.xlsx", [HEADER, [*ROW[:3], "=1+2", *ROW[4:]]])
    assert places(findings) == [("unusable-cell", "D2")]


@pytest.mark.parametrize(
    ("sheet", "table"),
    [("pledges", "pledges"), ("Réunions", "meetings"), ("SOURCES", "sources"),
     ("meeting_counts", "meeting_counts"), ("Feuil1", None)],
)  # fmt: skip
def test_sheets_are_called_after_tables(sheet: str, table: str | None) -> None:
    assert table_of_sheet(sheet) == table


def test_which_sheet_must_be_certain(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"A": [HEADER, ROW], "B": [HEADER, ROW]})
    _, findings = read_dataset({"pledges": path})
    assert [f.code for f in findings] == ["missing-sheet"]
    for sheet, count in (("B", 1), ("C", 0)):
        dataset, findings = read_dataset({"pledges": TableFile(path, sheet)})
        assert len(dataset.statements) == count
    assert 'no sheet "C"' in findings[0].message


def as_rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split(",") for line in lines]


def test_the_sheets_of_a_workbook_are_the_tables(project: Path) -> None:
    data = project / "data"
    tables = {"Promesses": "pledges.csv", "Sources": "sources.csv"}
    sheets = {sheet: as_rows(data / file) for sheet, file in tables.items()}
    sheets["Notes"] = [["mine"]]
    write_xlsx(data / "book.xlsx", sheets)
    definition = project / "maps" / "small.toml"
    text = definition.read_text(encoding="utf-8")
    from_csv, findings = load_map(definition, data, frozenset({"FRA", "ESP", "POL",
                                                               "ITA"}))  # fmt: skip
    assert findings == ()
    named = 'pledges = "pledges.csv"\nsources = "sources.csv"'
    assert named in text
    definition.write_text(text.replace(named, 'workbook = "book.xlsx"'))
    from_book, findings = load_map(definition, data, frozenset({"FRA", "ESP", "POL",
                                                                "ITA"}))  # fmt: skip
    assert findings == ()
    assert from_csv is not None
    assert from_book is not None
    assert from_book.dataset.statements == from_csv.dataset.statements
    assert from_book.dataset.sources == from_csv.dataset.sources


def test_a_workbook_without_statements(project: Path) -> None:
    write_xlsx(project / "data" / "book.xlsx", {"A": [["x"]], "B": [["y"]]})
    definition = project / "maps" / "small.toml"
    text = definition.read_text(encoding="utf-8")
    definition.write_text(text.replace('pledges = "pledges.csv"',
                                       'workbook = "book.xlsx"'))  # fmt: skip
    _, findings = load_map(definition, project / "data", frozenset())
    assert "missing-sheet" in {f.code for f in findings}


def test_a_sheet_that_is_a_chart_is_no_table(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in ([], ["A title"], ["A second"], HEADER, ROW):
        book["Sheet"].append(row)
    book.create_chartsheet("Chart", 0)
    path = tmp_path / "a.xlsx"
    book.save(path)
    dataset, (above,) = read_dataset({"pledges": path})
    assert len(dataset.statements) == 1
    assert "rows 2 to 3 above it are passed over" in above.message
    _, (chart,) = read_dataset({"pledges": TableFile(path, "Chart")})
    assert chart.message == 'the workbook has no sheet "Chart" with cells'
