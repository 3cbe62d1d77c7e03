"""Finding the header: the row, or two rows, whose cells name the table's columns.

Above it people put a title, a date, blank lines.  A header of two rows has a group
above its parts, ``Troops`` over ``min`` and ``max``, as merged cells leave it.

A header that is a date makes a wide table, a country a row and a date a column: each
cell that is filled is a statement of its own, a status or a way of taking part where
it is one, otherwise a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from geo.cells.date_order import column_order
from geo.cells.dates import OpenOrder, PartialDate, parse_date
from geo.cells.figure_words import scale_of
from geo.cells.refused import Conflict, Refused
from geo.findings import nearest, quote
from geo.sheets.grid import GridRow
from geo.sheets.workbook_scan import letters_of
from geo.tables.column_rules import advice_on_order
from geo.tables.fitting import (
    called,
    cells_below,
    counts_on,
    is_ascending,
    is_data,
    is_rank,
    kind_of,
    line_of_columns,
    misspelt,
    quoted_toml,
)
from geo.tables.options import NO_OPTIONS, TableOptions
from geo.tables.raw import DatedColumn, RawTable, Row, TablePlace, Twice
from geo.tables.schema import NAMES
from geo.tables.shorthand import read_participation
from geo.tables.synonyms import folded_header
from geo.tables.table import LONGEST_HEADER, Column, Table

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
    row: Row,
    grid_row: GridRow,
    columns: tuple[DatedColumn, ...],
    options: TableOptions,
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


HEAD_ROWS = 40
_MOST_ASKED = 6


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


def name_columns(
    header: Header, raw: RawTable, sheet: str | None, defaults: dict[str, str],
    below: Sequence[GridRow] = (),
) -> bool:  # fmt: skip
    """Name the columns of a raw table; add what is wrong with its header.

    ``below`` are the first rows of data, which tell a misspelt header from one of the
    user's own.  Return whether the rows can be read.
    """
    places: dict[str, tuple[int, str]] = {}
    row = header.last_row
    undecided = undecided_headers(header.texts, raw.table, raw.options)
    for text, date in undecided.items():
        raw.find(
            row, _one_line(text), "bad-value",
            f"{quote(text)}: {date.reason} ({', or '.join(date.readings)})",
            advice_on_order(raw),
        )  # fmt: skip
    if undecided:
        return False
    dated = dated_columns(header.texts, raw.table, raw.options)
    dated_at = {column.at for column in dated}
    raw.dated = dated
    raw.place = _placed(raw.place, sheet, row, places, {})
    twice, own = _place_headers(header.texts, raw, places, below)
    own = {
        at: text
        for at, text in own.items()
        if at not in dated_at and folded_header(text) not in raw.options.by_rows
    }
    filled = {name: text for name, text in defaults.items() if name not in places}
    raw.place = _placed(raw.place, sheet, row, places, filled)
    raw.columns = (*places, *filled, *(WIDE if dated else ()))
    _tell_scales(raw, header.texts)
    cells = {at: cells_below(below, at) for at in own}
    raw.twice = {*twice} if raw.options.columns else set()
    if raw.options.columns:
        _tell_numbers(raw, own, cells)
        return _all_said(places, raw) and not _tell_missing(raw, "")
    line = line_of_columns(proposed_columns(raw, own, cells))
    lost = any(_loses(pair, header.texts, below) for pair in twice)
    advice = f"leave one of the two, or write at the top of the map definition {line}"
    for name, first, second in twice:
        raw.find(
            row, name, "duplicate-column",
            f"{quote(header.texts[first])} and {quote(header.texts[second])} both mean"
            f" {name}",
            ONE_BELOW_THE_OTHER if lost else advice,
        )  # fmt: skip
    if not _is_asked(raw, own, cells, line):
        for at, text in own.items():
            _unknown_column(text, row, raw, cells[at])
    return not _tell_missing(raw, line) and not twice


def _tell_scales(raw: RawTable, texts: Sequence[str]) -> None:
    """Tell of figures that a header says to be thousands, a share, or for each."""
    for name in sorted(_FIGURES & raw.place.columns.keys()):
        header = texts[raw.place.columns[name][0]]
        if scale := scale_of(header):
            counts = raw.options.has_unit
            raw.find(
                raw.place.header_row, name, "scaled-column",
                f"{quote(header)} says {quote(scale)}, so its numbers are"
                + (" taken as they stand" if counts else " no whole troops"),
                "nothing, if [unit] says that too" if counts else
                "write whole troops under a header without that, or say what is"
                " counted under [unit] in the map definition",
                "note" if counts else "error",
            )  # fmt: skip


def own_headers(
    texts: Sequence[str], raw: RawTable, below: Sequence[GridRow]
) -> dict[int, str]:
    """Return the headers that name no column, nor a day, by their place."""
    own = _place_headers(texts, raw, {}, below)[1]
    dated = {column.at for column in raw.dated}
    return {at: text for at, text in own.items() if at not in dated}


ONE_BELOW_THE_OTHER = (
    "put what stands side by side one below the other, or give the header that is not"
    " meant another name"
)


def _loses(pair: Twice, texts: Sequence[str], below: Sequence[GridRow]) -> bool:
    """Return whether of two columns of one header the second says what is its own."""
    _, first, second = pair
    are_alike = folded_header(texts[first]) == folded_header(texts[second])
    return are_alike and any(says_other(row, first, second) for row in below)


def says_other(row: GridRow, first: int, second: int) -> bool:
    """Return whether a row's second cell of two says what the first does not."""
    one, other = (row.cells[at : at + 1] for at in (first, second))
    return other not in ((), ("",), one)


