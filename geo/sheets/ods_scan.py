"""The content of an ODS workbook, scanned as a stream."""

from __future__ import annotations

import zipfile

from geo.sheets.grid import Merge
from geo.sheets.limits import Limits
from geo.sheets.workbook_scan import (
    NEVER_WORKED_OUT,
    Attributes,
    Handlers,
    SheetScan,
    parse_part,
)


def scan_ods(archive: zipfile.ZipFile, limits: Limits) -> dict[str, SheetScan]:
    """Give what the content tells of each sheet, by its name, in the book's order."""
    content = _Content()
    parse_part(archive, "content.xml", content, limits)
    return {scan.name: scan for scan in content.scans}


class _Content(Handlers):
    """Follows the cells; rows and cells may stand for many of the same."""

    def __init__(self) -> None:
        self.scans: list[SheetScan] = []
        self.row = self.rows_here = 0
        self.column = self.columns_here = 0
        self.attributes: Attributes = {}
        self.value = ""
        self.in_paragraph = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "table":
            self.scans.append(SheetScan(attributes.get("name", "")))
            self.row = self.rows_here = 0
        elif name == "table-row":
            self.row += self.rows_here or 1
            self.rows_here = _repeated(attributes, "number-rows-repeated")
            self.column = self.columns_here = 0
        elif name in {"table-cell", "covered-table-cell"}:
            self.column += self.columns_here
            self.columns_here = _repeated(attributes, "number-columns-repeated")
            self.attributes, self.value = attributes, ""
        elif name == "p":
            self.in_paragraph = True

    def text(self, data: str) -> None:
        if self.in_paragraph and len(self.value) < 40:
            self.value += data

    def end(self, name: str) -> None:
        if name == "p":
            self.in_paragraph = False
        elif name == "table-cell" and self.scans:
            self._finish(self.scans[-1])

    def _finish(self, scan: SheetScan) -> None:
        cell = self.attributes
        kind = cell.get("value-type", "")
        formula = cell.get("formula")
        if kind or self.value:
            scan.reach(self.row + self.rows_here - 1,
                       self.column + self.columns_here - 1)  # fmt: skip
        place = (self.row, self.column)
        if formula and self.value.startswith(("#", "Err:")):
            scan.faults[place] = f"the formula gives {self.value[:20]}"
        elif formula and not kind and not self.value:
            scan.reach(*place)
            scan.faults[place] = NEVER_WORKED_OUT
        rows = _repeated(cell, "number-rows-spanned")
        columns = _repeated(cell, "number-columns-spanned")
        if rows > 1 or columns > 1:
            scan.merges.append(
                Merge(self.row, self.row + rows - 1,
                      self.column, self.column + columns - 1)
            )  # fmt: skip


def _repeated(attributes: Attributes, key: str) -> int:
    text = attributes.get(key, "1")
    return int(text) if text.isascii() and text.isdigit() else 1
