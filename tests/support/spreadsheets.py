"""CSV as spreadsheets read it: by commas, semicolons or tabs, as a country has it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

DELIMITERS = ",;\t"
SIGNS = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""What begins a formula."""


def formulas(data: bytes) -> Iterator[str]:
    """Return cells that would be run, by any of the delimiters; numbers would not."""
    text = data.decode("utf-8-sig")
    for delimiter in DELIMITERS:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            yield from (cell for cell in row if _runs(cell))


def _runs(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return cell.lstrip(" \t\r\n").startswith(SIGNS)
    return False
