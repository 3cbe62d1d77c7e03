"""Reading the shipped tables of names."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from geo.shipped import shipped


def rows(relative: str) -> Iterator[dict[str, str]]:
    """Return the rows of a shipped UTF-8 CSV file, by column name."""
    with shipped(relative).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def names(cell: str) -> list[str]:
    """Return the names in a cell that parts them by ``;``."""
    return [name for part in cell.split(";") if (name := part.strip())]