def _place_headers(
    texts: Sequence[str],
    raw: RawTable,
    places: dict[str, tuple[int, str]],
    below: Sequence[GridRow],
) -> tuple[list[Twice], dict[int, str]]:
    """Put each column where its best header stands.

    Return the columns that two headers name equally well, and the headers that name
    none, or one that another names better.
    """
    named, table = naming(raw.table, raw.options), raw.table
    found: dict[str, list[tuple[int, int]]] = {}
    own = {}
    for at, text in enumerate(texts):
        name = named(text) if text else None
        if name is not None:
            weight = 0 if raw.options.columns else table.gives_way(text)
            found.setdefault(name, []).append((weight, at))
        elif text:
            own[at] = text
    if "country_code" in found and "actor" not in found:
        found["actor"] = found.pop("country_code")
    if raw.dated:  # what the days add up to
        own |= {at: texts[at] for _, at in found.pop("troops", [])}
    twice = []
    for name, headers in sorted(found.items(), key=lambda one: min(one[1])[1]):
        (weight, at), *others = sorted(headers)
        places[name] = (at, _one_line(texts[at]))
        for other_weight, other in others:
            if other_weight == weight:
                twice.append((name, at, other))
            else:
                own[other] = texts[other]
    kinds = {kind_of(cells_below(below, other)) for other in own}
    is_only = not kinds & {"figure", "amount"}
    if "id" in places and _are_figures(places, raw, below, is_only=is_only):
        at, _ = places.pop("id")
        own[at] = texts[at]
    if "statement" in places and not raw.options.columns:
        at, header = places["statement"]
        # A German "Quote" is a share; what the column itself is called is no other.
        if table.gives_way(header) and kind_of(cells_below(below, at)) == "figure":
            del places["statement"]
            own[at] = texts[at]
    return twice, dict(sorted(own.items()))


def _are_figures(
    places: Mapping[str, tuple[int, str]],
    raw: RawTable,
    below: Sequence[GridRow],
    *,
    is_only: bool,
) -> bool:
    """Return whether what "n" heads may be figures, of which there are no others.

    Where a map says what it counts, numbers that count on are its figures too, if no
    other column has any: it ``is_only`` this one.
    """
    at, header = places["id"]
    is_weak = not raw.options.columns and raw.table.gives_way(header) > 1
    if raw.table.name != "pledges" or not is_weak or raw.dated or _FIGURES & {*places}:
        return False
    cells = cells_below(below, at)
    may_count = raw.options.has_unit and is_only
    return kind_of(cells) == "figure" and (may_count or not counts_on(cells))


def _all_said(places: Mapping[str, object], raw: RawTable) -> bool:
    """Return whether every header that somebody said is there."""
    absent = [(name, text) for name, text in raw.options.columns if name not in places]
    if "country_code" in dict(absent) and "actor" in places:
        absent.remove(("country_code", dict(absent)["country_code"]))
    for name, text in absent:
        raw.find(
            raw.place.header_row, name, "missing-column",
            f"no header is {quote(text)}, which the map definition says is {name}",
            "mend it under [columns]",
        )  # fmt: skip
    return not absent


# What may be proposed for a column whose cells are of a kind.
_PROPOSED = {
    "actor": "actor", "figure": "troops", "date": "date", "url": "source",
    "answer": "status", "amount": "troops",
}  # fmt: skip


OPEN = "…"
"""The header of a column that only a person knows."""

_FIGURES = frozenset({"troops_min", "troops_max", "figure_words", "troops"})


def proposed_columns(
    raw: RawTable, own: Mapping[int, str], cells: Mapping[int, list[str]]
) -> dict[str, str]:
    """Return the header of each column, proposed by its cells where it is unknown.

    It is :data:`OPEN` where several may be meant.  ``own`` are the headers that name no
    column, by their place, and ``cells`` what stands below them.
    """
    headers = {name: text for name, (_, text) in raw.place.columns.items()}
    for name, places in _fitting(raw, own, cells).items():
        is_sure = len(places) == 1 and not (
            name == "troops"
            and (is_ascending(cells[places[0]]) or is_rank(own[places[0]]))
        )
        headers[name] = own[places[0]] if is_sure else OPEN
    return headers


