"""The plainest form of one cell: what it says already, written as the schema would.

A cell is only ever rewritten as something that reads as the same value: a term for its
label, 2025-03-15 for 15/03/2025, 3000 for 3 000, FRA for fr.  Names of countries and
figures in words stay as people wrote them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from geo import countries
from geo.cells.dates import PartialDate, parse_date
from geo.cells.figures import parse_count
from geo.tables.column_rules import ColumnRules
from geo.tables.table import Column, Kind
from geo.tables.terms import term_of, terms_of

_LONGEST_CODE = 3


class CellForms:
    """Gives the plainest form of cells, under what their columns settle.

    ``actors`` are ids of actors that are no country, which stay as they are.
    """

    def __init__(self, rules: ColumnRules, actors: Collection[str]) -> None:
        self.rules = rules
        self.actors = actors
        self.forms: Mapping[Kind, Callable[[Column, str], str]] = {
            "date": self._date,
            "integer": self._integer,
            "term": self._term,
            "terms": self._terms,
            "actor": self._actor,
            "actors": self._actors,
        }

    def plainest(self, column: Column, text: str) -> str:
        """Return the form of ``text``, or ``text`` where nothing is certain."""
        form = self.forms.get(column.kind)
        return form(column, text) if text and form else text

    def _date(self, column: Column, text: str) -> str:
        date = parse_date(text, order=self.rules.orders.get(column.name))
        return date.iso if isinstance(date, PartialDate) else text

    def _integer(self, column: Column, text: str) -> str:
        separators = self.rules.separators.get(column.name)
        number = parse_count(text, separators=separators)
        return str(number) if isinstance(number, int) else text

    def _term(self, column: Column, text: str) -> str:
        return term_of(text, column.terms or {}) or text

    def _terms(self, column: Column, text: str) -> str:
        read: list[str] = []
        for part in text.split(";"):
            found = terms_of(part.strip(), column.terms or {})
            if not part.strip() or not all(found):
                return text
            read += filter(None, found)
        return ";".join(dict.fromkeys(read))

    def _actor(self, _column: Column, text: str) -> str:
        if text in self.actors or len(text) > _LONGEST_CODE:
            return text
        answer = countries.resolve(text)
        return answer.iso_a3 if isinstance(answer, countries.Country) else text

    def _actors(self, column: Column, text: str) -> str:
        parts = [part.strip() for part in text.split(";")]
        return ";".join(self._actor(column, part) for part in parts if part)
