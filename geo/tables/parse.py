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

Faults = list[tuple[object, ...]]

_AS_IT_IS = frozenset({"id", "text"})
_MOST_REMEMBERED = 10_000
_FIGURES = ("troops_min", "troops_max", "figure_words")


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
        cached = (*self.columns, *self.shorthands)
        self.memory: dict[str, dict[str, object]] = {c.name: {} for c in cached}
        self.wrong: dict[str, dict[str, Faults]] = {c.name: {} for c in cached}
        self.texts = [c for c in self.columns if c.kind in _AS_IT_IS]
        self.others = [
            (c.name, c, self.memory[c.name])
            for c in self.columns
            if c.kind not in _AS_IT_IS
        ]

    def forget(self) -> None:
        """Forget what was read: the rules of a column may have changed."""
        for name, memory in self.memory.items():
            memory.clear()
            self.wrong[name].clear()

    def read(self, row: Row) -> Values | None:
        """Give the values of a row; None if any of its cells is wrong."""
        before = self.raw.findings.added
        values: Values = {"row": row.number, **self.absent}
        key = self.raw.table.key
        if key in self.absent:
            day = f"-{row.cells['date']}" if row.wide else ""
            values[key] = f"row-{row.number}{day}"
        self._read_cells(row, values)
        plain = not (row.faults or row.numbers)
        for column in self.shorthands:
            said = row.cells.get(column.name, "")
            stood_for = (
                self._cell(row, column, said) if plain else self.cells.read(row, column)
            )
            if isinstance(stood_for, dict):
                self._stand_for(row, column, values, stood_for)
        if self.raw.findings.added == before:
            self._complete(row, values)
        return values if self.raw.findings.added == before else None

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
                values[name] = self._cell(row, column, text)
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
        """Read a cell, or remember what the same text was, right or wrong."""
        memory, wrong = self.memory[column.name], self.wrong[column.name]
        if said in memory:
            return memory[said]
        if said in wrong:
            for fault in wrong[said]:
                self.raw.findings.repeat(fault, row.number)
            return nothing(column)
        value = self.cells.read(row, column)
        if len(memory) + len(wrong) >= _MOST_REMEMBERED:
            memory.clear()
            wrong.clear()
        # Of a wide table each column of days has places of its own.
        if not self.cells.refused:
            memory[said] = value
        elif not row.wide:
            wrong[said] = self.cells.refused
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
