"""Every column of every table, and every term, from the schema and the vocabularies."""

from __future__ import annotations

from collections.abc import Iterator

from geo.tables.schema import TABLES
from geo.tables.table import CELL_HOLDS, Column, Table, names_of

HEAD = (
    "| column | a cell holds | it says | also called |",
    "| --- | --- | --- | --- |",
)


def page() -> str:
    """Write the page, in Markdown: every table's columns, then every vocabulary."""
    tables, terms = map(_table, TABLES.values()), _vocabularies()
    return "\n\n".join(["# Columns and terms", *tables, "## Terms", *terms])


def _table(table: Table) -> str:
    lines = [f"## `{table.name}`", "", f"One row is {table.row_is}.", ""]
    lines += [*HEAD, *(_row(table, column) for column in table.columns)]
    if table.shorthands:
        lines += ["", "A file may have these instead of the columns they stand for:"]
        lines += ["", *HEAD, *(_row(table, column) for column in table.shorthands)]
    return "\n".join(lines)


def _row(table: Table, column: Column) -> str:
    others = ", ".join(names_of(table, column))
    cells = (f"`{column.name}`", CELL_HOLDS[column.kind], _meaning(column), others)
    return f"| {' | '.join(cells)} |".replace("|  |", "| |")


def _meaning(column: Column) -> str:
    meaning = column.description
    if column.refers_to:
        meaning += f"; among the ids of `{column.refers_to}`"
    if column.required:
        meaning = f"**required**: {meaning}"
    return meaning.replace("|", "\\|")


def _vocabularies() -> Iterator[str]:
    for columns in _columns_by_vocabulary():
        names = ", ".join(f"`{name}`" for name in columns)
        terms = next(iter(columns.values())).terms or {}
        rows = [f"| `{term}` | {means} |" for term, means in terms.items()]
        yield "\n".join(
            [f"### {names}", "", "| term | means |", "| --- | --- |", *rows]
        )


def _columns_by_vocabulary() -> list[dict[str, Column]]:
    """Group the columns that share a vocabulary, each by ``table.column``."""
    groups: dict[int, dict[str, Column]] = {}
    for table in TABLES.values():
        for column in table.columns:
            if column.terms is not None:
                group = groups.setdefault(id(column.terms), {})
                group[f"{table.name}.{column.name}"] = column
    return list(groups.values())
