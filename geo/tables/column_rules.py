"""What a whole column settles for its cells: the order of dates, the separators.

``03/04/2025`` is read only where another date of the column shows which number is the
day; where two cells contradict each other, that is a finding and settles nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from geo.cells.date_order import column_order
from geo.cells.dates import OpenOrder, Order, parse_date
from geo.cells.figures import parse_count
from geo.cells.numerals import Separators
from geo.cells.refused import Conflict
from geo.cells.separators import evidence
from geo.findings import quote
from geo.tables.raw import RawTable, Row

_MOST_REMEMBERED = 10_000
# What groups thousands, if it marks no decimals.
GROUP = re.compile(r"\d([.,])\d{3}(?!\d)")
_CONTRADICTIONS = {
    "date": "both day and month come first",
    "figure": "comma and point each mark both thousands and decimals",
}


def advice_on_order(raw: RawTable) -> str:
    """Return what to do about a date that may be read in two ways.

    Programs put semicolons between cells where the comma marks decimals; all of those
    countries put the day first, which is a hint, and settles nothing.
    """
    where = "at the top of the map definition"
    fix = "or run pledgemap check --fix --date-order"
    if raw.delimiter == ";":
        usual = "with ; between cells it is mostly the day: if so, "
        line = f'{usual}write date_order = "day_first" {where}, {fix} day_first'
    else:
        both = 'date_order = "day_first" or "month_first"'
        line = f"write {both} {where}, {fix} with one of the two"
    return f"{line}, or save as XLSX"


class ColumnRules:
    """The rules of one table's columns, learnt row by row.

    Conflicts are added to the table's findings.  ``is_broken`` tells that a rule was
    taken back, or that more cells wait for one than are remembered: rows were read, or
    will be, otherwise than all rows together say.  ``kinds`` are those of the columns,
    if not the table's own.
    """

    def __init__(
        self,
        raw: RawTable,
        kinds: Mapping[str, str] | None = None,
        *,
        is_whole: bool | None = None,
    ) -> None:
        self.raw = raw
        self.is_whole = not raw.options.decimals if is_whole is None else is_whole
        self.orders: dict[str, Order] = {}
        self.separators: dict[str, Separators] = {}
        if kinds is None:
            kinds = {n: raw.table.column(n).kind for n in raw.place.columns}
        dates = [name for name, kind in kinds.items() if kind == "date"]
        if raw.options.order:
            self.orders = dict.fromkeys(dates, raw.options.order)
        self._dates = [] if raw.options.order else dates
        figures = [n for n, kind in kinds.items() if kind in {"integer", "figure"}]
        if raw.options.thousands:
            self.separators = dict.fromkeys(figures, raw.options.thousands)
        self._figures = [] if raw.options.thousands else figures
        self.is_broken = False
        self._open: set[tuple[str, str]] = set()
        self._seen: dict[str, dict[object, tuple[int, str]]] = {}
        self._small: set[str] = set()
        self._ungrouped: set[str] = set()
        self._met: dict[str, set[str]] = {n: set() for n in (*dates, *figures)}

    def learn(self, row: Row) -> bool:
        """Take what the row's certain cells say; tell whether a rule has changed."""
        changed = False
        for name in self._dates:
            text = row.cells.get(name, "")
            # A date that begins with its year needs no order.
            if text and not text[:4].isdigit() and self._is_news(name, text):
                order = column_order((text,))
                if order is not None and not isinstance(order, Conflict):
                    changed |= self._see(name, order, row.number, text)
                if isinstance(parse_date(text), OpenOrder):
                    self._wait(name, text)
        for name in self._figures:
            text = row.cells.get(name, "")
            # A number of a workbook says nothing of how people write numbers.
            plain = text.isdecimal() or name in row.numbers
            if plain and name not in row.numbers:
                self._see_people(name, int(text[:4]))
            if text and not plain and self._is_news(name, text):
                for separators in evidence(text, is_whole=self.is_whole):
                    changed |= self._see(name, separators, row.number, text)
                if "," in text or "." in text:
                    self._wait(name, text)
                elif isinstance(count := parse_count(text), int):
                    self._see_people(name, count)
        return changed

    def _see_people(self, column: str, count: int) -> None:
        """Take a whole number without comma or point."""
        (self._small if count < 1_000 else self._ungrouped).add(column)

    def settle(self) -> bool:
        """Read ``23,550`` as people, once all rows are known; tell if that is news.

        Where ``570`` stands beside it, and nothing of four digits without a mark, the
        column counts people one by one: a mark of decimals would cut one up.
        """
        if not self.is_whole:
            return False
        before = len(self.separators)
        for name in self._small - self._ungrouped - self._seen.keys():
            texts = (text for column, text in self._open if column == name)
            marks = {mark for text in texts for mark in GROUP.findall(text)}
            if len(marks) == 1:
                self.separators[name] = Separators(marks.pop())
        return len(self.separators) > before

    def awaits(self, row: Row) -> bool:
        """Return whether a cell of the row may be read once its column says more."""
        return bool(self._open) and not self._open.isdisjoint(row.cells.items())

    def _wait(self, column: str, text: str) -> None:
        if column not in self._seen:
            self._open.add((column, text))
            self.is_broken |= len(self._open) > _MOST_REMEMBERED

    def _is_news(self, column: str, text: str) -> bool:
        met = self._met[column]
        if text in met:
            return False
        if len(met) >= _MOST_REMEMBERED:
            met.clear()
        met.add(text)
        return True

    def _see(self, column: str, rule: Order | Separators, row: int, text: str) -> bool:
        seen = self._seen.setdefault(column, {})
        if rule in seen:
            return False
        seen[rule] = (row, text)
        if len(seen) == 1:
            self._open = {one for one in self._open if one[0] != column}
            if isinstance(rule, Separators):
                self.separators[column] = rule
            else:
                self.orders[column] = rule
        else:
            self._contradict(column, row, text)
        return True

    def _contradict(self, column: str, row: int, text: str) -> None:
        """Report a conflict at the later of the two cells that do not agree."""
        dates = column in self._dates
        self.is_broken = True
        self.orders.pop(column, None)
        self.separators.pop(column, None)
        ((first_row, first_text), *_) = self._seen[column].values()
        self.raw.find(
            row, column, "mixed-column",
            f"{quote(text)} is written otherwise than {quote(first_text)} in row"
            f" {first_row}: {_CONTRADICTIONS['date' if dates else 'figure']}",
            "write the whole column in one way",
        )  # fmt: skip
