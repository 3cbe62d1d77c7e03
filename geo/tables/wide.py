"""Wide tables: a country a row and a date a column.

Each cell that is filled is a statement of its own, a status or a way of taking part
where it is one, otherwise a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from geo.cells.date_order import column_order
from geo.cells.dates import OpenOrder, PartialDate, parse_date
from geo.cells.refused import Conflict, Refused
from geo.sheets.grid import GridRow
from geo.tables.options import NO_OPTIONS, TableOptions
from geo.tables.raw import DatedColumn, Row
from geo.tables.shorthand import read_participation
from geo.tables.synonyms import folded_header
from geo.tables.table import LONGEST_HEADER, Table

WIDE = ("date", "participation", "troops")
"""The columns of the statement that a dated column stands for."""


Naming = Callable[[str], str | None]


def naming(table: Table, options: TableOptions = NO_OPTIONS) -> Naming:
    """Return what tells the column that a header names, or None.

    Where somebody said which header is which, no other names one.
    """
    if not options.columns:
        return table.canonical
    known = options.by_header
    return lambda text: known.get(folded_header(text[:LONGEST_HEADER]))


def dated_columns(
    texts: tuple[str, ...], table: Table, options: TableOptions = NO_OPTIONS
) -> tuple[DatedColumn, ...]:
    """Return the columns of a header that are dates, if it makes a wide table.

    It does not if it has a column for the date itself, or for what the cells would say;
    a mere "Total" beside several days is what they add up to.
    The headers settle each other's order, as the cells of a column do, unless somebody
    said it in the ``options``.
    """
    return tuple(
        DatedColumn(at, text, date)
        for at, text, date in _dates(texts, table, options)
        if isinstance(date, PartialDate)
    )


def undecided_headers(
    texts: tuple[str, ...], table: Table, options: TableOptions = NO_OPTIONS
) -> Mapping[str, OpenOrder]:
    """Return the headers that would be dates if one knew where their day stands."""
    dates = _dates(texts, table, options)
    return {text: date for _, text, date in dates if isinstance(date, OpenOrder)}


def _dates(
    texts: tuple[str, ...], table: Table, options: TableOptions
) -> Iterator[tuple[int, str, PartialDate | Refused]]:
    named = naming(table, options)
    names = {named(text) for text in texts if text}
    shorthands = {column.name for column in table.shorthands}
    if "troops" not in shorthands or names & {
        "date", "participation", "status", "troops_min", "troops_max",
    }:  # fmt: skip
        return
    figures = [text for text in texts if text and named(text) == "troops"]
    seen = options.order or column_order(texts)
    order = None if isinstance(seen, Conflict) else seen
    dates = [
        (at, text, parse_date(text, order=order))
        for at, text in enumerate(texts)
        if text and named(text) is None
    ]
    days = sum(isinstance(date, PartialDate) for *_, date in dates)
    are_sums = not options.columns and all(
        table.gives_way(text) > 1 for text in figures
    )
    if not figures or (days > 1 and are_sums):
        yield from dates


def statements_of(
    row: Row, grid_row: GridRow, columns: tuple[DatedColumn, ...], options: TableOptions
) -> Iterator[Row]:
    """Return a row for each statement of a wide row; ``row`` has its other cells."""
    own = options.statuses.labels
    for column in columns:
        text = grid_row.cells[column.at] if column.at < len(grid_row.cells) else ""
        fault = grid_row.faults.get(column.at)
        if not text and fault is None:
            continue
        position = read_participation(options.status_text(text), own)
        kind = "participation" if position else "troops"
        cells = {**row.cells, "date": column.date.iso, kind: text}
        number = grid_row.numbers.get(column.at)
        yield row._replace(
            cells=cells,
            numbers={} if number is None else {kind: number},
            faults={} if fault is None else {kind: fault},
            wide=(column.at, column.header),
        )
