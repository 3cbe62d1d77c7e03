"""A file of comma-separated values: from bytes to rows of text.

Every cell is read as text and stays text here: ``NA`` is Namibia's code, not a missing
value, and ``3,000`` is not three.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from geo.findings import Finding, Severity, did_you_mean, quote
from geo.tables.schema import Table

DELIMITERS = ",;\t|"
CELL_LIMIT = 1_000_000


@dataclass(frozen=True)
class Row:
    """One row as written: its number as a spreadsheet counts, and its cells' text."""

    number: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass
class RawTable:
    """The rows of one file, and what was wrong with the file itself.

    ``file`` is the name that findings show.  ``columns`` are the table's columns that
    the file has.
    """

    table: Table
    file: str
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
            Finding(self.file, row, column, code, message, advice, severity)
        )


def read_csv(path: Path, table: Table, shown_as: str | None = None) -> RawTable:
    """Read a CSV file into rows of text.

    Parameters
    ----------
    path
        The file: UTF-8 with or without byte order mark; comma, semicolon, tab or bar.
    table
        The schema; a file may leave out columns that are not required.
    shown_as
        The name by which findings call the file; its path by default.

    Returns
    -------
    RawTable
        No rows if the file could not be read or its header is not usable.
    """
    raw = RawTable(table, shown_as or path.as_posix())
    text = _decode(path, raw)
    if text is None:
        return raw
    try:
        records = list(_records(text))
    except csv.Error as error:
        raw.find(
            None, None, "unreadable-file", f"the file is not a table: {error}",
            "save it from the spreadsheet as CSV UTF-8",
        )  # fmt: skip
        return raw
    names = _header(records[0] if records else [], raw)
    if names is None:
        return raw
    for number, cells in enumerate(records[1:], start=2):
        _add_row(raw, names, number, cells)
    if not raw.rows:
        raw.find(None, None, "no-rows", "the table has no rows", "add at least one")
    return raw


def _decode(path: Path, raw: RawTable) -> str | None:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raw.find(
            None, None, "missing-file", "there is no such file",
            f"make it, or name another {raw.table.name} table in the map definition",
        )  # fmt: skip
        return None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raw.find(
            None, None, "unreadable-file", f"it cannot be read: {reason}",
            "check that it is a file and that you may read it",
        )  # fmt: skip
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raw.find(
            line, None, "bad-encoding", "the file is not UTF-8 text",
            'save it again as "CSV UTF-8"',
        )  # fmt: skip
        return None
    if "\0" in text:
        raw.find(
            None, None, "unreadable-file", "the file holds NUL bytes: it is no text",
            'save it again as "CSV UTF-8"',
        )  # fmt: skip
        return None
    return text


def _records(text: str) -> list[list[str]]:
    csv.field_size_limit(CELL_LIMIT)
    first_line = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first_line.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    return list(reader)


def _header(cells: list[str], raw: RawTable) -> list[str] | None:
    """Give the canonical name of each column, ``""`` for one that is passed over."""
    names: list[str] = []
    for cell in cells:
        name = raw.table.canonical(cell)
        if name is None:
            if cell.strip():
                _unknown_column(cell.strip(), raw)
            names.append("")
            continue
        if name in names:
            raw.find(
                1, name, "duplicate-column", "the column stands there twice",
                "leave one of the two",
            )  # fmt: skip
        names.append(name)
    missing = [name for name in raw.table.required_columns if name not in names]
    for name in missing:
        raw.find(
            1, name, "missing-column", f"the column {name} is missing",
            f"add it: {raw.table.column(name).description}",
        )  # fmt: skip
    raw.columns = tuple(name for name in names if name)
    return None if missing or len(raw.columns) != len(set(raw.columns)) else names


def _unknown_column(cell: str, raw: RawTable) -> None:
    """A column of the user's own is passed over; a misspelt one would lose data."""
    near = did_you_mean(cell, raw.table.names)
    misspelt = near.startswith("did you mean")
    raw.find(
        1, cell[:40], "unknown-column",
        f"{quote(cell)} is not a column of {raw.table.name}",
        near if misspelt else "it is passed over",
        "error" if misspelt else "warning",
    )  # fmt: skip


def _add_row(raw: RawTable, names: list[str], number: int, cells: list[str]) -> None:
    texts = [cell.strip() for cell in cells]
    if not any(texts):
        return
    if any(texts[len(names) :]):
        raw.find(
            number, None, "too-many-cells",
            f"the row has {len(texts)} cells, the header {len(names)}",
            "put quotation marks round a cell that holds the delimiter",
        )  # fmt: skip
        return
    filled = {name: text for name, text in zip(names, texts, strict=False) if name}
    raw.rows.append(Row(number, filled))
