"""What is known of a table: where it stands, its columns, its rows, its findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import NamedTuple

from geo.cells.partial_date import PartialDate
from geo.findings import Advice, Finding, Findings, Severity
from geo.sheets.workbook_scan import letters_of
from geo.tables.options import NO_OPTIONS, TableOptions
from geo.tables.table import Table

# Where a column stands that the file says by a shorthand.
STOOD_FOR: Mapping[str, str] = {
    "troops_min": "troops",
    "troops_max": "troops",
    "qualifier": "troops",
    "figure_words": "troops",
    "status": "participation",
    "meeting_mode": "participation",
}


@dataclass(frozen=True)
class TablePlace:
    """Gives findings their place, as the person sees it who edits the table.

    ``file`` is the name that findings show and ``sheet`` the sheet of a workbook.
    ``header_row`` counts as a spreadsheet does.  ``columns`` holds the place, from 0,
    and the header's own text of each column that the file has.  ``defaults`` holds
    the columns that the map definition fills, and ``definition`` that file's name.
    """

    file: str
    sheet: str | None = None
    header_row: int = 1
    columns: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    definition: str = ""

    def with_wide(self, wide: tuple[int, str]) -> TablePlace:
        """Return the place of the statements in one dated column of a wide table."""
        names = ("date", "participation", "troops")
        return replace(self, columns={**self.columns, **dict.fromkeys(names, wide)})

    def finding(
        self,
        row: int | None,
        column: str | None,
        code: str,
        message: str,
        advice: str = "",
        severity: Severity = "error",
    ) -> Finding:
        """Make a finding about a cell, a row, a column or the whole table.

        A cell that the definition fills is a finding about the definition, once.
        """
        if column in self.defaults:
            return Finding(
                self.definition, None, f"defaults.{column}", code, message, advice,
                severity,
            )  # fmt: skip
        if column not in self.columns and STOOD_FOR.get(column or "") in self.columns:
            column = STOOD_FOR[column or ""]
        at, header = self.columns.get(column or "", (None, column))
        cell = None
        if self.sheet is not None and row is not None and at is not None:
            cell = f"{letters_of(at)}{row}"
        return Finding(
            self.file, row, header, code, message, advice, severity,
            sheet=self.sheet, cell=cell, at=at,
        )  # fmt: skip


_NONE: Mapping[str, str] = MappingProxyType({})
_NO_NUMBERS: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True)
class DatedColumn:
    """A column whose header is a date: its place, the header's text and the day."""

    at: int
    header: str
    date: PartialDate


class Row(NamedTuple):
    """One row as written: its number as a spreadsheet counts, and its cells' text.

    ``numbers`` holds the cells that a workbook keeps as a number with a fraction, and
    ``faults`` says of cells that cannot be used why not.  ``wide`` is the place and the
    header of the dated column that a row of a wide table was made of.
    """

    number: int
    cells: Mapping[str, str]
    numbers: Mapping[str, float] = _NO_NUMBERS
    faults: Mapping[str, str] = _NONE
    wide: tuple[int, str] | None = None

    def text(self, column: str) -> str:
        return self.cells.get(column, "")


Twice = tuple[str, int, int]
"""A column, and the places of two headers that mean it."""


@dataclass
class RawTable:
    """What is known of one file or sheet beside its rows, and what is wrong with it.

    ``columns`` are the schema's columns that the rows have, those that the map
    definition fills among them.  ``options`` say how it is to be read; ``delimiter``
    parts the cells of a text file.  ``is_cut_short`` says that it could not be read to
    its end.  ``divisors`` are the cells, by row, that figures are divided by, as text
    and as a workbook's number.  ``twice`` are the columns whose second header, of the
    same words, is passed over.
    """

    table: Table
    place: TablePlace
    columns: tuple[str, ...] = ()
    findings: Findings = field(default_factory=Findings)
    dated: tuple[DatedColumn, ...] = ()
    options: TableOptions = NO_OPTIONS
    delimiter: str = ""
    is_cut_short: bool = False
    divisors: dict[int, tuple[str, float | None]] = field(default_factory=dict)
    twice: set[Twice] = field(default_factory=set)

    def find(
        self,
        row: int | None,
        column: str | None,
        code: str,
        message: str,
        advice: Advice,
        severity: Severity = "error",
        wide: tuple[int, str] | None = None,
        same: str = "",
    ) -> tuple[object, ...]:
        """Add a finding, and return by what its fault is known again.

        Those of a column that are the ``same`` are one, whatever their cells say.
        """
        place = self.place if wide is None else self.place.with_wide(wide)
        finding = place.finding(row, column, code, message, "", severity)
        return self.findings.add(finding, advice, same)
