"""Rows become values; one with a wrong cell gives none: no half is ever drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from geo.findings import quote
from geo.tables.cell_reader import CellReader, nothing
from geo.tables.column_rules import ColumnRules
from geo.tables.raw import RawTable, Row
from geo.tables.refusals import Faults
from geo.tables.schema import NAMES
from geo.tables.shorthand import FIGURE_COLUMNS, Values, status_of_participant
from geo.tables.table import Column
from geo.vocabulary.statuses import COUNTED


class Found(NamedTuple):
    """What a text was read as, what was told of it, and how often it was refused."""

    value: object
    told: Faults
    refusals: int


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
        self.refusals = self.cells.refusals
        there = set(raw.columns)
        self.columns = [c for c in raw.table.columns if c.name in there]
        self.shorthands = [c for c in raw.table.shorthands if c.name in there]
        self.absent = {
            c.name: nothing(c) for c in raw.table.columns if c.name not in there
        }
        self.needs_status = "status" in self.absent and "participation" in there
        cached = (*self.columns, *self.shorthands)
        self.memory: dict[str, dict[str, object]] = {c.name: {} for c in cached}
        self.found: dict[str, dict[str, Found]] = {c.name: {} for c in cached}
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
            self.found[name].clear()

    def read(self, row: Row) -> Values | None:
        """Return the values of a row; None if any of its cells is wrong."""
        before = self.refusals.count
        values: Values = {"row": row.number, **self.absent}
        key = self.raw.table.key
        if key in self.absent:
            day = f"-{row.cells['date']}" if row.wide else ""
            values[key] = f"row-{row.number}{day}"
        self._read_cells(row, values)
        if (
            self.cells.actors.asides
            and (said := row.text("actor")) in self.cells.actors.asides
        ):
            values["note"] = "; ".join(filter(None, (values.get("note"), said)))
        plain = not (row.faults or row.numbers)
        for column in self.shorthands:
            said = row.cells.get(column.name, "")
            stood_for = (
                self._cell(row, column, said) if plain else self.cells.read(row, column)
            )
            if isinstance(stood_for, dict):
                self._stand_for(row, column, values, stood_for)
        if self.refusals.count == before:
            self._complete(row, values)
        return values if self.refusals.count == before else None

    def _read_cells(self, row: Row, values: Values) -> None:
        cells = row.cells
        if row.faults or row.numbers:
            for column in self.columns:
                values[column.name] = self.cells.read(row, column)
            return
        for column in self.texts:
            name = column.name
            text = cells.get(name, "")
            if text[:1] == "#":  # what a failed formula left, or a text like another
                values[name] = self.cells.read(row, column)
            elif text or not column.required:
                values[name] = text or None
            else:
                values[name] = self._cell(row, column, text)
        for name, column, memory in self.others:
            said = cells.get(name, "")
            # What an actor is depends on its kind, which stands in a column of its own.
            if name == "actor":
                beside = (cells.get("actor_kind", ""), cells.get("country_code", ""))
                said = "\n".join((said, *beside))
            try:
                values[name] = memory[said]
            except KeyError:
                values[name] = self._cell(row, column, said)

    def _cell(self, row: Row, column: Column, said: str) -> object:
        """Read a cell, or remember what the same text was, right or wrong."""
        memory, found = self.memory[column.name], self.found[column.name]
        if said in memory:
            return memory[said]
        if said in found:
            value, told, refusals = found[said]
            for fault in told:
                self.raw.findings.repeat(fault, row.number)
            self.refusals.count += refusals
            return value
        before = self.refusals.count
        value = self.cells.read(row, column)
        if len(memory) + len(found) >= _MOST_REMEMBERED:
            memory.clear()
            found.clear()
        # Of a wide table each column of days has places of its own.
        if not self.refusals.told:
            memory[said] = value
        elif not row.wide:
            found[said] = Found(value, self.refusals.told, self.refusals.count - before)
        return value

    def _stand_for(
        self, row: Row, column: Column, values: Values, stood_for: Values
    ) -> None:
        """Put what a shorthand says into the columns that it stands for."""
        for name, value in stood_for.items():
            if name == "note":
                values[name] = "; ".join(filter(None, (values[name], value)))
            elif value is not None and values[name] not in {None, (), value}:
                self.refusals.refuse(
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
        if COUNTED in (values.get("status") or ()) and not any(
            values[name] is not None for name in FIGURE_COLUMNS
        ):
            self._nothing_counted(row)
        if NAMES[0] in values and not any(values[name] for name in NAMES):
            self.refusals.refuse(
                row, self.raw.table.column(NAMES[0]), "missing-value",
                "the row has no name",
                "write its name, in a language of the map at least",
            )  # fmt: skip
        if self.needs_status and not values["status"]:
            values["status"] = status_of_participant(values)
            if not values["status"]:
                self.refusals.refuse(
                    row, self.raw.table.column("participation"), "missing-value",
                    "the row says no position",
                    "write a status, such as pledged_troops, declined or conditional",
                )  # fmt: skip

    def _nothing_counted(self, row: Row) -> None:
        """Keep a row out that has a figure by its status, and has none."""
        if "status" not in self.raw.place.defaults:
            self.refusals.refuse(
                row, self.raw.table.column("status"), "no-figure",
                f"the row is {COUNTED}, and has no figure",
                "write the number, or what else the row says",
            )  # fmt: skip
            return
        self.raw.find(
            row.number, "troops", "no-figure",
            "the row has no figure, and is kept out",
            "nothing, if that is right; else write the number, or say under [columns]"
            " in the map definition which header has it", "warning", row.wide,
        )  # fmt: skip
        self.refusals.count += 1
