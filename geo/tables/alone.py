"""Checking one file by itself, without a map: ``pledgemap check data/pledges.csv``."""

from __future__ import annotations

from collections.abc import Callable

from geo.tables.column_rules import ColumnRules
from geo.tables.one_pass import Checked, check_table
from geo.tables.parse import parse_rows
from geo.tables.read import TableFile, read_table, table_of_sheet
from geo.tables.schema import TABLES

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
    table = TABLES[table_of_sheet(file.path.stem) or "pledges"]
    known: dict[str, frozenset[str]] = {}
    kinds: dict[str, str] = {}
    for other in COMPANIONS:
        path = file.path.with_name(f"{other}.csv")
        if other == table.name or not path.is_file():
            continue
        raw, _ = read_table(path, TABLES[other])
        known[other] = frozenset(row.text(raw.table.key) for row in raw.rows)
        if other == "actors":
            rows = parse_rows(raw, ColumnRules(raw))
            kinds = {values["id"]: values["kind"] for values in rows}
    return check_table(file, table, kinds, known, progress=progress)
