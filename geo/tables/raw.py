"""The rows of one table as text, by the schema's columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from geo.cells.dates import Order
from geo.cells.partial_date import PartialDate
from geo.findings import Advice, Findings, Severity
from geo.tables.place import TablePlace
from geo.tables.table import Table

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


@dataclass
class RawTable:
    """What is known of one file or sheet beside its rows, and what is wrong with it.

    ``columns`` are the schema's columns that the rows have, those that the map
    definition fills among them.  ``order`` is that of day and month, if the table's
    person said it; ``delimiter`` parts the cells of a text file.  ``is_cut_short``
    says that it could not be read to its end.
    """

    table: Table
    place: TablePlace
    columns: tuple[str, ...] = ()
    findings: Findings = field(default_factory=Findings)
    dated: tuple[DatedColumn, ...] = ()
    order: Order | None = None
    delimiter: str = ""
    is_cut_short: bool = False

    def find(
        self,
        row: int | None,
        column: str | None,
        code: str,
        message: str,
        advice: Advice,
        severity: Severity = "error",
        wide: tuple[int, str] | None = None,
    ) -> tuple[object, ...]:
        """Add a finding, and return by what its fault is known again."""
        place = self.place if wide is None else self.place.with_wide(wide)
        finding = place.finding(row, column, code, message, "", severity)
        return self.findings.add(finding, advice)
