"""The rows of one table as text, by the schema's columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from geo.findings import Finding, Severity
from geo.tables.place import TablePlace
from geo.tables.schema import Table

_NONE: Mapping[str, str] = MappingProxyType({})
_NO_NUMBERS: Mapping[str, float] = MappingProxyType({})


class Row(NamedTuple):
    """One row as written: its number as a spreadsheet counts, and its cells' text.

    ``numbers`` holds the cells that a workbook keeps as a number with a fraction, and
    ``faults`` says of cells that cannot be used why not.
    """

    number: int
    cells: Mapping[str, str]
    numbers: Mapping[str, float] = _NO_NUMBERS
    faults: Mapping[str, str] = _NONE

    def text(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass
class RawTable:
    """The rows of one file or sheet, and what was wrong with it.

    ``columns`` are the schema's columns that the rows have, those that the map
    definition fills among them.
    """

    table: Table
    place: TablePlace
    rows: list[Row] = field(default_factory=list)
    columns: tuple[str, ...] = ()
    findings: list[Finding] = field(default_factory=list)

    def find(
        self,
        row: int | None,
        column: str | None,
        code: str,
        message: str,
        advice: str,
        severity: Severity = "error",
    ) -> None:
        self.findings.append(
            self.place.finding(row, column, code, message, advice, severity)
        )
