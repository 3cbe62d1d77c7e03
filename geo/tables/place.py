"""Where a table stands: its file, its sheet, and where each of its columns is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.findings import Finding, Severity
from geo.sheets.workbook_scan import letters_of

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
