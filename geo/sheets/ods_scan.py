"""The content of an ODS workbook, scanned as a stream."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from typing import Literal

from geo.cells.partial_date import Precision
from geo.sheets.grid import Merge
from geo.sheets.limits import Limits
from geo.sheets.workbook_scan import (
    NEVER_WORKED_OUT,
    Attributes,
    Handlers,
    SheetScan,
    Shown,
    parse_part,
)


def scan_ods(archive: zipfile.ZipFile, limits: Limits) -> dict[str, SheetScan]:
    """Return what the content tells of each sheet, by its name, in the book's order."""
    formats = _Formats()
    if "styles.xml" in archive.namelist():
        parse_part(archive, "styles.xml", formats, limits)
    content = _Content(formats)
    parse_part(archive, "content.xml", content, limits)
    return {scan.name: scan for scan in content.scans}


class _Formats(Handlers):
    """The styles of cells, and which parts of a date each of their formats shows."""

    def __init__(self) -> None:
        self.parts: dict[str, set[str]] = {}
        self.styles: dict[str, Attributes] = {}
        self.here: set[str] = set()
        self.style = ""
        self.struck: set[str] = set()

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "date-style":
            self.here = self.parts.setdefault(attributes.get("name", ""), set())
        elif name == "style" and attributes.get("family") == "table-cell":
            self.style = attributes.get("name", "")
            self.styles[self.style] = attributes
        elif name == "style":
            self.style = ""
        elif name == "text-properties" and self.style:
            if attributes.get("text-line-through-style", "none") != "none":
                self.struck.add(self.style)
        elif name in _DATE_PARTS:
            self.here.add(name)

    def end(self, name: str) -> None:
        if name == "date-style":
            self.here = set()

    def precision(self, style: str) -> Precision | None:
        """Return what a style shows of a date, if that is less than its day."""
        passed: set[str] = set()
        while style in self.styles and style not in passed:
            passed.add(style)
            parts = self.parts.get(self.styles[style].get("data-style-name", ""))
            if parts is not None:
                return _SHORT_OF_DAY.get(frozenset(parts))
            style = self.styles[style].get("parent-style-name", "")
        return None


_MOST_HIDDEN = 10_000  # a row may stand for a million blank ones
_DATE_PARTS = frozenset({"year", "month", "day", "day-of-week", "hours", "minutes"})
_SHORT_OF_DAY: Mapping[frozenset[str], Precision] = {
    frozenset({"year"}): "year",
    frozenset({"month"}): "month",
    frozenset({"year", "month"}): "month",
}


class _Content(Handlers):
    """Follows the cells; rows and cells may stand for many of the same."""

    def __init__(self, formats: _Formats) -> None:
        self.formats = formats
        self.columns: list[tuple[range, str]] = []
        self.of_row = ""
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
            self.columns = []
        elif name == "table-column":
            first = self.columns[-1][0].stop if self.columns else 0
            last = first + _repeated(attributes, "number-columns-repeated")
            style = attributes.get("default-cell-style-name", "")
            self.columns.append((range(first, last), style))
        elif name == "table-row":
            self.row += self.rows_here or 1
            self.rows_here = _repeated(attributes, "number-rows-repeated")
            self.column = self.columns_here = 0
            self.of_row = attributes.get("default-cell-style-name", "")
            if attributes.get("visibility", "visible") != "visible":
                last = min(self.row + self.rows_here, self.row + _MOST_HIDDEN)
                self.scans[-1].hidden.update(range(self.row, last))
        elif name in {"table-cell", "covered-table-cell"}:
            self.column += self.columns_here
            self.columns_here = _repeated(attributes, "number-columns-repeated")
            self.attributes, self.value = attributes, ""
        elif name == "p":
            self.in_paragraph = True
        elif not self.scans:
            self.formats.start(name, attributes)

    def text(self, data: str) -> None:
        if self.in_paragraph and len(self.value) < 40:
            self.value += data

    def end(self, name: str) -> None:
        if not self.scans:
            self.formats.end(name)
        elif name == "p":
            self.in_paragraph = False
        elif name == "table-cell":
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
        if self.value and cell.get("style-name", "") in self.formats.struck:
            scan.struck.add(self.row)
        if kind == "date":
            self._see_format(scan)
        elif kind == "percentage":
            self._show(scan, "percent")
        rows = _repeated(cell, "number-rows-spanned")
        columns = _repeated(cell, "number-columns-spanned")
        if rows > 1 or columns > 1:
            scan.merges.append(
                Merge(self.row, self.row + rows - 1,
                      self.column, self.column + columns - 1)
            )  # fmt: skip

    def _see_format(self, scan: SheetScan) -> None:
        """Note cells that show no day; a cell without a style has its row's."""
        of_column = (style for place, style in self.columns if self.column in place)
        style = self.attributes.get("style-name") or self.of_row
        precision = self.formats.precision(style or next(of_column, ""))
        if precision:
            self._show(scan, precision)

    def _show(self, scan: SheetScan, how: Precision | Literal["percent"]) -> None:
        last_row = self.row + self.rows_here - 1
        columns = range(self.column, self.column + self.columns_here)
        shown = Shown(last_row, columns, how)
        scan.shown.setdefault(self.row, []).append(shown)


def _repeated(attributes: Attributes, key: str) -> int:
    text = attributes.get(key, "1")
    return int(text) if text.isascii() and text.isdigit() else 1
