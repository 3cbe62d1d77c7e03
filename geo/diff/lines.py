"""A comparison as an outline that text and Markdown print, each in its own marks.

A line holds parts that are ours and parts that come from the tables: the latter are
wrapped, so that no printer can forget to defuse them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from geo.diff.model import (
    CellChange,
    Difference,
    MapChange,
    MapSummary,
    RowChange,
    TableChange,
    WholeRow,
)
from geo.diff.words import (
    BLANK,
    changed_totals,
    count_text,
    country_text,
    excerpt,
    map_name,
    short,
    visible,
)

Sign = Literal["+", "-", "~", " "]


@dataclass(frozen=True)
class Cell:
    """A text of the tables, or of a name that a person gave: data, never markup."""

    text: str


@dataclass(frozen=True)
class Line:
    """One line: how deep it stands, whether it came, went or changed, and its parts.

    Depth 0 is a heading.
    """

    depth: int
    sign: Sign
    parts: tuple[str | Cell, ...]


def outline(difference: Difference) -> Iterator[Line]:
    """Return the lines of a comparison: the maps first, since they are what is read."""
    for one in difference.maps:
        yield from _map(one)
    for table in difference.tables:
        yield from _table(table)


def _map(change: MapChange) -> Iterator[Line]:
    named = ("map ", Cell(visible(change.slug))) if change.slug else (map_name(""),)
    yield Line(0, " ", named)
    if change.trouble:
        yield Line(1, " ", ("not compared: ", Cell(change.trouble)))
    before, after = change.before, change.after
    if (before is None or after is None) and not change.trouble:
        sign: Sign = "+" if before is None else "-"
        yield Line(1, sign, ("the map came" if before is None else "the map went",))
    for country in change.countries:
        was, now = country_text(country)
        parts = (country.name, ": ", Cell(was), " → ", Cell(now))
        yield Line(1, "~", parts)
    if before and after:
        yield from _whole(before, after)
    for key in change.definition:
        yield _cell(key, 1, "definition, ")


def _whole(before: MapSummary, after: MapSummary) -> Iterator[Line]:
    for was, now in changed_totals(before, after):
        yield Line(1, "~", ("total, ", Cell(was), " → ", Cell(now)))
    if before.statements != after.statements:
        counts = f"{before.statements:,} → {after.statements:,}"
        yield Line(1, "~", (f"statements: {counts}",))
    if before.as_of != after.as_of:
        yield Line(1, "~", (f"as of: {before.as_of} → {after.as_of}",))
    if before.finding != after.finding:
        yield Line(1, "-", ("finding: ", Cell(visible(before.finding))))
        yield Line(1, "+", ("finding: ", Cell(visible(after.finding))))


def _table(table: TableChange) -> Iterator[Line]:
    counts = count_text(table)
    about = f": {counts}" if counts else ""
    file = Cell(visible(table.file))
    yield Line(0, " ", ("table ", table.name, " (", file, ")", about))
    if table.trouble:
        yield Line(1, " ", ("not compared: ", Cell(table.trouble)))
    if table.matched_by != "id" and table.differs:
        yield Line(1, " ", (f"rows without ids, matched by {table.matched_by}",))
    for gone in table.gone:
        yield from _whole_row("-", gone)
    for row in table.changed:
        yield _row("~", row)
        for cell in row.cells:
            yield _cell(cell, 2)
    for come in table.come:
        yield from _whole_row("+", come)


def _row(sign: Sign, row: RowChange | WholeRow) -> Line:
    return Line(
        1, sign, (Cell(short(visible(row.key))), " ", Cell(short(visible(row.label))))
    )


def _whole_row(sign: Sign, row: WholeRow) -> Iterator[Line]:
    yield _row(sign, row)
    for column, text in row.cells.items():
        yield Line(2, " ", (column, ": ", Cell(short(visible(text)))))


def _cell(cell: CellChange, depth: int, before: str = "") -> Line:
    was, now = (
        visible(text) or BLANK for text in excerpt(cell.before, cell.after)
    )  # fmt: skip
    name = Cell(visible(cell.column)) if before else cell.column
    return Line(depth, "~", (before, name, ": ", Cell(was), " → ", Cell(now)))
