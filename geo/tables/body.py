"""The rows of data, parted from the totals and footnotes among and below them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from geo.cells.letters import fold
from geo.sheets.grid import GridRow

_MOST_HELD = 200
_MANY_WORDS = 6
_TOTAL = re.compile(
    r"(grand |sub-?\s?|sous-?\s?|general |overall )?"
    r"(totals?|totaux|sum|somme|summe|gesamt|insgesamt|totale|totaal|suma|razem|"
    r"ensemble|all countries|tous (les )?pays)\b(?! \w+ \w+ \w+ \w+).*"
)
_MARK = re.compile(r"[*†‡§¹²³⁴⁵⁶⁷⁸⁹]|\(?\d{1,2}\)|\[\d{1,2}\]|\(?[a-z]\)\s")
_FIRST_WORDS = frozenset([
    "note", "notes", "nb", "source", "sources", "lecture", "champ", "legend", "legende",
    "key", "remark", "remarks", "remarque", "remarques", "comment", "warning",
    "avertissement", "updated",
])  # fmt: skip


@dataclass
class Body:
    """Parts the rows of data from totals and footnotes, as they come.

    ``figures`` are the places of the figures, the only cells that a total fills.
    ``is_country`` tells whether a lone cell names one; it is rarely asked.
    """

    figures: frozenset[int]
    is_country: Callable[[str], bool]
    totals: list[GridRow] = field(default_factory=list)
    footnotes: list[GridRow] = field(default_factory=list)

    def rows(self, rows: Iterator[GridRow]) -> Iterator[GridRow]:
        """Return the rows of data; ``totals`` and ``footnotes`` are filled meanwhile.

        A row that may be a footnote is held back until it is known to be the last.
        """
        blank_before = False
        for row in rows:
            if not any(row.cells) and not row.faults:
                blank_before = True
                continue
            if self._may_be_footnote(row, after_blank=blank_before):
                if len(self.footnotes) < _MOST_HELD:
                    self.footnotes.append(row)
                    continue
            elif self._is_total(row):
                self.totals.append(row)
                continue
            yield from (*self._released(), row)
            blank_before = False

    def _released(self) -> list[GridRow]:
        held, self.footnotes = self.footnotes, []
        return held

    def _may_be_footnote(self, row: GridRow, *, after_blank: bool) -> bool:
        # Most rows have many cells: a count of the blank ones tells at once.
        if row.cells.count("") != len(row.cells) - 1 or row.faults:
            return False
        text = next(filter(None, row.cells))
        words = fold(text).replace(":", " ").replace(".", "").split()
        if _MARK.match(text) or (words and words[0] in _FIRST_WORDS):
            return True
        if len(words) < _MANY_WORDS and not after_blank and not self.footnotes:
            return False
        return not self.is_country(text)

    def _is_total(self, row: GridRow) -> bool:
        first, others = "", 0
        for at, text in enumerate(row.cells):
            if not text:
                continue
            if not first:
                if at in self.figures:
                    return False
                first = text
            # A row of data soon has a cell that is neither: most are told here.
            elif at not in self.figures and not _is_number(text):
                return False
            else:
                others += 1
        if not first or not (others or row.faults):
            return False
        return _TOTAL.fullmatch(fold(first).strip(" :.")) is not None


@lru_cache(maxsize=10_000)
def _is_number(text: str) -> bool:
    # Most cells begin with a letter, which tells at once.
    return not any(c.isalpha() for c in text) and any(c.isdecimal() for c in text)


@dataclass
class Unread:
    """What is kept apart from the rows: totals and footnotes."""

    totals: list[GridRow] = field(default_factory=list)
    footnotes: list[GridRow] = field(default_factory=list)
