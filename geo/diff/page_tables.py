"""The tables and lists of the map of the changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geo.diff.model import MapChange, TableChange, WholeRow
from geo.diff.words import (
    BLANK,
    changed_totals,
    count_text,
    country_text,
    visible,
)
from geo.page.markup import Node, append, tag

Cells = Sequence[str]


def country_table(change: MapChange) -> Node:
    """Each changed country, what it was and what it is."""
    rows = [(country.name, *country_text(country)) for country in change.countries]
    return _table("Countries", ("Country", "Before", "After"), rows)


def whole_table(change: MapChange) -> Node | None:
    """What changed on the map as a whole: totals, statements, date, finding."""
    before, after = change.before, change.after
    if before is None or after is None:
        if change.trouble or (before is None and after is None):
            return None
        return tag("p", {}, "This map is new." if after else "This map is gone.")
    rows = [("Total", was, now) for was, now in changed_totals(before, after)]
    pairs = (
        ("Statements", f"{before.statements:,}", f"{after.statements:,}"),
        ("As of", before.as_of, after.as_of),
        ("Finding", before.finding, after.finding),
    )
    rows += [row for row in pairs if row[1] != row[2]]
    if not rows:
        return None
    return _table("The map as a whole", ("What", "Before", "After"), rows)


def definition_table(change: MapChange) -> Node | None:
    """The keys of the definition that changed."""
    if not change.definition:
        return None
    rows = [(key.column, key.before, key.after) for key in change.definition]
    return _table("Its definition", ("Key", "Before", "After"), rows)


def table_section(table: TableChange) -> Node:
    """One table: the cells that changed, the rows that came and went."""
    counts = count_text(table)
    title = f"{table.name} ({visible(table.file)})"
    section = tag(
        "section", {}, tag("h3", {}, f"{title}: {counts}" if counts else title)
    )
    if table.trouble:
        append(section, tag("p", {}, f"Not compared: {visible(table.trouble)}"))
    if table.matched_by != "id" and table.differs:
        append(
            section, tag("p", {}, f"Rows without ids, matched by {table.matched_by}.")
        )
    changed = [
        (f"{row.key} {row.label}".strip(), cell.column, cell.before, cell.after)
        for row in table.changed
        for cell in row.cells
    ]
    if changed:
        columns = ("Row", "Column", "Before", "After")
        append(section, _table(f"Changed in {title}", columns, changed))
    for word, rows in (("Came to", table.come), ("Went from", table.gone)):
        if rows:
            append(section, _whole_rows(f"{word} {title}", rows))
    return section


def _whole_rows(caption: str, rows: Iterable[WholeRow]) -> Node:
    told = [
        (
            f"{row.key} {row.label}".strip(),
            "\n".join(f"{column}: {text}" for column, text in row.cells.items()),
        )
        for row in rows
    ]
    return _table(caption, ("Row", "What it says"), told)


def _table(caption: str, heads: Cells, rows: Iterable[Cells]) -> Node:
    body = tag("tbody")
    for first, *others in rows:
        row = tag("tr", {}, tag("th", {"scope": "row"}, _shown(first)))
        for text in others:
            append(row, tag("td", {"class": "text"}, _shown(text)))
        append(body, row)
    head = tag("tr", {}, *(tag("th", {"scope": "col"}, name) for name in heads))
    table = tag("table", {}, tag("caption", {}, caption), tag("thead", {}, head), body)
    box = {
        "class": "table-box", "tabindex": "0", "role": "region", "aria-label": caption,
    }  # fmt: skip
    return tag("div", box, table)


def _shown(text: str) -> str:
    """Spell out what cannot be seen; line breaks stay, and a blank is said."""
    return "\n".join(visible(line) for line in text.split("\n")) or BLANK
