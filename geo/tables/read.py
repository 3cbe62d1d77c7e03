"""A file becomes the rows of one table, as text, with all that is wrong with the file.

Every cell is text and stays text here: ``NA`` is Namibia's code, not a missing value,
and ``3,000`` is not three.  Totals and footnotes among the rows are kept out, where
that is certain: a row that might be a statement is one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from geo import countries
from geo.findings import did_you_mean, quote
from geo.sheets.grid import Grid, GridRow, Notice, UnreadableError
from geo.sheets.limits import LIMITS, Limits
from geo.sheets.read import open_grid
from geo.sheets.workbook_scan import letters_of
from geo.tables.body import Body, Unread
from geo.tables.dividing import Divisors
from geo.tables.fitting import called, kind_of
from geo.tables.header import HEAD_ROWS, find_header
from geo.tables.header_columns import (
    ONE_BELOW_THE_OTHER,
    column_without_header,
    name_columns,
    says_other,
)
from geo.tables.options import TableOptions
from geo.tables.raw import RawTable, Row
from geo.tables.row_choice import Choice
from geo.tables.sheet_names import table_of_sheet
from geo.tables.table import Table
from geo.tables.table_file import TableFile
from geo.tables.wide import naming, statements_of


def is_left_blank(file: TableFile, raw: RawTable) -> bool:
    """Return whether a table that was read is a sheet of a template left unfilled."""
    return file.by_name and {f.code for f in raw.findings} == {"no-rows"}


def stream_rows(
    file: TableFile,
    raw: RawTable,
    unread: Unread,
    defaults: Mapping[str, str],
    limits: Limits = LIMITS,
) -> Iterator[Row]:
    """Return the rows of data one by one; ``raw`` and ``unread`` are filled meanwhile.

    After the last row the findings about the file are complete.
    """
    count = 0
    try:
        with open_table(file, raw.table, limits) as grid:
            raw.delimiter = grid.delimiter
            _find_notices(grid.notices, raw)
            for row in _rows(grid, raw, unread, defaults):
                count += 1
                yield row
    except UnreadableError as error:
        raw.find(error.row, None, error.code, error.message, error.advice)
        raw.is_cut_short = True
        return
    if not count and not raw.findings:
        raw.find(None, None, "no-rows", "the table has no rows", "add at least one")


@contextmanager
def open_table(file: TableFile, table: Table, limits: Limits) -> Iterator[Grid]:
    """Open the grid of a table: a file's rows as they are, header and all.

    Raises
    ------
    UnreadableError
        On opening, on reading the rows, or at the end if the file has changed.
    """
    named = naming(table, file.options)

    def known(cell: str) -> bool:
        return bool(cell) and named(cell.strip()) is not None

    def choose(names: list[str]) -> str:
        return _choose(names, file, table)

    with open_grid(file.path, known, choose, limits) as grid:
        yield grid


def _find_notices(notices: list[Notice], raw: RawTable) -> None:
    for notice in notices:
        raw.find(notice.row, None, notice.code, notice.message, notice.advice,
                 "warning")  # fmt: skip


def _choose(names: list[str], file: TableFile, table: Table) -> str:
    """Return the sheet that holds the table."""
    if file.sheet is not None:
        if file.sheet in names:
            return file.sheet
        raise UnreadableError(
            "missing-sheet",
            f"the workbook has no sheet {quote(file.sheet)} with cells",
            did_you_mean(file.sheet, names) or "name another sheet after #",
        )  # fmt: skip
    named = [name for name in names if table_of_sheet(name) == table.name]
    if len(named) == 1 or len(names) == 1:
        return (named or names)[0]
    if not names:
        raise UnreadableError(
            "no-rows", "the workbook is empty", "add at least one row"
        )
    raise UnreadableError(
        "missing-sheet", f"which of the sheets {', '.join(names)} holds {table.name}?",
        f"call it {table.name}, or name it after #:"
        f" {file.shown_as or file.path.name}#{names[0]}",
    )  # fmt: skip


def _rows(
    grid: Grid, raw: RawTable, unread: Unread, defaults: Mapping[str, str]
) -> Iterator[Row]:
    head = list(itertools.islice(grid.rows, HEAD_ROWS))
    header = find_header(head, raw.table, raw.options)
    if header is None:
        find_no_header(head, raw)
        return
    below = [row for row in head if row.number > header.last_row]
    if not name_columns(header, raw, grid.sheet, dict(defaults), below):
        return
    _note_above(header.first_row, head, raw)
    figures = frozenset(
        at
        for name, (at, _) in raw.place.columns.items()
        if raw.table.column(name).kind in {"figure", "integer"}
    ) | {column.at for column in raw.dated}
    body = Body(figures, _is_country, unread.totals, unread.footnotes)
    chosen, divisors = Choice(raw, header.texts), Divisors(raw, header.texts)
    rest: Iterator[GridRow] = filter(chosen.takes, itertools.chain(below, grid.rows))
    if raw.options.signs:
        rest = (_without_signs(row, figures, raw.options) for row in rest)
    reader = _Rows(raw, header.texts, defaults)
    last = header.last_row
    for grid_row in body.rows(rest):
        divisors.take(grid_row)
        row = reader.row(grid_row)
        last = grid_row.number
        if row is None:
            continue
        if raw.dated:
            yield from statements_of(row, grid_row, raw.dated, raw.options)
        else:
            yield row
    unread.footnotes[:] = body.footnotes
    chosen.find_unused()
    _find_merges(grid, raw, header.last_row, last)


def _without_signs(
    row: GridRow, figures: frozenset[int], options: TableOptions
) -> GridRow:
    """Return a row whose figures stand without what the map's unit has beside them."""
    cells = list(row.cells)
    for at in figures:
        if at < len(cells):
            cells[at] = options.without_sign(cells[at])
    return row._replace(cells=tuple(cells))


