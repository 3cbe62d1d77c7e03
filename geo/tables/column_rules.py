"""What a whole column settles for its cells: the order of dates, the separators.

``03/04/2025`` is read only where another date of the column shows which number is the
day; where two cells contradict each other, that is a finding and settles nothing.
"""

from __future__ import annotations

from geo.cells.date_order import column_order
from geo.cells.dates import Order
from geo.cells.numerals import Separators
from geo.cells.refused import Conflict
from geo.cells.separators import column_separators
from geo.findings import quote
from geo.tables.raw import RawTable


class ColumnRules:
    """The rules of one table's columns; conflicts are added to its findings."""

    def __init__(self, raw: RawTable) -> None:
        self.orders: dict[str, Order] = {}
        self.separators: dict[str, Separators] = {}
        for column in (*raw.table.columns, *raw.table.shorthands):
            if column.kind not in {"date", "integer", "figure"}:
                continue
            if column.name not in raw.place.columns:
                continue
            # A number of a workbook says nothing of how people write numbers.
            texts = [
                "" if column.name in row.numbers else row.text(column.name)
                for row in raw.rows
            ]
            if column.kind == "date":
                order = column_order(texts)
                if isinstance(order, Conflict):
                    _find(raw, column.name, order)
                elif order is not None:
                    self.orders[column.name] = order
            else:
                separators = column_separators(texts)
                if isinstance(separators, Conflict):
                    _find(raw, column.name, separators)
                elif separators is not None:
                    self.separators[column.name] = separators


def _find(raw: RawTable, column: str, conflict: Conflict) -> None:
    """Report a conflict at the later of the two cells that contradict each other."""
    place, text = conflict.examples[-1]
    others = ", ".join(
        f"{quote(example)} in row {raw.rows[at].number}"
        for at, example in conflict.examples[:-1]
    )
    raw.find(
        raw.rows[place].number, column, "mixed-column",
        f"{quote(text)} is written otherwise than {others}: {conflict.reason}",
        "write the whole column in one way",
    )  # fmt: skip
