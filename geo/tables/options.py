"""What a map definition says of a table that the table itself cannot say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from unicodedata import category

from geo.cells.below_zero import MARKS
from geo.cells.dates import Order
from geo.cells.letters import plain
from geo.cells.numerals import Separators
from geo.countries.normal import fold
from geo.tables.synonyms import folded_header
from geo.vocabulary.statuses import SHIPPED, Registry

NO_COUNTRY = "not a country"
"""What ``[names]`` says of a name that is kept out."""


@dataclass(frozen=True)
class TableOptions:
    """How a table is to be read, as somebody said it.

    Parameters
    ----------
    order
        Whether day or month comes first in its dates.
    columns
        The header of each column, by the column's name; if any is said, all other
        headers are passed over.
    names
        What a name means: a join key, or :data:`NO_COUNTRY`.
    status_words
        Which status a word in its cells means; of two answers, parted by ``;``.
    keep, drop
        Which rows are taken, or left out, by the texts under a header.
    adds_up
        Whether several rows of one country on one day are one figure.
    thousands
        What comma and point mean in its figures.
    demonyms
        Whether "British" names the United Kingdom.
    header_row
        The row of the header, as a spreadsheet counts.
    statuses
        Those that its rows may take.
    decimals
        To how many places its figures are kept: of what is not whole.
    signs
        What may stand beside a figure: ``€``.
    below_zero
        Whether its figures may be below zero.
    has_unit
        Whether the map counts something else than troops: then there are figures.
    per, each
        The header of the column that figures are divided by, and what they are then
        multiplied by.
    """

    order: Order | None = None
    columns: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    status_words: tuple[tuple[str, str], ...] = ()
    keep: tuple[tuple[str, tuple[str, ...]], ...] = ()
    drop: tuple[tuple[str, tuple[str, ...]], ...] = ()
    adds_up: bool = False
    thousands: Separators | None = None
    demonyms: bool = False
    header_row: int | None = None
    statuses: Registry = SHIPPED
    decimals: int = 0
    signs: tuple[str, ...] = ()
    below_zero: bool = False
    has_unit: bool = False
    per: str = ""
    each: int = 1

    @cached_property
    def by_header(self) -> Mapping[str, str]:
        """The column that each header means, by the folded header."""
        return {folded_header(text): name for name, text in self.columns}

    @cached_property
    def by_rows(self) -> frozenset[str]:
        """The folded headers that choose rows or divide figures."""
        headers = [header for header, _ in (*self.keep, *self.drop)]
        return frozenset(map(folded_header, (*headers, self.per)))

    @cached_property
    def by_name(self) -> Mapping[str, str]:
        """What each name means, by its key."""
        return {name_key(text): meaning for text, meaning in self.names}

    def status_text(self, text: str) -> str:
        """Return a cell's text with the statuses that its words are said to mean."""
        known = self._by_status_word
        if not known:
            return text
        parts = (known.get(name_key(part), part) for part in text.split(";"))
        return known.get(name_key(text)) or ";".join(parts)

    def settles(self, word: str) -> bool:
        """Return whether it is said which status a word means."""
        return name_key(word) in self._by_status_word

    @cached_property
    def _by_status_word(self) -> Mapping[str, str]:
        return {name_key(text): meaning for text, meaning in self.status_words}

    def without_sign(self, text: str) -> str:
        """Return a figure's text without a sign beside its number."""
        return self._sign.sub(r"\g<mark>", text)

    @cached_property
    def _sign(self) -> re.Pattern[str]:
        ordered = sorted(self.signs, key=len, reverse=True)
        either = "|".join(map(re.escape, ordered))
        # After a word such as "million" a sign is a word of its own, or no letter.
        apart = r"(?:(?<=[\d.])\s*|(?<=\w)\s+|(?<=\w)(?=[^\w\s]))"
        # A minus or a bracket may stand before the sign, or between it and the number.
        mark = f"[{re.escape(MARKS)}]?"
        before = rf"^\s*(?P<mark>{mark})\s*(?:{either})\s*(?={mark}\s?\d)"
        after = rf"{apart}(?:(?:of|de|di)\s+|d['’])?(?:{either})\s*(?=\)?\s*$)"
        return re.compile(f"{before}|{after}", re.IGNORECASE)


def may_be_sign(text: str) -> bool:
    """Return whether a text may stand beside a number without changing it.

    A minus does change it, and so do the parentheses of accounts.
    """
    text = plain(text)
    names = any(c.isalpha() or category(c) in {"Sc", "So"} or c in "%‰" for c in text)
    changes = text[:1] == "-" or text[-1:] == "-" or any(c in "<>≤≥~≈±+" for c in text)
    return names and not changes and text.count("(") == text.count(")")


def name_key(text: str) -> str:
    """Return what tells a name in a cell from others: words, case and accents aside."""
    return fold(text) or text.strip()


NO_OPTIONS = TableOptions()
