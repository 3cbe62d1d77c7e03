"""The parts of an XLSX workbook, scanned as streams."""

from __future__ import annotations

import posixpath
import re
import zipfile
from typing import Literal

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
    broken,
    column_of,
    parse_part,
)


def scan_xlsx(archive: zipfile.ZipFile, limits: Limits) -> dict[str, SheetScan]:
    """Return what each sheet's XML tells, by the sheet's name, in the book's order.

    A sheet that is a chart, or a dialogue of old, has no cells.
    """
    names, targets = _Sheets(), _Targets()
    parse_part(archive, "xl/workbook.xml", names, limits)
    parse_part(archive, "xl/_rels/workbook.xml.rels", targets, limits)
    styles = _styles(archive, limits)
    scans = {}
    for name, relation in names.found:
        part = targets.found.get(relation)
        if relation in targets.without_cells:
            scans[name] = SheetScan(name)
            continue
        if part is None:
            raise broken(f"it has no part for the sheet {name}")
        sheet = _Cells(name, styles)
        parse_part(archive, part, sheet, limits)
        scans[name] = sheet.scan
    # Only to be measured: calamine reads it whole.
    if "xl/sharedStrings.xml" in archive.namelist():
        parse_part(archive, "xl/sharedStrings.xml", Handlers(), limits)
    return scans


class _Sheets(Handlers):
    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "sheet":
            self.found.append((attributes.get("name", ""), attributes.get("id", "")))


_WITHOUT_CELLS = frozenset({"chartsheet", "dialogsheet"})


class _Targets(Handlers):
    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self.without_cells: set[str] = set()

    def start(self, name: str, attributes: Attributes) -> None:
        kind = attributes.get("Type", "").rpartition("/")[2]
        if name == "Relationship" and kind in _WITHOUT_CELLS:
            self.without_cells.add(attributes.get("Id", ""))
        elif name == "Relationship" and kind == "worksheet":
            target = attributes.get("Target", "")
            part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
            self.found[attributes.get("Id", "")] = part


def _styles(archive: zipfile.ZipFile, limits: Limits) -> _Styles:
    styles = _Styles()
    if "xl/styles.xml" in archive.namelist():
        parse_part(archive, "xl/styles.xml", styles, limits)
    for style, number in enumerate(styles.cells):
        code = styles.codes.get(number, _BUILT_IN.get(number, ""))
        if precision := precision_of_code(code):
            styles.shown[style] = precision
        elif "%" in _ASIDE.sub("", code):
            styles.shown[style] = "percent"
        elif beside := around_of_code(code):
            styles.beside[style] = beside
    return styles


# Of the formats that a workbook need not write down those of percent, and the one that
# leaves out the day.
_BUILT_IN = {9: "0%", 10: "0.00%", 17: "mmm-yy"}
# What is no part of a date: texts, characters, spaces as wide as one, colours, locales.
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[Ee][+-]|General')


# The pieces of a number's format: a text, its digits, or any other character.
_PIECES = re.compile(
    r'"(?P<text>[^"]*)"|\\(?P<one>.)|\[[^\]]*\]|_.|\*.'
    r"|(?P<digits>General|[0#?][0#?,.]*(?:E[+-]0+)?)|(?P<other>.)"
)


def around_of_code(code: str) -> Around | None:
    """Return what a number's format writes beside it, if that may change its meaning.

    A comma at the end of its digits divides it by a thousand.
    """
    texts, digits = ["", ""], ""
    for piece in _PIECES.finditer(code.partition(";")[0]):
        other = piece["other"] or ""
        if (piece["digits"] and digits) or other.isalpha() or other in {"@", "/"}:
            return None  # a fraction, a date, a text
        digits = digits or piece["digits"] or ""
        texts[bool(digits)] += piece["text"] or piece["one"] or other
    commas = len(digits) - len(digits.rstrip(","))
    return around(texts[0], texts[1], 1000**commas) if digits else None


def precision_of_code(code: str) -> Precision | None:
    """Return what a number format shows of a date, if that is less than its day."""
    letters = set(_ASIDE.sub("", code).partition(";")[0].lower())
    if letters & set("dhs"):
        return None
    if "m" in letters:
        return "month"
    return "year" if letters & set("ye") else None


class _Styles(Handlers):
    """The formats of a workbook, and which one each style of a cell has.

    ``shown`` are the styles that show of a date its month or its year alone, or a share
    in percent, ``beside`` those that show "3k" for 3, ``struck`` those that strike out.
    """

    def __init__(self) -> None:
        self.shown: dict[int, Precision | Literal["percent"]] = {}
        self.beside: dict[int, Around] = {}
        self.struck: set[int] = set()
        self.fonts = 0
        self.struck_fonts: set[int] = set()
        self.in_fonts = False
        self.codes: dict[int, str] = {}
        self.cells: list[int] = []
        self.inside = False

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            number = _number(attributes.get("numFmtId", ""), -1)
            self.codes[number] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self.inside = True
        elif name == "fonts":
            self.in_fonts = True
        elif name == "font" and self.in_fonts:
            self.fonts += 1
        elif name == "strike" and self.in_fonts and attributes.get("val") != "0":
            self.struck_fonts.add(self.fonts - 1)
        elif name == "xf" and self.inside:
            if _number(attributes.get("fontId", ""), -1) in self.struck_fonts:
                self.struck.add(len(self.cells))
            self.cells.append(_number(attributes.get("numFmtId", ""), 0))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self.inside = False
        elif name == "fonts":
            self.in_fonts = False


class _Cells(Handlers):
    """Follows the cells of one sheet; an address that is left out is the next one."""

    def __init__(self, name: str, styles: _Styles) -> None:
        self.scan = SheetScan(name)
        self.styles = styles
        self.style = 0
        self.row = 0
        self.column = -1
        self.kind = ""
        self.formula = self.inside_value = False
        self.value = ""

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "row":
            self.row = _number(attributes.get("r", ""), self.row + 1)
            self.column = -1
            if attributes.get("hidden") in {"1", "true"}:
                self.scan.hidden.add(self.row)
        elif name == "c":
            address = attributes.get("r", "")
            self.column = column_of(address) if address else self.column + 1
            self.kind = attributes.get("t", "n")
            self.style = _number(attributes.get("s", ""), 0)
            self.formula, self.value = False, ""
        elif name == "f":
            self.formula = True
        elif name in {"v", "t"}:
            self.inside_value = True
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def text(self, data: str) -> None:
        if self.inside_value and len(self.value) < 40:
            self.value += data

    def end(self, name: str) -> None:
        if name in {"v", "t"}:
            self.inside_value = False
        elif name == "c":
            self._finish()

    def _finish(self) -> None:
        place = (self.row, self.column)
        if self.kind == "e":
            self.scan.faults[place] = f"the formula gives {self.value[:20]}"
        elif self.formula and not self.value and self.kind != "str":
            self.scan.faults[place] = NEVER_WORKED_OUT
        if self.value or self.formula:
            self.scan.reach(*place)
        if self.value and self.style in self.styles.struck:
            self.scan.struck.add(self.row)
        how: How | None = self.styles.shown.get(self.style)
        if how is None and self.kind == "n":
            how = self.styles.beside.get(self.style)
        if how and self.value:
            self.scan.show(self.row, range(self.column, self.column + 1), how)

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        rows = [_number(part.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), 0)
                for part in (first, last)]  # fmt: skip
        columns = [column_of(part) for part in (first, last)]
        self.scan.merges.append(Merge(rows[0], rows[1], columns[0], columns[1]))


def _number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() else default
