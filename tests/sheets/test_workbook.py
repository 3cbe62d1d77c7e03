"""Workbooks: dates as dates, numbers as numbers, and nothing silently blank."""

import datetime
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from books import Shaped, write_ods, write_xlsx

from geo.sheets.grid import GridRow, Merge, UnreadableError
from geo.sheets.limits import Limits
from geo.sheets.read import open_grid, sheet_names
from geo.sheets.workbook_scan import column_of, letters_of
from geo.sheets.xlsx_scan import precision_of_code

ROWS = [
    ["Country", "Date", "Troops"],
    ["Namibia", datetime.date(2025, 3, 15), 3000],
    ["NA", None, 1.776],
]


def write(path: Path, sheets: dict[str, Any]) -> Path:
    return (write_xlsx if path.suffix == ".xlsx" else write_ods)(path, sheets)


def rows_of(path: Path, limits: Limits | None = None) -> list[GridRow]:
    def first(names: list[str]) -> str:
        return names[0]

    with open_grid(path, lambda _: False, first, limits or Limits()) as grid:
        return list(grid.rows)


@pytest.fixture(params=["xlsx", "ods"])
def book(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / f"book.{request.param}"


def test_values_are_what_the_workbook_holds(book: Path) -> None:
    rows = rows_of(write(book, {"A": ROWS}))
    assert [row.cells for row in rows] == [
        ("Country", "Date", "Troops"),
        ("Namibia", "2025-03-15", "3000"),
        ("NA", "", "1.776"),
    ]
    assert [dict(row.numbers) for row in rows] == [{}, {}, {2: 1.776}]


def test_the_name_of_the_file_does_not_matter(book: Path) -> None:
    odd = write(book, {"A": ROWS}).rename(book.with_suffix(".csv"))
    assert len(rows_of(odd)) == 3


def test_empty_sheets_are_left_out(book: Path) -> None:
    write(book, {"empty": [], "full": ROWS, "blank": [["", ""]]})
    assert sheet_names(book) == ("full",)


def test_rows_keep_their_numbers_and_cells_their_places(book: Path) -> None:
    shifted = [["", "", *row] for row in ROWS]
    rows = rows_of(write(book, {"A": [[""], [""], *shifted]}))
    assert [row.number for row in rows if any(row.cells)] == [3, 4, 5]
    assert rows[2].cells == ("", "", "Country", "Date", "Troops")
    assert dict(rows[4].numbers) == {4: 1.776}


def test_merged_cells_are_known(tmp_path: Path) -> None:
    xlsx = write_xlsx(tmp_path / "a.xlsx", {"A": ROWS}, ["A2:B3"])
    ods = write_ods(tmp_path / "a.ods", {"A": [["x"], [("Namibia", 2, 2), 5], ["y"]]})
    for path in (xlsx, ods):
        with open_grid(path, lambda _: False, lambda names: names[0]) as grid:
            assert grid.merges == (Merge(2, 3, 0, 1),)


MARCH = datetime.date(2025, 3, 1)


@pytest.mark.parametrize(
    ("parts", "day", "read"),
    [
        (("month", "year"), MARCH, "2025-03"),
        (("year", "month", "day"), MARCH, "2025-03-01"),
        (("month", "year"), MARCH.replace(day=11), "2025-03-11"),
        (("year",), MARCH.replace(month=1), "2025"),
        (("year",), MARCH, "2025-03-01"),
    ],
)
def test_a_date_is_as_precise_as_its_cell_shows(
    tmp_path: Path, parts: tuple[str, ...], day: datetime.date, read: str
) -> None:
    cells = [Shaped(day, parts, 2), "x", Shaped(day, parts)]
    by_column = [Shaped(day, parts, 0), MARCH]
    book = write_ods(tmp_path / "a.ods", {"A": [by_column], "B": [["x"], cells]})
    with open_grid(book, lambda _: False, lambda names: names[1]) as grid:
        assert [row.cells for row in grid.rows][1] == (read, read, "x", read)
    assert [row.cells for row in rows_of(book)] == [(read, "2025-03-01")]


@pytest.mark.parametrize(
    ("code", "precision"),
    [
        ("mmm-yy", "month"),
        ("[$-F800]mmmm yyyy", "month"),
        ("mm/yyyy;@", "month"),
        ('yyyy"-as said"', "year"),
        ("\\d yyyy", "year"),
        ("d mmm yyyy", None),
        ("mm:ss", None),
        ("General", None),
        ("0.00E+00", None),
        ("#,##0", None),
        ("", None),
    ],
)
def test_what_a_number_format_shows_of_a_date(code: str, precision: str | None) -> None:
    assert precision_of_code(code) == precision


def test_a_share_is_read_as_its_cell_shows_it(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append([0.0412, 0.04125, -0.05, "x", 0.04])
    formats = ("0.00%", "0.0%;[Red]-0.0%", "0%", "0%", '0.00"%"')
    for cell, code in zip(book.active[1], formats, strict=True):
        cell.number_format = code
    book.save(tmp_path / "a.xlsx")
    (row,) = rows_of(tmp_path / "a.xlsx")
    assert row.cells == ("4.12%", "4.1250%", "-5%", "x", "0.04%")
    assert not row.numbers


def test_a_share_of_an_ods_sheet_is_read_in_percent(tmp_path: Path) -> None:
    path = write_ods(tmp_path / "a.ods", {"A": [[0.0412, 0.5]]})
    edited = tmp_path / "b.ods"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(edited, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "content.xml":
                data = data.replace(b'value-type="float"', b'value-type="percentage"')
            new.writestr(name, data)
    assert [row.cells for row in rows_of(edited)] == [("4.12%", "50%")]


def test_a_formula_without_a_result_is_a_fault(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"A": [["x"], ["=1+2"], ["#N/A"]]})
    rows = rows_of(path)
    assert [dict(row.faults) for row in rows[1:]] == [
        {0: "the formula has no result yet"},
        {0: "the formula gives #N/A"},
    ]


def test_a_formula_counts_by_its_result(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"A": [["x"], ["=1+2"]]})
    edited = tmp_path / "b.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(edited, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"<v />", b"<v>3</v>")
                         .replace(b"<v></v>", b"<v>3</v>"))  # fmt: skip
    assert rows_of(edited)[1].cells == ("3",)