def candidates(
    raw: RawTable, own: Mapping[int, str], cells: Mapping[int, list[str]]
) -> dict[str, list[str]]:
    """Return the headers that each column may have which no header names.

    Those above numbers in order, which may be codes, ranks and ids, come last.
    """
    return {
        name: [own[at] for at in sorted(places, key=lambda at: is_ascending(cells[at]))]
        for name, places in _fitting(raw, own, cells).items()
    }


def _fitting(
    raw: RawTable, own: Mapping[int, str], cells: Mapping[int, list[str]]
) -> dict[str, list[int]]:
    known = {column.name for column in raw.table.every_column}
    found: dict[str, list[int]] = {}
    for at in own:
        name = _PROPOSED.get(kind_of(cells[at]), "")
        if name in known and not _is_there(name, raw):
            found.setdefault(name, []).append(at)
    return found


def _is_there(name: str, raw: RawTable) -> bool:
    if name == "troops":
        return bool({*raw.columns} & _FIGURES)
    return name in raw.columns


def _is_asked(
    raw: RawTable, own: Mapping[int, str], cells: Mapping[int, list[str]], line: str
) -> bool:
    """Ask about numbers that no header is known for, where there are no others."""
    is_statements = raw.table.name == "pledges"
    if not is_statements or raw.dated or _is_there("troops", raw):
        return False
    asked = candidates(raw, own, cells).get("troops", [])
    if not asked or "actor" not in raw.columns:
        return False
    shown = _and(asked)
    raw.find(
        raw.place.header_row, _one_line(asked[0]), "unknown-column",
        f"{shown} {'holds' if len(asked) == 1 else 'hold'} numbers, and no other"
        " column is one of figures",
        f"write at the top of the map definition {line}, without troops if they are"
        " no figures of this map",
    )  # fmt: skip
    return True


def _tell_numbers(
    raw: RawTable, own: Mapping[int, str], cells: Mapping[int, list[str]]
) -> None:
    """Tell that numbers are passed over as the definition says, where none is read."""
    numbers = candidates(raw, own, cells).get("troops", [])
    if numbers and not raw.dated and not _FIGURES & dict(raw.options.columns).keys():
        header = numbers[0] if len(numbers) == 1 else OPEN
        raw.find(
            raw.place.header_row, _one_line(numbers[0]), "unknown-column",
            f"{_and(numbers)} {'holds' if len(numbers) == 1 else 'hold'} numbers, and"
            " no column of figures stands under [columns]",
            "nothing, if they are no figures of this map; else write there"
            f" troops = {quoted_toml(header)}", "note",
        )  # fmt: skip


def _and(headers: Sequence[str]) -> str:
    more = " and more" if len(headers) > _MOST_ASKED else ""
    return " and ".join(map(quote, headers[:_MOST_ASKED])) + more


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
    needed = list(table.required_columns)
    if set(NAMES) <= set(table.names) and there.isdisjoint(NAMES):
        needed.append(NAMES[0])
    return [table.column(name) for name in needed if name not in there]


def _tell_missing(raw: RawTable, line: str) -> bool:
    missing = _missing(raw.table, raw.columns)
    for column in missing:
        _missing_column(column, raw, line)
    return bool(missing)


_EXAMPLES = {
    "date": "2025-03-11", "status": "pledged_troops", "source": "https://example.org/",
}  # fmt: skip


def _missing_column(column: Column, raw: RawTable, line: str) -> None:
    advice = f"add it: {column.description}"
    example = _EXAMPLES.get(column.name)
    if f"{called(column.name)} = " in line:
        advice = f"write at the top of the map definition {line}"
    elif raw.table.name == "pledges" and example:
        advice += (
            f", or say it for all rows under [defaults] in the map definition:"
            f' {column.name} = "{example}" (defaults= in Python)'
        )
    raw.find(
        raw.place.header_row, column.name, "missing-column",
        f"the column {column.name} is missing", advice,
    )  # fmt: skip


def _unknown_column(text: str, row: int, raw: RawTable, cells: list[str]) -> None:
    """A column of the user's own is passed over; a misspelt one would lose data."""
    columns = {column.name: column for column in raw.table.every_column}
    near = nearest(text, columns)
    wrong = near in columns and near not in raw.place.columns
    wrong = wrong and misspelt(text, columns[near], cells)
    raw.find(
        row, _one_line(text), "unknown-column",
        f"{quote(text)} is not a column of {raw.table.name}",
        f'did you mean "{near}"?' if wrong else "it is passed over",
        "error" if wrong else "warning",
    )  # fmt: skip


def column_without_header(at: int, number: int, raw: RawTable) -> None:
    raw.find(
        number, letters_of(at), "unknown-column",
        f"the column {letters_of(at)} has cells and no header",
        "it is passed over; name it if it matters", "warning",
    )  # fmt: skip


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)[:40]
