"""How large a file may be: what lies beyond is refused, so memory stays bounded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The largest things that are read.

    ``file_bytes`` is the size on disk, ``unzipped_bytes`` that of a workbook's parts
    once they are unpacked.  ``line_chars`` is one line of a text file and
    ``cell_chars`` one cell, which may hold several.  ``columns`` counts the cells of
    a row up to the last that is filled; ``sheet_cells`` is rows times columns of a
    workbook's sheet, since its reader lays out the whole rectangle.
    """

    file_bytes: int = 2_000_000_000
    unzipped_bytes: int = 400_000_000
    line_chars: int = 2_000_000
    cell_chars: int = 200_000
    columns: int = 1_000
    sheet_cells: int = 20_000_000


LIMITS = Limits()
