"""Any file that may hold a table, opened by what it is and not by its name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geo.sheets.delimited import Known, read_delimited
from geo.sheets.grid import Grid
from geo.sheets.limits import LIMITS, Limits
from geo.sheets.records import read_json, read_page, read_parquet
from geo.sheets.signature import is_zip, kind_of, refuse_mark, refuse_other_kinds
from geo.sheets.steady import steady
from geo.sheets.workbook import Choose, read_workbook, sheets_of


@contextmanager
def open_grid(
    path: Path, known: Known, choose: Choose, limits: Limits = LIMITS
) -> Iterator[Grid]:
    """Open the table in a file: text, a workbook, a web page, JSON or Parquet.

    Its ending does not matter.  ``known`` tells whether a cell names a column, which
    finds the delimiter; ``choose`` gives the sheet to read among a workbook's names.

    Raises
    ------
    UnreadableError
        On opening, on reading the rows, or at the end if the file has changed.
    """
    refuse_mark(path.name)
    with steady(path, limits) as file:
        head = file.read(1 << 10)
        file.seek(0)
        kind, grid = kind_of(head), None
        if kind == "workbook":
            grid = read_workbook(file, choose, limits)
        elif kind == "parquet":
            grid = read_parquet(file, limits)
        elif kind == "page":
            grid = read_page(file, known, choose, limits)
        elif kind == "json":
            grid = read_json(file, limits)
        refuse_other_kinds(head)
        yield grid or read_delimited(file, known, limits)


def sheet_names(path: Path) -> tuple[str, ...]:
    """Return the sheets of a workbook that are not empty; none for any other file.

    Raises
    ------
    UnreadableError
        If the file cannot be read.
    """
    with steady(path, LIMITS) as file:
        head = file.read(4)
        file.seek(0)
        return tuple(sheets_of(file, LIMITS)) if is_zip(head) else ()
