"""What a table and a column are, and how a header names one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from geo.tables.synonyms import folded_header, synonyms, written_synonyms

Kind = Literal[
    "id",
    "ids",
    "text",
    "term",
    "terms",
    "date",
    "number",
    "integer",
    "url",
    "actor",
    "actors",
    "figure",
    "participation",
    "code",
]

CELL_HOLDS: Mapping[Kind, str] = {
    "id": "an id",
    "ids": "ids",
    "text": "text",
    "term": "a term",
    "terms": "terms",
    "date": "a date",
    "number": "a number",
    "integer": "a whole number",
    "url": "an address",
    "actor": "an actor",
    "actors": "actors",
    "figure": "a figure",
    "participation": "a term",
    "code": "an ISO code",
}


@dataclass(frozen=True)
class Column:
    """One column: its name, the kind of its cells, and what it must say.

    ``terms`` is the vocabulary of a ``term`` cell, or of each part of a ``terms``
    cell (parts are parted by ``;``).  ``refers_to`` names the table whose ids the
    cell (or each of its parts) must be among.
    """

    name: str
    kind: Kind
    description: str
    required: bool = False
    terms: Mapping[str, str] | None = None
    refers_to: str | None = None


@dataclass(frozen=True)
class Table:
    """A table: its name, what one row is, and its columns in order.

    ``numbers_itself`` says that a file without the key column is complete: its rows
    are then called by their number, as in ``row-14``.  ``shorthands`` are columns that
    people may write instead of several of the table's own, as in the simplest table.
    """

    name: str
    row_is: str
    columns: tuple[Column, ...]
    numbers_itself: bool = False
    shorthands: tuple[Column, ...] = ()

    @property
    def key(self) -> str:
        """The name of the column that identifies a row."""
        return self.columns[0].name

    @property
    def every_column(self) -> tuple[Column, ...]:
        """The columns, and those that may stand for several of them."""
        return (*self.columns, *self.shorthands)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def required_columns(self) -> tuple[str, ...]:
        """The columns that a file must have."""
        return tuple(
            column.name
            for column in self.columns
            if column.required and not (self.numbers_itself and column.name == self.key)
        )

    def column(self, name: str) -> Column:
        return next(column for column in self.every_column if column.name == name)

    def canonical(self, header: str) -> str | None:
        """Return the column that a header cell names, or None.

        The columns' own names come first, then what else people call them.
        """
        if len(header) > LONGEST_HEADER:
            return None
        return self._headers.get(folded_header(header), (None, 0))[0]

    def gives_way(self, header: str) -> int:
        """Return how far a header that names a column gives way to a better one."""
        return self._headers.get(folded_header(header), (None, 0))[1]

    @cached_property
    def _headers(self) -> Mapping[str, tuple[str, int]]:
        """The column that each folded header names: asked of every cell of a file."""
        own = {
            column.name.replace("_", " "): column.name for column in self.every_column
        }
        known = set(own.values())
        called = {
            text: one
            for text, columns in synonyms().items()
            for one in columns.items()
            if known & columns.keys() == {one[0]}
        }
        return called | {text: (name, 0) for text, name in own.items()}


LONGEST_HEADER = 200


def names_of(table: Table, column: Column) -> tuple[str, ...]:
    """Return what people call a column of a table, beside its own name."""
    return tuple(
        name
        for name in written_synonyms(column.name)
        if table.canonical(name) == column.name and name != column.name
    )
