"""Finding the header: the row, or two rows, whose cells name the table's columns.

Above it people put a title, a date, blank lines.  A header of two rows has a group
above its parts, ``Troops`` over ``min`` and ``max``, as merged cells leave it.

A header that is a date makes a wide table, a country a row and a date a column: each
cell that is filled is a statement of its own, a status or a way of taking part where
it is one, otherwise a figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from geo.sheets.grid import GridRow
from geo.tables.fitting import called, cells_below, is_data, kind_of
from geo.tables.options import NO_OPTIONS, TableOptions
from geo.tables.table import Table
from geo.tables.wide import Naming, dated_columns, naming

HEAD_ROWS = 40


@dataclass(frozen=True)
class Header:
    """The header's texts by place, and the first and last of its rows."""

    texts: tuple[str, ...]
    first_row: int
    last_row: int


def find_header(
    head: Sequence[GridRow], table: Table, options: TableOptions = NO_OPTIONS
) -> Header | None:
    """Return the header among a file's first rows.

    It is the row that somebody said; or the row with the most cells that name a
    column, then with the most cells; where none does, the first that is not blank.
    Two rows together are a header if they name more columns than either alone.  A row
    that holds a country or a number is never one.  A row of days beside one blank cell
    is one, if countries are below that.
    """
    found = _days_alone(head, table, options) or _best_header(head, table, options)
    named = naming(table, options)
    if found is None or _ACTORS & {*map(named, found.texts)}:
        return found
    return _with_country(found, head, table)


_ACTORS = {"actor", "country_code"}


def _with_country(header: Header, head: Sequence[GridRow], table: Table) -> Header:
    """Return a header whose blank cell over the only countries is called country."""
    if "actor" not in {column.name for column in table.every_column}:
        return header
    below = [row for row in head if row.number > header.last_row]
    cells = [cells_below(below, at) for at in range(len(header.texts))]
    over = [at for at, texts in enumerate(cells) if kind_of(texts) == "actor"]
    if (
        len(over) != 1
        or header.texts[over[0]]
        or kind_of(cells[over[0]][:1]) != "actor"
    ):
        return header
    texts = [*header.texts]
    texts[over[0]] = called("actor")
    return replace(header, texts=tuple(texts))


def _days_alone(
    head: Sequence[GridRow], table: Table, options: TableOptions
) -> Header | None:
    """Return the header that holds days alone, and a blank cell over countries."""
    if options.header_row is not None:
        return None
    for row in head:
        filled = sum(map(bool, row.cells))
        if 1 < filled < len(row.cells) and all(map(_has_digit, row.cells)):
            header = Header(row.cells, row.number, row.number)
            if len(dated_columns(row.cells, table, options)) == filled:
                named = _with_country(header, head, table)
                if named is not header:
                    return named
    return None


def _has_digit(cell: str) -> bool:
    """Return whether a cell may be a day, or is blank: to ask costs little."""
    return not cell or any(map(str.isdigit, cell))


def _best_header(
    head: Sequence[GridRow], table: Table, options: TableOptions
) -> Header | None:
    if options.header_row is not None:
        row = next((r for r in head if r.number == options.header_row), None)
        return row and Header(row.cells, row.number, row.number)
    named = naming(table, options)
    best, best_rank = None, (-1, -1)
    for at, row in enumerate(head):
        if not any(row.cells):
            continue
        alone = Header(row.cells, row.number, row.number)
        if _is_whole(row.cells, named):
            return alone
        if is_data(row.cells, map(named, row.cells)):
            continue
        candidates = [alone]
        if at + 1 < len(head):
            below = head[at + 1]
            candidates.append(
                Header(_joined(row.cells, below.cells), row.number, below.number)
            )
        for candidate in candidates:
            rank = _rank(candidate, named)
            if rank > best_rank and _gains(candidate, head[at : at + 2], named):
                best, best_rank = candidate, rank
    return best


def _is_whole(cells: Sequence[str], named: Naming) -> bool:
    """Return whether every cell names a column of its own: no row is more a header."""
    names = [named(cell) for cell in cells]
    return len(names) > 2 and all(names) and len(set(names)) == len(names)


def _rank(header: Header, named: Naming) -> tuple[int, int]:
    count = _named(header.texts, named)
    return count, sum(map(bool, header.texts)) if count else 0


def _gains(header: Header, rows: Sequence[GridRow], named: Naming) -> bool:
    """Return whether a header of two rows names more than each of them alone."""
    if header.first_row == header.last_row:
        return True
    return _named(header.texts, named) > max(_named(r.cells, named) for r in rows)


def _named(texts: Iterable[str], named: Naming) -> int:
    return len({name for text in texts if text and (name := named(text))})


def _joined(above: tuple[str, ...], below: tuple[str, ...]) -> tuple[str, ...]:
    texts, group = [], ""
    width = max(len(above), len(below))
    above += ("",) * (width - len(above))
    below += ("",) * (width - len(below))
    for top, bottom in zip(above, below, strict=True):
        group = top or (group if bottom else "")
        texts.append(f"{group} {bottom}".strip())
    return tuple(texts)
