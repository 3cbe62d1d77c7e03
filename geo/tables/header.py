"""Finding the header: the row, or two rows, whose cells name the table's columns.

Above it people put a title, a date, blank lines.  A header of two rows has a group
above its parts, ``Troops`` over ``min`` and ``max``, as merged cells leave it.

A header that is a date makes a wide table, a country a row and a date a column: each
cell that is filled is a statement of its own, a status or a way of taking part where
it is one, otherwise a figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from geo.cells.date_order import column_order
from geo.cells.dates import OpenOrder, Order, PartialDate, parse_date
from geo.cells.refused import Conflict, Refused
from geo.findings import did_you_mean, quote
from geo.sheets.grid import GridRow
from geo.sheets.workbook_scan import letters_of
from geo.tables.column_rules import advice_on_order
from geo.tables.raw import DatedColumn, RawTable, Row, TablePlace
from geo.tables.schema import DEFAULTS
from geo.tables.shorthand import read_participation
from geo.tables.table import Column, Table

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


HEAD_ROWS = 40


@dataclass(frozen=True)
class Header:
    """The header's texts by place, and the first and last of its rows."""

    texts: tuple[str, ...]
    first_row: int
    last_row: int


def find_header(head: Sequence[GridRow], table: Table) -> Header | None:
    """Give the header among a file's first rows.

    It is the row with the most cells that name a column, then with the most cells;
    where none does, the first that is not blank.  Two rows together are a header if
    they name more columns than either alone.
    """
    best, best_rank = None, (-1, -1)
    for at, row in enumerate(head):
        if not any(row.cells):
            continue
        alone = Header(row.cells, row.number, row.number)
        if _is_whole(row.cells, table):
            return alone
        candidates = [alone]
        if at + 1 < len(head):
            below = head[at + 1]
            candidates.append(
                Header(_joined(row.cells, below.cells), row.number, below.number)
            )
        for candidate in candidates:
            rank = _rank(candidate, table)
            if rank > best_rank and _gains(candidate, head[at : at + 2], table):
                best, best_rank = candidate, rank
    return best


def _is_whole(cells: Sequence[str], table: Table) -> bool:
    """Tell whether every cell names a column of its own: no row is more a header."""
    names = [table.canonical(cell) for cell in cells]
    return len(names) > 2 and all(names) and len(set(names)) == len(names)


def _rank(header: Header, table: Table) -> tuple[int, int]:
    named = _named(header.texts, table)
    return named, sum(map(bool, header.texts)) if named else 0


def _gains(header: Header, rows: Sequence[GridRow], table: Table) -> bool:
    """Tell whether a header of two rows names more than each of them alone."""
    if header.first_row == header.last_row:
        return True
    return _named(header.texts, table) > max(_named(r.cells, table) for r in rows)


def _named(texts: Iterable[str], table: Table) -> int:
    return len({name for text in texts if text and (name := table.canonical(text))})


def _joined(above: tuple[str, ...], below: tuple[str, ...]) -> tuple[str, ...]:
    texts, group = [], ""
    width = max(len(above), len(below))
    above += ("",) * (width - len(above))
    below += ("",) * (width - len(below))
    for top, bottom in zip(above, below, strict=True):
        group = top or (group if bottom else "")
        texts.append(f"{group} {bottom}".strip())
    return tuple(texts)


def name_columns(
    header: Header, raw: RawTable, sheet: str | None, defaults: dict[str, str]
) -> bool:
    """Name the columns of a raw table; add what is wrong with its header.

    Returns
    -------
    bool
        Whether its rows can be read.
    """
    places: dict[str, tuple[int, str]] = {}
    row = header.last_row
    undecided = undecided_headers(header.texts, raw.table, raw.order)
    for text, date in undecided.items():
        raw.find(
            row, _one_line(text), "bad-value",
            f"{quote(text)}: {date.reason} ({', or '.join(date.readings)})",
            advice_on_order(raw),
        )  # fmt: skip
    if undecided:
        return False
    dated = dated_columns(header.texts, raw.table, raw.order)
    dated_at = {column.at for column in dated}
    raw.place = _placed(raw.place, sheet, row, places, {})
    unusable = False
    for at, text in enumerate(header.texts):
        name = raw.table.canonical(text) if text else None
        if name is None:
            if text and at not in dated_at:
                _unknown_column(text, row, raw)
        elif name in places:
            unusable = True
            raw.find(
                row, name, "duplicate-column",
                f"{quote(places[name][1])} and {quote(text)} both mean {name}",
                "leave one of the two",
            )  # fmt: skip
        else:
            places[name] = (at, _one_line(text))
    filled = {name: text for name, text in defaults.items() if name not in places}
    raw.place = _placed(raw.place, sheet, row, places, filled)
    raw.columns = (*places, *filled, *(WIDE if dated else ()))
    raw.dated = dated
    missing = _missing(raw.table, raw.columns)
    for column in missing:
        _missing_column(column, row, raw)
    return not missing and not unusable


def _placed(
    place: TablePlace,
    sheet: str | None,
    row: int,
    columns: dict[str, tuple[int, str]],
    defaults: dict[str, str],
) -> TablePlace:
    return TablePlace(place.file, sheet, row, columns, defaults, place.definition)


def _missing(table: Table, columns: tuple[str, ...]) -> list[Column]:
    there = set(columns)
    if "participation" in there:
        there.add("status")
    return [table.column(name) for name in table.required_columns if name not in there]


def _missing_column(column: Column, row: int, raw: RawTable) -> None:
    advice = f"add it: {column.description}"
    if raw.table.name == "pledges" and column.name in DEFAULTS:
        advice += (
            f", or say it for all rows: {column.name} under [defaults] in the map,"
            " defaults= in Python"
        )
    raw.find(
        row, column.name, "missing-column", f"the column {column.name} is missing",
        advice,
    )  # fmt: skip


def _unknown_column(text: str, row: int, raw: RawTable) -> None:
    """A column of the user's own is passed over; a misspelt one would lose data."""
    names = [column.name for column in (*raw.table.columns, *raw.table.shorthands)]
    near = did_you_mean(text, names)
    misspelt = near.startswith("did you mean")
    raw.find(
        row, _one_line(text), "unknown-column",
        f"{quote(text)} is not a column of {raw.table.name}",
        near if misspelt else "it is passed over",
        "error" if misspelt else "warning",
    )  # fmt: skip


def column_without_header(at: int, number: int, raw: RawTable) -> None:
    raw.find(
        number, letters_of(at), "unknown-column",
        f"the column {letters_of(at)} has cells and no header",
        "it is passed over; name it if it matters", "warning",
    )  # fmt: skip


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)[:40]
