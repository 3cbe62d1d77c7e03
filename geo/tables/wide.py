"""The wide table: a country a row, a date a column, what was said in the cell.

A header that is a date makes its column one of statements of that day.  Each cell that
is filled is a statement of its own: a status or a way of taking part where it is one,
otherwise a figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from geo.cells.date_order import column_order
from geo.cells.dates import OpenOrder, Order, PartialDate, parse_date
from geo.cells.refused import Conflict, Refused
from geo.sheets.grid import GridRow
from geo.tables.raw import DatedColumn, Row
from geo.tables.shorthand import read_participation
from geo.tables.table import Table

WIDE = ("date", "participation", "troops")
"""The columns of the statement that a dated column stands for."""


def dated_columns(
    texts: tuple[str, ...], table: Table, said: Order | None = None
) -> tuple[DatedColumn, ...]:
    """Give the columns of a header that are dates, if it makes a wide table.

    It does not if it has a column for the date itself, or for what the cells would say.
    The headers settle each other's order, as the cells of a column do, unless somebody
    ``said`` it.
    """
    return tuple(
        DatedColumn(at, text, date)
        for at, text, date in _dates(texts, table, said)
        if isinstance(date, PartialDate)
    )


def undecided_headers(
    texts: tuple[str, ...], table: Table, said: Order | None = None
) -> Mapping[str, OpenOrder]:
    """Return the headers that would be dates if one knew where their day stands."""
    dates = _dates(texts, table, said)
    return {text: date for _, text, date in dates if isinstance(date, OpenOrder)}


def _dates(
    texts: tuple[str, ...], table: Table, said: Order | None
) -> Iterator[tuple[int, str, PartialDate | Refused]]:
    names = {table.canonical(text) for text in texts if text}
    shorthands = {column.name for column in table.shorthands}
    if not shorthands or names & {*WIDE, "status", "troops_min", "troops_max"}:
        return
    seen = said or column_order(texts)
    order = None if isinstance(seen, Conflict) else seen
    for at, text in enumerate(texts):
        if text and table.canonical(text) is None:
            yield at, text, parse_date(text, order=order)


def statements_of(
    row: Row, grid_row: GridRow, columns: tuple[DatedColumn, ...]
) -> Iterator[Row]:
    """Give a row for each statement of a wide row; ``row`` has its other cells."""
    for column in columns:
        text = grid_row.cells[column.at] if column.at < len(grid_row.cells) else ""
        fault = grid_row.faults.get(column.at)
        if not text and fault is None:
            continue
        kind = "participation" if read_participation(text) else "troops"
        cells = {**row.cells, "date": column.date.iso, kind: text}
        number = grid_row.numbers.get(column.at)
        yield row._replace(
            cells=cells,
            numbers={} if number is None else {kind: number},
            faults={} if fault is None else {kind: fault},
            wide=(column.at, column.header),
        )
