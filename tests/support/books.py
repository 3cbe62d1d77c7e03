"""Workbooks for tests, written by openpyxl and odfpy."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from odf.number import DateStyle, Day, Month, Year
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import P

Cells = Sequence[Sequence[Any]]


def write_xlsx(
    path: Path, sheets: dict[str, Cells], merges: Sequence[str] = ()
) -> Path:
    """Write sheets of cells; ``merges`` are merged in the first of them."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for merge in merges:
        book.worksheets[0].merge_cells(merge)
    book.save(path)
    return path


@dataclass(frozen=True)
class Shaped:
    """A date, and the parts of it that its cell shows: ``("month", "year")``."""

    date: datetime.date
    parts: tuple[str, ...]
    repeated: int = 1
    """In how many columns it stands; 0: in one, by its column's style."""


def write_ods(path: Path, sheets: dict[str, Cells]) -> Path:
    """Write sheets of cells; a tuple (text, columns, rows) is a merged cell."""
    book = OpenDocumentSpreadsheet()
    for parts in _shapes(sheets):
        _add_style(book, parts)
    for name, rows in sheets.items():
        table = Table(name=name)
        for cell in rows[0] if rows else ():
            by_column = isinstance(cell, Shaped) and not cell.repeated
            named = {"defaultcellstylename": _style(cell.parts)} if by_column else {}
            table.addElement(TableColumn(**named))
        for cells in rows:
            row = TableRow()
            for cell in cells:
                for part in _ods_cells(cell):
                    row.addElement(part)
            table.addElement(row)
        book.spreadsheet.addElement(table)
    book.save(path)
    return path


def _ods_cells(value: Any) -> list[Any]:
    if isinstance(value, tuple):
        text, columns, rows = value
        cell = TableCell(valuetype="string", numbercolumnsspanned=columns,
                         numberrowsspanned=rows)  # fmt: skip
        cell.addElement(P(text=text))
        return [cell, *(CoveredTableCell() for _ in range(columns - 1))]
    if value is None or value == "":
        return [TableCell()]
    if isinstance(value, Shaped):
        where = {"stylename": _style(value.parts)} if value.repeated else {}
        if value.repeated > 1:
            where["numbercolumnsrepeated"] = value.repeated
        day = value.date.isoformat()
        return [TableCell(valuetype="date", datevalue=day, **where)]
    if isinstance(value, int | float):
        cell = TableCell(valuetype="float", value=str(value))
    elif isinstance(value, datetime.date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat())
    else:
        cell = TableCell(valuetype="string")
    cell.addElement(P(text=str(value)))
    return [cell]


def _shapes(sheets: dict[str, Cells]) -> set[tuple[str, ...]]:
    cells = (cell for rows in sheets.values() for row in rows for cell in row)
    return {cell.parts for cell in cells if isinstance(cell, Shaped)}


def _style(parts: Sequence[str]) -> str:
    return "shows-" + "-".join(parts)


def _add_style(book: Any, parts: Sequence[str]) -> None:
    """Add a style of cells, which takes its format from the style above it."""
    kinds = {"day": Day, "month": Month, "year": Year}
    shown = DateStyle(name=f"{_style(parts)}-format")
    for part in parts:
        shown.addElement(kinds[part]())
    book.styles.addElement(shown)
    above = Style(name=f"{_style(parts)}-above", family="table-cell",
                  datastylename=shown)  # fmt: skip
    book.styles.addElement(above)
    below = Style(name=_style(parts), family="table-cell", parentstylename=above)
    book.automaticstyles.addElement(below)
