"""Checking one file by itself, without a map: ``pledgemap check data/pledges.csv``."""

from __future__ import annotations

from collections.abc import Callable

from geo.tables.column_rules import ColumnRules
from geo.tables.one_pass import Checked, check_table
from geo.tables.parse import parse_rows
from geo.tables.read import TableFile, read_table, table_of_sheet
from geo.tables.schema import TABLES
from geo.tables.table import Table

COMPANIONS = ("actors", "places", "sources", "meetings")


def check_file(
    file: TableFile, progress: Callable[[int], None] = lambda _rows: None
) -> Checked:
    """Check a file, with the tables of ids that stand beside it.

    Its name tells which table it is, ``sources.csv`` or ``réunions.xlsx``; any other
    name is a table of statements.  Ids are looked up in ``actors.csv``, ``places.csv``,
    ``sources.csv`` and ``meetings.csv`` of the same folder, where they are; what is
    wrong in those is their own matter.
    """
    table = table_of_file(file)
    known: dict[str, frozenset[str]] = {}
    kinds: dict[str, str] = {}
    for other in COMPANIONS:
        path = file.path.with_name(f"{other}.csv")
        if other == table.name or not path.is_file():
            continue
        raw, _ = read_table(path, TABLES[other])
        known[other] = frozenset(row.text(raw.table.key) for row in raw.rows)
        if other == "actors":
            kinds = kinds_of_actors(TableFile(path))
    return check_table(file, table, kinds, known, progress=progress)


def table_of_file(file: TableFile) -> Table:
    """Give the table that a file is by its name; any other name means statements."""
    return TABLES[table_of_sheet(file.path.stem) or "pledges"]


def kinds_of_actors(file: TableFile) -> dict[str, str]:
    """Give the kind of each actor of a table of actors, by id."""
    raw, _ = read_table(file, TABLES["actors"])
    rows = parse_rows(raw, ColumnRules(raw))
    return {values["id"]: values["kind"] for values in rows}
