"""Which column each text of a header names, and what is wrong with the header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from geo.cells.figure_words import scale_of
from geo.findings import nearest, quote
from geo.sheets.grid import GridRow
from geo.sheets.workbook_scan import letters_of
from geo.tables.column_rules import advice_on_order
from geo.tables.fitting import (
    called,
    cells_below,
    counts_on,
    kind_of,
    line_of_columns,
    misspelt,
)
from geo.tables.header import Header
from geo.tables.proposals import (
    FIGURES,
    asks_which_figures,
    note_numbers,
    one_line,
    proposed_columns,
)
from geo.tables.raw import RawTable, TablePlace, Twice
from geo.tables.schema import NAMES
from geo.tables.synonyms import folded_header
from geo.tables.table import Column, Table
from geo.tables.wide import WIDE, dated_columns, naming, undecided_headers


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
    if _has_undecided(header, raw):
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
    _find_scales(raw, header.texts)
    cells = {at: cells_below(below, at) for at in own}
    raw.twice = {*twice} if raw.options.columns else set()
    if raw.options.columns:
        note_numbers(raw, own, cells)
        return _all_said(places, raw) and not _find_missing(raw, "")
    line = line_of_columns(proposed_columns(raw, own, cells))
    lost = any(_loses(pair, header.texts, below) for pair in twice)
    _refuse_twice(twice, header, raw, "" if lost else line)
    if not asks_which_figures(raw, own, cells, line):
        for at, text in own.items():
            _unknown_column(text, row, raw, cells[at])
    return not _find_missing(raw, line) and not twice


def _has_undecided(header: Header, raw: RawTable) -> bool:
    """Find headers that may be two days, and return whether there are any."""
    undecided = undecided_headers(header.texts, raw.table, raw.options)
    for text, date in undecided.items():
        raw.find(
            header.last_row, one_line(text), "bad-value",
            f"{quote(text)}: {date.reason} ({', or '.join(date.readings)})",
            advice_on_order(raw),
        )  # fmt: skip
    return bool(undecided)


def _refuse_twice(
    twice: Sequence[Twice], header: Header, raw: RawTable, line: str
) -> None:
    """Find columns that two headers name; ``line`` tells them apart, if one can."""
    leave = f"leave one of the two, or write at the top of the map definition {line}"
    for name, first, second in twice:
        one, other = (quote(header.texts[at]) for at in (first, second))
        raw.find(
            header.last_row, name, "duplicate-column",
            f"{one} and {other} both mean {name}",
            leave if line else ONE_BELOW_THE_OTHER,
        )  # fmt: skip


def _find_scales(raw: RawTable, texts: Sequence[str]) -> None:
    """Tell of figures that a header says to be thousands, a share, or for each."""
    for name in sorted(FIGURES & raw.place.columns.keys()):
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
        places[name] = (at, one_line(texts[at]))
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
    if raw.table.name != "pledges" or not is_weak or raw.dated or FIGURES & {*places}:
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


def _find_missing(raw: RawTable, line: str) -> bool:
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
        row, one_line(text), "unknown-column",
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