def find_no_header(head: list[GridRow], raw: RawTable) -> None:
    """Say why none of a file's first rows is a header."""
    first = next((row for row in head if any(row.cells)), None)
    if first is None:
        raw.find(None, None, "no-rows", "the file is empty",
                 "write the header and at least one row")  # fmt: skip
    elif raw.options.header_row is not None:
        raw.find(
            raw.options.header_row, None, "missing-column",
            "the row that the map definition calls the header is not there",
            "mend header_row in the definition",
        )  # fmt: skip
    elif kind_of([text for text in first.cells[1:] if text]) == "actor":
        raw.find(
            first.number, None, "missing-column",
            "the countries stand side by side, each above a column",
            "turn the table round: copy it in a spreadsheet, and paste it with"
            " Transpose, so that each country has a row",
        )  # fmt: skip
    else:
        names = map(called, raw.table.required_columns)
        raw.find(
            first.number, None, "missing-column",
            "the table has no header: this row is data",
            f"write a row above it that names the columns, such as {', '.join(names)}",
        )  # fmt: skip


def _is_country(text: str) -> bool:
    return isinstance(countries.resolve(text), countries.Country | countries.Ambiguous)


def _note_above(first_row: int, head: list[GridRow], raw: RawTable) -> None:
    above = [r.number for r in head if r.number < first_row and any(r.cells)]
    if above:
        rows = (
            f"row {above[0]} above it is" if len(above) == 1
            else f"rows {above[0]} to {above[-1]} above it are"
        )  # fmt: skip
        raw.find(
            above[0], None, "above-header",
            f"the header is row {raw.place.header_row}; {rows} passed over",
            "nothing, if that is a title", "note",
        )  # fmt: skip


class _Rows:
    """Makes rows by column of rows by place."""

    def __init__(
        self, raw: RawTable, headers: tuple[str, ...], defaults: Mapping[str, str]
    ) -> None:
        self.raw = raw
        self.width = len(headers)
        self.places = [(at, name) for name, (at, _) in raw.place.columns.items()]
        self.names = [name for _, name in self.places]
        # Most files have the schema's columns alone: they are named in one go.
        self.all_named = [at for at, _ in self.places] == list(range(self.width))
        self.unnamed = {at for at, text in enumerate(headers) if not text}
        self.filled = {name: defaults[name] for name in raw.place.defaults}

    def row(self, row: GridRow) -> Row | None:
        texts = row.cells
        if any(texts[self.width :]):
            self.raw.find(
                row.number, None, "too-many-cells",
                f"the row has {len(texts)} cells, the header {self.width}",
                "put quotation marks round a cell that holds the delimiter",
            )  # fmt: skip
            return None
        count = len(texts)
        if self.all_named:
            cells = dict(zip(self.names, texts, strict=False))
        else:
            cells = {name: texts[at] for at, name in self.places if at < count}
        if self.unnamed:
            self._find_unnamed(row)
        if self.raw.twice:
            self._find_twice(row)
        if self.filled:
            cells |= self.filled
        if not row.numbers and not row.faults:
            return Row(row.number, cells)
        numbers = {n: row.numbers[at] for at, n in self.places if at in row.numbers}
        faults = {n: row.faults[at] for at, n in self.places if at in row.faults}
        return Row(row.number, cells, numbers, faults)

    def _find_unnamed(self, row: GridRow) -> None:
        """Say once of each column without a header that it has cells."""
        for at in sorted(self.unnamed):
            if at < len(row.cells) and row.cells[at]:
                self.unnamed.remove(at)
                column_without_header(at, row.number, self.raw)

    def _find_twice(self, row: GridRow) -> None:
        """Refuse to pass over a second column that says what the first does not."""
        for name, first, second in sorted(self.raw.twice):
            if says_other(row, first, second):
                self.raw.twice.remove((name, first, second))
                self.raw.find(
                    row.number, name, "duplicate-column",
                    f"a second column of this header, {letters_of(second)}, says"
                    f" {quote(row.cells[second])}, which would be lost",
                    ONE_BELOW_THE_OTHER,
                )  # fmt: skip


def _find_merges(grid: Grid, raw: RawTable, above: int, last: int) -> None:
    """Merged cells among the rows may mean each row or their sum: neither is taken."""
    names = {at: (name, at, text) for name, (at, text) in raw.place.columns.items()}
    names |= {column.at: ("troops", column.at, column.header) for column in raw.dated}
    for merge in grid.merges:
        columns = range(merge.first_column, merge.last_column + 1)
        touched = [names[at] for at in columns if at in names]
        if above < merge.first_row <= last and touched:
            name, at, header = touched[0]
            raw.find(
                merge.first_row, name, "merged-cells",
                f"the cell is merged with others, down to row {merge.last_row}",
                "part the cells, and write in each what holds for its row",
                wide=(at, header) if name == "troops" else None,
            )  # fmt: skip
