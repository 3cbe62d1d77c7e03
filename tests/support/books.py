"""Workbooks for tests, written by openpyxl and odfpy."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
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


def write_ods(path: Path, sheets: dict[str, Cells]) -> Path:
    """Write sheets of cells; a tuple (text, columns, rows) is a merged cell."""
    book = OpenDocumentSpreadsheet()
    for name, rows in sheets.items():
        table = Table(name=name)
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
    if isinstance(value, int | float):
        cell = TableCell(valuetype="float", value=str(value))
    elif isinstance(value, datetime.date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat())
    else:
        cell = TableCell(valuetype="string")
    cell.addElement(P(text=str(value)))
    return [cell]
