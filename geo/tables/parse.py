"""Rows of text become records: each cell is parsed by the kind of its column.

Every cell that cannot be read is a finding; a row with such a cell gives no record, so
that no half-read statement is ever drawn.
"""

from __future__ import annotations

from collections.abc import Mapping

from geo.findings import quote
from geo.tables.cell_reader import CellReader, nothing
from geo.tables.column_rules import ColumnRules
from geo.tables.raw import RawTable, Row
from geo.tables.shorthand import Values, status_of_participant
from geo.tables.table import Column

_AS_IT_IS = frozenset({"id", "text"})
_MOST_REMEMBERED = 10_000
_FIGURES = ("troops_min", "troops_max", "figure_words")


def parse_rows(
    raw: RawTable, rules: ColumnRules, actors: Mapping[str, str] | None = None
) -> list[Values]:
    """Parse every row of a raw table; add what is wrong to ``raw.findings``.

    Parameters
    ----------
    raw
        The rows of text of one file.
    rules
        What the columns as wholes say of dates and figures.
    actors
        Kind of each actor that is no country, by id.

    Returns
    -------
    list of dict
        For each row that was read whole, its values by column name, and ``row``.
        Blank cells are None, or ``()`` where a cell holds several.
    """
    reader = RowReader(raw, actors or {}, rules)
    read = [reader.read(row) for row in raw.rows]
    _find_duplicates(raw)
    return [values for values in read if values is not None]


class RowReader:
    """Reads the rows of one table.

    A column says the same things over and over, so what was read once is remembered,
    as long as the rules of the column stay the same.
    """

    def __init__(
        self, raw: RawTable, actors: Mapping[str, str], rules: ColumnRules
    ) -> None:
        self.raw = raw
        self.cells = CellReader(raw, actors, rules)
        there = set(raw.columns)
        self.columns = [c for c in raw.table.columns if c.name in there]
        self.shorthands = [c for c in raw.table.shorthands if c.name in there]
        self.absent = {
            c.name: nothing(c) for c in raw.table.columns if c.name not in there
        }
        self.memory: dict[str, dict[str, object]] = {c.name: {} for c in self.columns}
        self.texts = [c for c in self.columns if c.kind in _AS_IT_IS]
        self.others = [
            (c.name, c, self.memory[c.name])
            for c in self.columns
            if c.kind not in _AS_IT_IS
        ]

    def forget(self) -> None:
        """Forget what was read: the rules of a column may have changed."""
        for memory in self.memory.values():
            memory.clear()

    def read(self, row: Row) -> Values | None:
        """Give the values of a row; None if any of its cells is wrong."""
        before = len(self.raw.findings)
        values: Values = {"row": row.number, **self.absent}
        key = self.raw.table.key
        if key in self.absent:
            day = f"-{row.cells['date']}" if row.wide else ""
            values[key] = f"row-{row.number}{day}"
        self._read_cells(row, values)
        for column in self.shorthands:
            stood_for = self.cells.read(row, column)
            if isinstance(stood_for, dict):
                self._stand_for(row, column, values, stood_for)
        if len(self.raw.findings) == before:
            self._complete(row, values)
        return values if len(self.raw.findings) == before else None

    def _read_cells(self, row: Row, values: Values) -> None:
        cells = row.cells
        if row.faults or row.numbers:
            for column in self.columns:
                values[column.name] = self.cells.read(row, column)
            return
        for column in self.texts:
            name = column.name
            text = cells.get(name, "")
            if text or not column.required:
                values[name] = text or None
            else:
                values[name] = self.cells.read(row, column)
        for name, column, memory in self.others:
            said = cells.get(name, "")
            # What an actor is depends on its kind, which stands in a column of its own.
            if name == "actor":
                said = f"{said}\n{cells.get('actor_kind', '')}"
            try:
                values[name] = memory[said]
            except KeyError:
                values[name] = self._cell(row, column, said)

    def _cell(self, row: Row, column: Column, said: str) -> object:
        """Read a cell, and remember what it says if that is right."""
        before = len(self.raw.findings)
        value = self.cells.read(row, column)
        if len(self.raw.findings) == before:
            memory = self.memory[column.name]
            if len(memory) >= _MOST_REMEMBERED:
                memory.clear()
            memory[said] = value
        return value

    def _stand_for(
        self, row: Row, column: Column, values: Values, stood_for: Values
    ) -> None:
        """Put what a shorthand says into the columns that it stands for."""
        for name, value in stood_for.items():
            if value is not None and values[name] not in {None, (), value}:
                self.cells.refuse(
                    row, column, "bad-value",
                    f"{quote(row.text(column.name))} says otherwise than {name}",
                    "write it in one of the two columns",
                )  # fmt: skip
            elif value is not None:
                values[name] = value

    def _complete(self, row: Row, values: Values) -> None:
        """Say what follows for the columns that the file lacks."""
        if "meaning" in self.raw.place.defaults and not any(
            values[name] is not None for name in _FIGURES
        ):
            values["meaning"] = None
        if self.shorthands and "status" in self.absent and not values["status"]:
            values["status"] = status_of_participant(values)
            if not values["status"]:
                self.cells.refuse(
                    row, self.raw.table.column("participation"), "missing-value",
                    "the row says no position",
                    "write a status, such as pledged_troops, declined or conditional",
                )  # fmt: skip


def _find_duplicates(raw: RawTable) -> None:
    key = raw.table.key
    first: dict[str, int] = {}
    for row in raw.rows:
        text = row.text(key)
        if text and text in first:
            raw.find(
                row.number, key, "duplicate-id",
                f"{quote(text)} stands in row {first[text]} already",
                "give each row an id of its own",
            )  # fmt: skip
        first.setdefault(text, row.number)
