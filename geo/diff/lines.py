"""A comparison as an outline that text and Markdown print, each in its own marks.

A line holds parts that are ours and parts that come from the tables: the latter are
wrapped, so that no printer can forget to defuse them.
"""

from __future__ import annotations

import re
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
    Words,
    changed_totals,
    count_text,
    country_text,
    excerpt,
    number,
    short,
    visible,
    visible_sentence,
)
from geo.words import words

_SLOT = re.compile(r"\{(\w+)\}")

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
        yield from _map(one, difference.language)
    for table in difference.tables:
        yield from _table(table, words(difference.language))


def filled(template: str, /, **values: str | Cell) -> tuple[str | Cell, ...]:
    """Return the parts of a text with slots: what is ours, and what stands in them."""
    parts = _SLOT.split(template)
    return tuple(
        values[part] if at % 2 else part for at, part in enumerate(parts) if part
    )


def _map(change: MapChange, language: str) -> Iterator[Line]:
    says = words(language)
    named: tuple[str | Cell, ...] = (says["diff.map_of_tables"],)
    if change.slug:
        named = filled(says["diff.map"], name=Cell(visible(change.slug)))
    yield Line(0, " ", named)
    if change.trouble:
        yield _trouble(change.trouble, says)
    before, after = change.before, change.after
    if (before is None or after is None) and not change.trouble:
        sign: Sign = "+" if before is None else "-"
        key = "diff.map_came" if before is None else "diff.map_went"
        yield Line(1, sign, (says[key],))
    for country in change.countries:
        was, now = country_text(country, says)
        said = f"{says['map.pair']}".replace("{name}", country.name)
        yield Line(1, "~", (*filled(said, said=Cell(was)), " → ", Cell(now)))
    if before and after:
        yield from _whole(before, after, language)
    for cell in change.definition:
        old, new = _values(cell, says)
        name = Cell(visible(cell.column))
        yield Line(1, "~", filled(says["diff.definition"], key=name, old=old, new=new))


def _trouble(why: str, says: Words) -> Line:
    return Line(1, " ", filled(says["diff.not_compared"], why=Cell(why)))


def _whole(before: MapSummary, after: MapSummary, language: str) -> Iterator[Line]:
    says = words(language)
    for old, new in changed_totals(before, after, language):
        yield Line(1, "~", filled(says["diff.total"], old=Cell(old), new=Cell(new)))
    if before.statements != after.statements:
        counts = (before.statements, after.statements)
        old, new = (number(count, language) for count in counts)
        yield Line(1, "~", filled(says["diff.statements"], old=old, new=new))
    if before.as_of != after.as_of:
        dates = {"old": before.as_of, "new": after.as_of}
        yield Line(1, "~", filled(says["diff.as_of"], **dates))
    if before.headline != after.headline:
        was, now = (Cell(visible_sentence(one.headline)) for one in (before, after))
        yield Line(1, "-", filled(says["diff.headline"], text=was))
        yield Line(1, "+", filled(says["diff.headline"], text=now))


def _table(table: TableChange, says: Words) -> Iterator[Line]:
    counts = count_text(table, says)
    about = f": {counts}" if counts else ""
    file = Cell(visible(table.file))
    yield Line(0, " ", (*filled(says["diff.table"], name=table.name, file=file), about))
    if table.trouble:
        yield _trouble(table.trouble, says)
    if table.matched_by != "id" and table.differs:
        yield Line(1, " ", (says["diff.matched"],))
    for gone in table.gone:
        yield from _whole_row("-", gone)
    for row in table.changed:
        yield _row("~", row)
        for cell in row.cells:
            old, new = _values(cell, says)
            yield Line(2, "~", (cell.column, ": ", old, " → ", new))
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


def _values(cell: CellChange, says: Words) -> tuple[Cell, Cell]:
    """Return what a cell said and says."""
    blank = says["diff.blank"]
    was, now = (
        Cell(visible(text) or blank) for text in excerpt(cell.before, cell.after)
    )
    return was, now
