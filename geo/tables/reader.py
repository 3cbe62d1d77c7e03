"""One table, read and checked as its rows come, whatever its length.

Nothing of a row is kept but what its caller makes of it, and of an id twelve bytes: its
row and a hash.  A cell that only its column can settle, ``03/04/2025``, may come before
the cell that settles it: such rows are set aside, a bounded number of them, and read
once more is known.  Where that is not enough the whole is read a second time, with all
that its columns say.
"""

from __future__ import annotations

import contextlib
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geo.findings import Finding, Findings, quote, sort_findings
from geo.sheets.grid import UnreadableError
from geo.sheets.limits import LIMITS, Limits
from geo.tables.body import Unread
from geo.tables.checks import RowChecks, of_one_hash
from geo.tables.column_rules import ColumnRules
from geo.tables.raw import RawTable, Row, TablePlace
from geo.tables.read import open_table, stream_rows
from geo.tables.records import NO_SOURCE
from geo.tables.row_reader import RowReader
from geo.tables.schema import TABLES
from geo.tables.sheet_names import table_of_sheet
from geo.tables.shorthand import Values
from geo.tables.table import Table
from geo.tables.table_file import TableFile
from geo.tables.totals import RunningSums, check_footer

Known = Mapping[str, frozenset[str] | None]
"""The ids of other tables; None of one that is there and could not be read."""

MOST_SET_ASIDE = 20_000

COMPANIONS = ("sources", "meetings", "actors", "places")
"""The tables of ids that a table of statements may refer to."""


@dataclass(frozen=True)
class Around:
    """What else decides how a table is read.

    ``kinds`` are those of the actors that are no country, by id, and ``known`` the ids
    of other tables: without ``sources`` each row cites an address; any other table that
    is not given is not looked up.  ``defaults`` stand in columns that the file lacks,
    as the map ``definition`` of this name says.
    """

    kinds: Mapping[str, str] = field(default_factory=dict)
    known: Known = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    definition: str = ""

    def filled(self, table: Table) -> Mapping[str, str]:
        """Return what stands in columns that a file of the table lacks.

        Statements without a column of sources name none, which is no fault and is told.
        """
        usual = {"source": NO_SOURCE} if table.name == "pledges" else {}
        return {**usual, **self.defaults}


@dataclass
class ReadTable:
    """A table that was read: where it stands, what is wrong, and what was made of it.

    ``made`` is in the order of the rows, and empty if the file could not be read on.
    """

    raw: RawTable
    rules: ColumnRules
    rows: int = 0
    made: list[Any] = field(default_factory=list)

    @property
    def findings(self) -> Findings:
        return self.raw.findings


def read_table(
    file: TableFile,
    table: Table,
    around: Around | None = None,
    make: Callable[[Row, Values | None], object] | None = None,
    limits: Limits = LIMITS,
) -> ReadTable:
    """Read one table.

    ``make`` says what to keep of each row; its values are None if any of its cells is
    wrong.
    """
    around = around or Around()
    first = _Pass(file, table, around, make, limits, None)
    first.go()
    if not first.rules.is_broken:
        return first.read
    again = _Pass(file, table, around, make, limits, first.rules)
    again.go()
    return again.read


