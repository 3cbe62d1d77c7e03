"""The sheets of an XLSX or ODS workbook as grids: dates as dates, numbers as numbers.

The values are read by python-calamine.  A formula counts by the result that the
spreadsheet kept in the file.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from geo.findings import counted, quote
from geo.sheets.grid import Grid, GridRow, Notice, UnreadableError
from geo.sheets.limits import Limits
from geo.sheets.ods_scan import scan_ods
from geo.sheets.workbook_scan import Around, SheetScan, Shown, broken, open_archive
from geo.sheets.xlsx_scan import scan_xlsx

Value = object
_COPY = "copy its table into a spreadsheet, and save that as .xlsx or CSV UTF-8"
_ARCHIVES = (
    ("word/document.xml", "a Word document", _COPY),
    ("ppt/presentation.xml", "a presentation", _COPY),
    ("Index/Document.iwa", "a Numbers document", "export it as Excel or CSV"),
    ("index.zip", "a Numbers document", "export it as Excel or CSV"),
)
Choose = Callable[[list[str]], str]


def sheets_of(file: BinaryIO, limits: Limits) -> dict[str, SheetScan]:
    """Return what each sheet's XML tells, by name, without the sheets that are empty.

    Raises
    ------
    UnreadableError
        If the file is no workbook, is damaged, or is beyond the limits.
    """
    with open_archive(file) as archive:
        parts = set(archive.namelist())
        if "xl/workbook.xml" in parts:
            scans = scan_xlsx(archive, limits)
        elif "content.xml" in parts:
            scans = scan_ods(archive, limits)
        else:
            what, advice = next(
                (told for part, *told in _ARCHIVES if part in parts),
                ("an archive", "unpack it, and name the table inside"),
            )
            raise UnreadableError(
                "not-a-table", f"the file is {what}, not a workbook", advice
            )
    return {name: scan for name, scan in scans.items() if scan.rows}


def read_workbook(file: BinaryIO, choose: Choose, limits: Limits) -> Grid:
    """Read one sheet of a workbook as a grid.

    ``choose`` gives it from the names of those that are not empty; it may raise
    :class:`UnreadableError`.
    """
    scans = sheets_of(file, limits)
    scan = scans[choose(list(scans))]
    if scan.rows * scan.columns > limits.sheet_cells:
        raise UnreadableError(
            "too-large", f"the sheet reaches to row {scan.rows:,} and column"
            f" {scan.columns:,}",
            "delete what stands far from the table, or copy the table to a new sheet",
        )  # fmt: skip
    rows = _rows(file, scan, limits)
    return Grid(scan.name, rows, list(_notices(scan)), merges=tuple(scan.merges))


def _notices(scan: SheetScan) -> Iterator[Notice]:
    """Tell of rows that somebody may have meant to leave out; they are read."""
    for rows, how in ((scan.hidden, "hidden"), (scan.struck, "struck out")):
        first, *others = sorted(row for row in rows if row <= scan.rows) or [0]
        if first:
            many = f"{len(others) + 1:,} rows are" if others else f"row {first} is"
            yield Notice(
                "hidden-row", f"{many} {how}, and read like the others",
                "delete them if they are not meant", first,
            )  # fmt: skip
    if scan.beside:
        first = min(scan.beside)
        before, after, _ = scan.beside[first]
        beside = before.strip() or after.strip()
        yield Notice(
            "written-beside", "the number format of"
            f" {counted(len(scan.beside), 'row', 'rows')} writes"
            f" {quote(beside)} beside a number, which is read as it"
            " is shown",
            "nothing, if that is meant; else give the cells a format of digits alone",
            first,
        )  # fmt: skip


def _rows(file: BinaryIO, scan: SheetScan, limits: Limits) -> Iterator[GridRow]:
    import python_calamine  # only those who keep workbooks wait for it

    file.seek(0)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(file.read()))
        sheet = book.get_sheet_by_name(scan.name)
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise broken(str(error)) from error
    faults: dict[int, dict[int, str]] = {}
    for (row, column), fault in scan.faults.items():
        faults.setdefault(row, {})[column] = fault
    shown: list[Shown] = []
    # Calamine's rows begin with the first column that is filled.
    left: list[Value] = [""] * (sheet.start or (0, 0))[1]
    for number, right in enumerate(sheet.iter_rows(), start=1):
        cells = [*left, *right]
        if scan.columns > limits.columns and any(cells[limits.columns :]):
            raise UnreadableError(
                "too-large", f"the row has more than {limits.columns:,} cells",
                "check that the sheet is a table", number,
            )  # fmt: skip
        shown += scan.shown.get(number, ())
        shown = [one for one in shown if one.last_row >= number]
        yield _row(number, _as_shown(cells, shown), faults.get(number, {}))


def _as_shown(cells: list[Value], shown: Sequence[Shown]) -> list[Value]:
    """Cut dates to what their cells show: of "March 2025" a workbook keeps its first.

    A cell that holds another day has one that was written, and keeps it.  What is shown
    in percent is so many of a hundred, and a text with its sign; so is what a format
    writes beside a number.
    """
    for one in shown:
        for at in one.columns[: len(cells)]:
            if at < len(cells):
                value = cells[at]
                if one.how == "percent":
                    cells[at] = _written(value, Around("", "%"), 100)
                elif isinstance(one.how, Around):
                    cells[at] = _written(value, one.how, 1 / one.how.divisor)
                else:
                    cells[at] = _cut(value, one.how)
    return cells


def _written(value: Value, around: Around, times: float) -> Value:
    """Return a number as its cell shows it, with what stands beside it."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    whole, _, decimals = f"{abs(value) * times:.9f}".rstrip("0").partition(".")
    # Three of them could be thousands.
    decimals += "0" if len(decimals) == 3 else ""
    number = f"{whole}.{decimals}" if decimals else whole
    minus = "-" if value < 0 else ""
    return f"{minus}{around.before}{number}{around.after}"


def _cut(value: Value, precision: str) -> Value:
    if not isinstance(value, datetime.date) or value.day != 1:
        return value
    if isinstance(value, datetime.datetime) and value.time() != datetime.time.min:
        return value
    if precision == "month":
        return f"{value:%Y-%m}"
    return f"{value:%Y}" if value.month == 1 else value


def _row(number: int, values: Sequence[Value], faults: dict[int, str]) -> GridRow:
    cells = [text_of(value) for value in values]
    cells += [""] * (max(faults, default=-1) + 1 - len(cells))
    # A whole number is certain as text; 1.776 would be read as a person might type it.
    numbers = {
        place: value
        for place, value in enumerate(values)
        if isinstance(value, float) and not value.is_integer()
    }
    return GridRow(number, tuple(cells), numbers, faults)


def text_of(value: Value) -> str:
    """Return a cell's value as text that reads back as the value."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time.min
        return value.date().isoformat() if midnight else value.isoformat(" ")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)
