"""The file of a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from geo.cells.dates import Order
from geo.tables.options import NO_OPTIONS, TableOptions


@dataclass(frozen=True)
class TableFile:
    """The file of a table: its path, the sheet of a workbook, and how to call it.

    ``options`` say how it is to be read; ``by_name`` says that nobody named the sheet:
    it is called after the table.
    """

    path: Path
    sheet: str | None = None
    shown_as: str | None = None
    options: TableOptions = NO_OPTIONS
    by_name: bool = False

    def ordered(self, order: Order | None) -> TableFile:
        """Return the same file with an order of day and month that was said."""
        return replace(self, options=replace(self.options, order=order))
