"""What a file gives: rows of text, what a reader must be told, and what stops it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

_NO_NUMBERS: Mapping[int, float] = MappingProxyType({})
_NO_FAULTS: Mapping[int, str] = MappingProxyType({})


class GridRow(NamedTuple):
    """One row as the file has it.

    ``number`` counts as a spreadsheet does.  ``cells`` is the text of each cell, its
    white space at both ends taken off.  By their place, ``numbers`` holds the cells
    that a workbook keeps as numbers, and ``faults`` says of cells that cannot be used
    why not: a formula's error, a formula never worked out, cells that were merged.
    """

    number: int
    cells: tuple[str, ...]
    numbers: Mapping[int, float] = _NO_NUMBERS
    faults: Mapping[int, str] = _NO_FAULTS


@dataclass(frozen=True)
class Notice:
    """Something about the file as a whole that its reader should know."""

    code: str
    message: str
    advice: str
    row: int | None = None


@dataclass(frozen=True)
class Merge:
    """A rectangle of merged cells; rows as a spreadsheet counts, columns from 0."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass
class Grid:
    """The rows of one sheet, to be read once, in order.

    ``sheet`` is the sheet's name in a workbook, None in a text file, which has a
    ``delimiter``.  ``notices`` is complete from the start; reading ``rows`` may raise
    :class:`UnreadableError`.
    """

    sheet: str | None
    rows: Iterator[GridRow]
    notices: list[Notice] = field(default_factory=list)
    merges: tuple[Merge, ...] = ()
    delimiter: str = ""


class UnreadableError(Exception):
    """Raised when a file cannot be read on: a finding's code, message and advice."""

    def __init__(
        self, code: str, message: str, advice: str, row: int | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice
        self.row = row