def test_a_far_cell_is_refused_before_it_is_laid_out(tmp_path: Path) -> None:
    import openpyxl

    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "Country"
    workbook.active["XFD1048576"] = "far"
    workbook.save(tmp_path / "a.xlsx")
    with pytest.raises(UnreadableError, match="reaches to row 1,048,576"):
        rows_of(tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    ("limits", "message"),
    [
        (Limits(unzipped_bytes=500), "unpacks to more than"),
        (Limits(file_bytes=500), "at most"),
        (Limits(sheet_cells=5), "reaches to row 3"),
        (Limits(columns=2), "more than 2 cells"),
    ],
)
def test_what_is_too_large_is_refused(book: Path, limits: Limits, message: str) -> None:
    with pytest.raises(UnreadableError, match=message) as error:
        rows_of(write(book, {"A": ROWS}), limits)
    assert error.value.code == "too-large"


def test_an_archive_that_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("a.txt", "text")
    with pytest.raises(UnreadableError, match="archive, not a workbook"):
        rows_of(tmp_path / "a.xlsx")


@pytest.mark.parametrize("share", [0.01, 0.3, 0.9])
def test_a_damaged_workbook(book: Path, share: float) -> None:
    data = write(book, {"A": ROWS}).read_bytes()
    book.write_bytes(data[: max(8, int(len(data) * share))])
    with pytest.raises(UnreadableError):
        rows_of(book)


@pytest.mark.parametrize("encoding", ["none-such", "shift_jis"])
def test_xml_in_an_encoding_that_no_workbook_has(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        text = f'<?xml version="1.0" encoding="{encoding}"?><x/>'
        archive.writestr("content.xml", text)
    with pytest.raises(UnreadableError, match="damaged"):
        rows_of(path)


def test_entities_that_grow_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", bomb)
    with pytest.raises(UnreadableError, match="document type"):
        rows_of(path)


LETTERS = [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]


@pytest.mark.parametrize(("column", "letters"), LETTERS)
def test_columns_have_letters(column: int, letters: str) -> None:
    assert letters_of(column) == letters
    assert column_of(f"{letters}12") == column
