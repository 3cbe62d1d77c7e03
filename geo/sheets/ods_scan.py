"""The content of an ODS workbook, scanned as a stream."""

from __future__ import annotations

import zipfile
from collections.abc import Container, Mapping

from geo.cells.partial_date import Precision
from geo.sheets.grid import Merge
from geo.sheets.limits import Limits
from geo.sheets.workbook_scan import (
    NEVER_WORKED_OUT,
    Around,
    Attributes,
    Handlers,
    How,
    SheetScan,
    around,
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
    """The styles of cells, and what each of their formats shows.

    ``parts`` are those of a date, ``beside`` the texts before and after a number and
    what it is divided by; ``positive`` is the format of what is not below zero.
    """

    def __init__(self) -> None:
        self.parts: dict[str, set[str]] = {}
        self.styles: dict[str, Attributes] = {}
        self.here: set[str] = set()
        self.beside: dict[str, list[str]] = {}
        self.divisors: dict[str, int] = {}
        self.positive: dict[str, str] = {}
        self.number = ""
        self.in_text = False
        self.style = ""
        self.struck: set[str] = set()

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "date-style":
            self.here = self.parts.setdefault(attributes.get("name", ""), set())
        elif name in _NUMBERS:
            self.number = attributes.get("name", "")
            self.beside[self.number] = [""]
        elif self.number and name == "number":
            self.beside[self.number].append("")
            factor = attributes.get("display-factor", "1")
            self.divisors[self.number] = (
                max(1, int(factor)) if factor.isdecimal() else 1
            )
        elif self.number and name == "text":
            self.in_text = True
        elif self.number and name == "map":
            if attributes.get("condition", "").startswith("value()>"):
                self.positive[self.number] = attributes.get("apply-style-name", "")
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

    def text(self, data: str) -> None:
        if self.in_text:
            self.beside[self.number][-1] += data

    def end(self, name: str) -> None:
        if name == "date-style":
            self.here = set()
        elif name in _NUMBERS:
            self.number = ""
        elif name == "text":
            self.in_text = False

    def precision(self, style: str) -> Precision | None:
        """Return what a style shows of a date, if that is less than its day."""
        parts = self.parts.get(self._format(style, self.parts))
        return _SHORT_OF_DAY.get(frozenset(parts)) if parts else None

    def around(self, style: str) -> Around | None:
        """Return what a style writes beside a number, if that may change it."""
        name = self._format(style, self.beside)
        name = self.positive.get(name, name)
        texts = self.beside.get(name, [])
        if len(texts) != 2:
            return None
        return around(texts[0], texts[1], self.divisors[name])

    def _format(self, style: str, formats: Container[str]) -> str:
        """Return the name of the first of some formats that a style or a parent has."""
        passed: set[str] = set()
        while style in self.styles and style not in passed:
            passed.add(style)
            name = self.styles[style].get("data-style-name", "")
            if name in formats:
                return name
            style = self.styles[style].get("parent-style-name", "")
        return ""


_NUMBERS = frozenset({"number-style", "currency-style"})
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
        if not self.scans:
            self.formats.text(data)
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
        how: How | None = "percent" if kind == "percentage" else None
        if kind == "date":
            how = self.formats.precision(self._style())
        elif kind in {"float", "currency"}:
            how = self.formats.around(self._style())
        if how:
            here = range(self.column, self.column + self.columns_here)
            scan.show(self.row, here, how, self.row + self.rows_here - 1)
        rows = _repeated(cell, "number-rows-spanned")
        columns = _repeated(cell, "number-columns-spanned")
        if rows > 1 or columns > 1:
            scan.merges.append(
                Merge(self.row, self.row + rows - 1,
                      self.column, self.column + columns - 1)
            )  # fmt: skip

    def _style(self) -> str:
        """Return the style of a cell; one without has its row's, or its column's."""
        of_column = (style for place, style in self.columns if self.column in place)
        style = self.attributes.get("style-name") or self.of_row
        return style or next(of_column, "")


def _repeated(attributes: Attributes, key: str) -> int:
    text = attributes.get(key, "1")
    return int(text) if text.isascii() and text.isdigit() else 1
