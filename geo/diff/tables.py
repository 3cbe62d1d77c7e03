"""Two states of one table, row by row and cell by cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from geo.diff.model import CellChange, RowChange, TableChange, WholeRow
from geo.diff.pairs import pair_rows
from geo.diff.rows import ReadRow, ReadTable
from geo.tables.schema import OF_ANY_UNIT
from geo.tables.table import Table


def compare_tables(
    file: str, old: ReadTable | None, new: ReadTable | None
) -> TableChange:
    """Compare two states of a table; one that is not there has no rows.

    A row counts as changed where it reads as something else.  Cells that are only
    written otherwise (``15/03/2025`` for ``2025-03-15``) are counted, and the order
    of rows is no difference.
    """
    there = new or old
    assert there is not None  # noqa: S101  # for the type checker
    table = there.table
    trouble = "; ".join(side.trouble for side in (old, new) if side and side.trouble)
    if trouble:
        return TableChange(table.name, file, trouble=trouble)
    nothing = ReadTable(table, (), has_ids=there.has_ids)
    found = pair_rows(old or nothing, new or nothing)
    changed, rewritten = [], 0
    for before, after in sorted(found.pairs, key=lambda pair: pair[1].number):
        cells = _changed_cells(table, before, after)
        if before.values is not None and before.says == after.says:
            rewritten += len(cells)
        elif cells:
            changed.append(RowChange(after.key, after.label(table), cells))
    return TableChange(
        table.name, file, found.matched_by,
        gone=tuple(_whole(found.gone, table)),
        come=tuple(_whole(found.come, table)),
        changed=tuple(changed),
        rewritten=rewritten,
    )  # fmt: skip


def of_any_unit(change: TableChange) -> TableChange:
    """Return a comparison of a table that counts something else than troops."""

    def named(column: str) -> str:
        return OF_ANY_UNIT.get(column, column)

    def whole(rows: Iterable[WholeRow]) -> tuple[WholeRow, ...]:
        return tuple(
            replace(row, cells={named(name): row.cells[name] for name in row.cells})
            for row in rows
        )

    changed = tuple(
        replace(row, cells=tuple(replace(c, column=named(c.column)) for c in row.cells))
        for row in change.changed
    )
    gone, come = whole(change.gone), whole(change.come)
    return replace(change, name="statements", gone=gone, come=come, changed=changed)


def _whole(rows: Iterable[ReadRow], table: Table) -> Iterable[WholeRow]:
    for row in rows:
        cells = {
            name: row.texts[name] for name in _in_order(table, row.texts)
            if name != table.key
        }  # fmt: skip
        yield WholeRow(row.key, row.label(table), cells)


def _in_order(table: Table, names: Iterable[str]) -> list[str]:
    """Columns in the order of the schema, shorthands after them."""
    order = [column.name for column in (*table.columns, *table.shorthands)]
    return sorted(names, key=order.index)


def _changed_cells(
    table: Table, before: ReadRow, after: ReadRow
) -> tuple[CellChange, ...]:
    """Return the cells that differ; where the row reads otherwise, those that do.

    Of a cell that is written the same and read in another order, its values are told.
    """
    names = _in_order(table, before.texts.keys() | after.texts.keys())
    differ = [n for n in names if before.texts.get(n) != after.texts.get(n)]
    if before.values is not None and after.values is not None:
        old, new = before.values, after.values
        meant = [
            n for n in names if (old.get(n) != new[n] if n in new else n in differ)
        ]
        differ = meant or differ
    return tuple(
        _cell_change(name, before, after) for name in differ if name != table.key
    )


def _cell_change(name: str, before: ReadRow, after: ReadRow) -> CellChange:
    old, new = (row.texts.get(name, "") for row in (before, after))
    if old == new and before.values and after.values:
        meant = (row[name] for row in (before.values, after.values))
        old, new = (str(getattr(value, "iso", value)) for value in meant)
    return CellChange(name, old, new)
