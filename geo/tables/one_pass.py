"""Checking a table of any length in one pass, in memory that does not grow with it.

Nothing of a row is kept but its number and a hash of its id, twelve bytes.  A cell
that only its column can settle, ``03/04/2025``, may come before the cell that settles
it: such rows are set aside, a bounded number of them, and read once more is known.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from geo.cells.refused import Refused
from geo.cells.urls import parse_url
from geo.findings import Finding, quote, sort_findings
from geo.sheets.limits import LIMITS, Limits
from geo.tables.build_records import FIGURES, figure_of
from geo.tables.checks import check_figure, unknown_id
from geo.tables.column_rules import ColumnRules
from geo.tables.parse import RowReader
from geo.tables.place import TablePlace
from geo.tables.raw import RawTable, Row
from geo.tables.read import TableFile, Unread, open_table, stream_rows
from geo.tables.shorthand import Values
from geo.tables.table import Table
from geo.tables.totals import RunningSums, check_below

MOST_SET_ASIDE = 20_000
MOST_FINDINGS = 1_000


@dataclass
class Checked:
    """How many rows a table has, and what is wrong with it.

    ``findings`` holds the first thousand; ``more`` counts those beyond.
    """

    rows: int = 0
    findings: tuple[Finding, ...] = ()
    more: int = 0


@dataclass
class _Pass:
    """The state of one pass: what is known of the columns, and what is set aside."""

    raw: RawTable
    unread: Unread
    actors: Mapping[str, str]
    known: Mapping[str, frozenset[str]]
    rules: ColumnRules = field(init=False)
    reader: RowReader = field(init=False)
    sums: RunningSums = field(init=False)
    references: list[tuple[str, frozenset[str]]] = field(init=False)
    taught: list[tuple[str, dict[str, object]]] = field(init=False)
    ids: array[int] = field(default_factory=lambda: array("q"))
    rows: array[int] = field(default_factory=lambda: array("i"))
    aside: list[Row] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    kept: list[Finding] = field(default_factory=list)
    more: int = 0

    def begin(self) -> None:
        """Learn the columns, which are known with the first row."""
        self.rules = ColumnRules(self.raw)
        self.reader = RowReader(self.raw, self.actors, self.rules)
        self.sums = RunningSums(self.raw)
        self.taught = [
            (name, self.reader.memory.get(name, {})) for name in self.rules.taught
        ]
        self.references = [
            (column.name, self.known[column.refers_to])
            for column in self.raw.table.columns
            if column.refers_to is not None and column.refers_to in self.known
        ]

    def pass_totals(self) -> None:
        """Keep the sums at totals that were met since the last row.

        While rows are set aside, what stands above a total is not known whole.
        """
        if self.aside and len(self.sums.at_totals) < len(self.unread.totals):
            self.sums.add(None)
        while len(self.sums.at_totals) < len(self.unread.totals):
            self.sums.stop()

    def take(self, row: Row) -> None:
        self.pass_totals()
        text = row.cells.get(self.raw.table.key)
        if text:
            self.ids.append(hash(text))
            self.rows.append(row.number)
        if self._is_news(row):
            if self.rules.learn(row):
                self.reader.forget()
            if self.rules.awaits(row) and len(self.aside) < MOST_SET_ASIDE:
                self.aside.append(row)
                return
        self.check(row)

    def _is_news(self, row: Row) -> bool:
        """Tell whether a cell may teach its column something: one not yet read."""
        for name, read in self.taught:  # noqa: SIM110 - a generator a row costs more
            if row.cells.get(name, "") not in read:
                return True
        return False

    def check(self, row: Row) -> None:
        values = self.reader.read(row)
        if self.sums.names:
            self.sums.add(values)
        if values is not None:
            self._check_figure(values)
            self._check_address(values)
        for column, known in self.references:
            if text := row.cells.get(column, ""):
                self._check_ids(row, column, text, known)
        self.keep()

    def _check_figure(self, values: Values) -> None:
        table = self.raw.table.name
        noun = FIGURES.get(table)
        if noun is None:
            return
        figure = figure_of(values, noun)
        if figure is not None:
            place = self.raw.place
            self.raw.findings += check_figure(place, table, values["row"], figure)

    def _check_address(self, values: Values) -> None:
        """Without a table of sources, every row cites an address itself."""
        source = values.get("source")
        if source is None or "sources" in self.known or source in self.sources:
            return
        url = parse_url(source)
        if isinstance(url, Refused):
            self.raw.find(
                values["row"], "source", "bad-value", url.reason,
                "without a sources table each row cites an https: address",
            )  # fmt: skip
        elif len(self.sources) < MOST_SET_ASIDE:
            self.sources.add(source)

    def _check_ids(
        self, row: Row, column: str, cell: str, known: frozenset[str]
    ) -> None:
        for part in [cell] if cell in known else cell.split(";"):
            text = part.strip()
            if text and text not in known:
                raw, of = self.raw, self.raw.table.column(column)
                raw.findings += unknown_id(raw.place, row.number, of, text, known)

    def keep(self) -> None:
        """Take the findings out of the table, the first thousand of them to keep."""
        found = self.raw.findings
        if found:
            room = max(0, MOST_FINDINGS - len(self.kept))
            self.kept += found[:room]
            self.more += len(found[room:])
            found.clear()


def check_table(
    file: TableFile,
    table: Table,
    actors: Mapping[str, str] | None = None,
    known: Mapping[str, frozenset[str]] | None = None,
    limits: Limits = LIMITS,
    progress: Callable[[int], None] = lambda _rows: None,
) -> Checked:
    """Check one table by itself, whatever its length.

    Parameters
    ----------
    file
        The file of the table.
    table
        The schema.
    actors
        Kind of each actor that is no country, by id.
    known
        The ids of other tables, by their names; a column that refers to a table that
        is not given is not looked up.
    limits
        The largest things that are read.
    progress
        Called now and then with the number of rows that were read.
    """
    place = TablePlace(file.shown_as or file.path.as_posix())
    raw = RawTable(table, place, order=file.order)
    unread = Unread()
    run = _Pass(raw, unread, actors or {}, known or {})
    count = 0
    for row in stream_rows(file, raw, unread, {}, limits):
        if not count:
            run.begin()
        run.take(row)
        count += 1
        if not count % 10_000:
            progress(count)
    aside, run.aside = run.aside, []
    for row in aside:
        run.check(row)
    if count:
        run.pass_totals()
        raw.findings += check_below(raw, unread, run.sums, run.rules.separators)
    raw.findings += _twice(run, file, raw, limits)
    run.keep()
    torn = [finding for finding in run.kept if finding.code == "changed-file"]
    if torn:  # its rows are of two tables, or cut short: they show nothing
        return Checked(count, tuple(torn))
    return Checked(count, sort_findings(run.kept), run.more)


def _twice(
    run: _Pass, file: TableFile, raw: RawTable, limits: Limits
) -> Iterator[Finding]:
    """Find ids that stand there twice; the rows are read again only if some may."""
    doubtful = _of_one_hash(run.ids, run.rows)
    if not doubtful:
        return
    key = raw.table.key
    at = raw.place.columns[key][0]
    first: dict[str, int] = {}
    with open_table(file, raw.table, limits) as grid:
        for row in grid.rows:
            if row.number not in doubtful:
                continue
            text = row.cells[at]
            if text in first:
                yield raw.place.finding(
                    row.number, key, "duplicate-id",
                    f"{quote(text)} stands in row {first[text]} already",
                    "give each row an id of its own",
                )  # fmt: skip
            first.setdefault(text, row.number)


def _of_one_hash(hashes: array[int], rows: array[int]) -> set[int]:
    """Give the rows whose hash another row has too."""
    import numpy as np  # only here: a table that is built is checked row by row

    values = np.frombuffer(hashes, dtype=np.int64)
    ordered = np.sort(values)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    if not len(twice):
        return set()
    numbers = np.frombuffer(rows, dtype=np.int32)
    return set(numbers[np.isin(values, twice)].tolist())
