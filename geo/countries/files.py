"""Where the data that the package ships is found."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped(relative: str) -> Path:
    """Give the path of a data file, in an installed wheel or in a checkout.

    A wheel carries the file as ``geo/_shipped/<relative>``; a checkout has it as
    ``data/<relative>``.
    """
    installed = _PACKAGE / "_shipped" / relative
    return installed if installed.exists() else _PACKAGE.parent / "data" / relative


def rows(relative: str) -> Iterator[dict[str, str]]:
    """Give the rows of a shipped UTF-8 CSV file, by column name."""
    with shipped(relative).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def names(cell: str) -> list[str]:
    """Give the names in a cell that parts them by ``;``."""
    return [name for part in cell.split(";") if (name := part.strip())]