class _Pass:
    """One way through a table; ``settled`` are the rules of its columns, if known."""

    def __init__(
        self, file: TableFile, table: Table, around: Around,
        make: Callable[[Row, Values | None], object] | None,
        limits: Limits, settled: ColumnRules | None,
    ) -> None:  # fmt: skip
        place = TablePlace(
            file.shown_as or file.path.as_posix(), definition=around.definition
        )
        self.raw = RawTable(table, place, options=file.options)
        self.file, self.around, self.make = file, around, make
        self.limits, self.settled = limits, settled
        self.unread = Unread()
        self.ids: array[int] = array("q")
        self.rows: array[int] = array("i")
        self.aside: list[tuple[int, Row]] = []
        self.begin()

    def begin(self) -> None:
        """Begin anew: the columns are known with the first row."""
        self.rules = ColumnRules(self.raw)
        self.read = ReadTable(self.raw, self.settled or self.rules)
        self.reader = RowReader(self.raw, self.around.kinds, self.read.rules)
        self.checks = RowChecks(self.raw, self.around.known)
        self.sums = RunningSums(self.raw)

    def go(self) -> None:
        filled = self.around.filled(self.raw.table)
        for row in stream_rows(self.file, self.raw, self.unread, filled, self.limits):
            if not self.read.rows:
                self.begin()
            self.read.rows += 1
            self.take(row)
        self._pass_totals()
        if self.settled is None and self.rules.settle():
            self.reader.forget()
        for place, row in self.aside:
            self._read(row, place)
        self.checks.find_several()
        self.reader.cells.find_doubtful()
        separators = self.read.rules.separators
        findings = self.raw.findings
        findings += check_footer(self.raw, self.unread, self.sums, separators)
        if doubtful := of_one_hash(self.ids, self.rows):
            self._find_twice(doubtful)
        if self.raw.is_cut_short:
            self.read.made.clear()
        torn = [finding for finding in findings if finding.code == "changed-file"]
        if torn:  # its rows are of two tables: they show nothing
            self.raw.findings = Findings()
            self.raw.findings += torn

    def take(self, row: Row) -> None:
        """Learn from a row, and read it unless the whole file is read again."""
        changed = self.rules.learn(row)
        if self.settled is None:
            if self.rules.is_broken:
                return
            if changed:
                self.reader.forget()
        self._pass_totals()
        if text := row.cells.get(self.raw.table.key):
            if row.wide and self.rows and self.rows[-1] == row.number:
                self._stands_twice(row.number, text, row.number)
            self.ids.append(hash(text))
            self.rows.append(row.number)
        if self.make is not None:
            self.read.made.append(None)
        place = len(self.read.made) - 1
        if self.settled is None and self.rules.awaits(row):
            self.aside.append((place, row))
            self.rules.is_broken |= len(self.aside) > MOST_SET_ASIDE
        else:
            self._read(row, place)

    def _read(self, row: Row, place: int) -> None:
        values = self.reader.read(row)
        if self.sums.names:
            self.sums.add(values)
        self.checks.check(row, values)
        if self.make is not None:
            self.read.made[place] = self.make(row, values)

    def _pass_totals(self) -> None:
        """Keep the sums at totals that were met since the last row.

        While rows are set aside, what stands above a total is not known whole.
        """
        self.rules.is_broken |= bool(self.aside) and len(self.sums.at_totals) < len(
            self.unread.totals
        )
        while len(self.sums.at_totals) < len(self.unread.totals):
            self.sums.stop()

    def _find_twice(self, doubtful: set[int]) -> None:
        """Read the rows whose ids have one hash again, and find those of one id."""
        at = self.raw.place.columns[self.raw.table.key][0]
        first: dict[str, tuple[int, list[str]]] = {}
        with (
            contextlib.suppress(UnreadableError),  # it was read to here a moment ago
            open_table(self.file, self.raw.table, self.limits) as grid,
        ):
            for row in grid.rows:
                if row.number in doubtful:
                    text, cells = row.cells[at], _filled(row.cells)
                    if text in first:
                        before, others = first[text]
                        alike = cells == others
                        self._stands_twice(row.number, text, before, alike=alike)
                    first.setdefault(text, (row.number, cells))

    def _stands_twice(
        self, row: int, text: str, first: int, *, alike: bool = False
    ) -> None:
        """Find a second row of an id; ``alike`` in every cell it is the same row."""
        told, advice = "", "give each row an id of its own"
        if alike:
            told, advice = ", alike in every cell", "delete one of the two rows"
        message = f"{quote(text)} stands in row {first} already{told}"
        self.raw.find(row, self.raw.table.key, "duplicate-id", message, advice)


def _filled(cells: Sequence[str]) -> list[str]:
    """Return the cells of a row up to the last that is filled, as they are read."""
    texts = [cell.strip() for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return texts


@dataclass
class Checked:
    """How many rows a table has, and what is wrong with it."""

    rows: int = 0
    findings: tuple[Finding, ...] = ()


def check_file(file: TableFile) -> Checked:
    """Check a file by itself, with the tables of ids that stand beside it.

    Its name tells which table it is, ``sources.csv`` or ``réunions.xlsx``; any other
    name is a table of statements.  Ids are looked up in ``actors.csv``, ``places.csv``,
    ``sources.csv`` and ``meetings.csv`` of the same folder, where they are; what is
    wrong in those is their own matter.
    """
    table = table_of_file(file)
    there = companions_of(file.path)
    there.pop(table.name, None)
    known = {name: ids_of(other, TABLES[name]) for name, other in there.items()}
    kinds = kinds_of_actors(there["actors"]) if "actors" in there else {}
    read = read_table(file, table, Around(kinds, known))
    return Checked(read.rows, sort_findings(read.findings))


def companions_of(path: Path) -> dict[str, TableFile]:
    """Return the tables of ids that stand beside a table's file."""
    beside = {name: path.with_name(f"{name}.csv") for name in COMPANIONS}
    return {name: TableFile(one) for name, one in beside.items() if one.is_file()}


def table_of_file(file: TableFile) -> Table:
    """Return the table that a file is by its name; any other name means statements."""
    return TABLES[table_of_sheet(file.path.stem) or "pledges"]


def ids_of(file: TableFile, table: Table) -> frozenset[str] | None:
    """Return the ids of a table, of wrong rows too; None if it could not be read."""
    raw = RawTable(table, TablePlace(file.path.as_posix()))
    rows = stream_rows(file, raw, Unread(), {})
    ids = frozenset(row.text(table.key) for row in rows)
    return None if raw.is_cut_short else ids or None


def kinds_of_actors(file: TableFile) -> dict[str, str]:
    """Return the kind of each actor of a table of actors, by id."""
    read = read_table(file, TABLES["actors"], make=lambda _row, values: values)
    return {values["id"]: values["kind"] for values in read.made if values}
