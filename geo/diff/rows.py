"""The rows of one table, as they are written and as they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from geo.findings import errors
from geo.tables.read import is_left_blank
from geo.tables.reader import Around, read_table
from geo.tables.table import Table
from geo.tables.table_file import TableFile

# The columns that say in words which row it is.
LABELS: Mapping[str, tuple[str, ...]] = {
    "pledges": ("actor", "date"),
    "meetings": ("date", "name_en"),
    "meeting_counts": ("meeting", "words"),
    "participants": ("actor", "meeting"),
    "sources": ("publisher", "title"),
    "claims": ("date", "scope"),
    "not_pledges": ("actor", "date"),
    "governments": ("actor", "date"),
    "sayings": ("subject",),
    "actors": ("name_en",),
    "places": ("name_en",),
    "translations": ("text",),
    "aliases": ("iso_a3",),
}


@dataclass(frozen=True)
class ReadRow:
    """One row: its id or number, the cells that are filled, and their values.

    ``values`` is None if a cell of the row cannot be read.
    """

    key: str
    number: int
    texts: Mapping[str, str]
    values: Mapping[str, Any] | None

    def label(self, table: Table) -> str:
        named = (self.texts.get(name, "") for name in LABELS[table.name])
        return ", ".join(text for text in named if text)

    @property
    def says(self) -> object:
        """All that the row says, in a form that can be compared and is hashable."""
        told = self.texts if self.values is None else self.values
        cells = ((name, repr(value)) for name, value in told.items())
        return frozenset(cell for cell in cells if cell[0] not in {"id", "row"})


@dataclass(frozen=True)
class ReadTable:
    """The rows of one file; ``has_ids`` says that they have ids of their own.

    ``trouble`` is why nothing could be read, blank if something could.
    """

    table: Table
    rows: tuple[ReadRow, ...]
    has_ids: bool
    trouble: str = ""


def read_rows(
    file: TableFile, table: Table, kinds: Mapping[str, str], defaults: Mapping[str, str]
) -> ReadTable:
    """Read a table for comparison.

    ``kinds`` are those of the actors that are no country, by id.  What stands in
    ``defaults``, as the map definition says, is no cell of the table and not compared.
    """
    filled = defaults if table.name == "pledges" else {}
    around = Around(kinds, defaults=filled)
    read = read_table(file, table, around, lambda row, values: (row, values))
    raw = read.raw
    has_ids = table.key in raw.columns
    rows = []
    for row, values in read.made:
        # A row of a wide table is one of several of its number.
        own = None if row.wide else values
        texts = {
            name: text.strip()
            for name, text in row.cells.items()
            if text.strip() and name not in raw.place.defaults
        }
        key = texts.get(table.key) or f"row {row.number}"
        rows.append(ReadRow(key, row.number, texts, own))
    wrong = errors(raw.findings)
    unread = bool(wrong) and not rows and not is_left_blank(file, raw)
    trouble = str(wrong[0]) if unread else ""
    return ReadTable(table, tuple(rows), has_ids, trouble)
