"""The grammar of a figure with digits: what stands before, between and after them.

::

    figure  = [qualifier] amount [qualifier]
            | ["about"] amount connector amount | "between" amount "and" amount
    amount  = numeral [multiplier] [people]
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from geo.cells.figure import NEGATIVE
from geo.cells.figure_words import (
    AFTER,
    BEFORE,
    LINKS,
    MULTIPLIERS,
    PEOPLE,
    RANGES,
    peel,
)
from geo.cells.numerals import NUMERAL, Numeral, read_numeral
from geo.cells.refused import Refused, quoted

EXPECTED = "one number of people, such as 3000, or 2000-3000, or up to 150"

_NUMERALS = f"({NUMERAL})"
_SCIENTIFIC = r"e[+-]?"
_BARE = re.compile(r"(?<![\w.,])(?=[.,]\d)")  # .5 is 0.5


class Amount(NamedTuple):
    """A numeral and the factors that the word after it may mean; ``(1,)`` for none."""

    numeral: Numeral
    factors: tuple[int, ...] = (1,)

    @property
    def multiplied(self) -> bool:
        """Whether a word such as ``k`` or ``million`` multiplies the numeral."""
        return self.factors != (1,)

    @property
    def values(self) -> tuple[str, ...]:
        """Every value that the amount may have, written in digits."""
        readings = self.numeral.readings
        if self.numeral.evidence(multiplied=self.multiplied):
            readings = readings[:1]
        shown = (
            quantity.shown if (n := quantity.times(factor)) is None else str(n)
            for _, quantity in readings
            for factor in self.factors
        )
        return tuple(dict.fromkeys(shown))


class Parts(NamedTuple):
    """One or two amounts, and the words before, between and after them."""

    amounts: tuple[Amount, ...]
    before: str
    between: str
    after: str


def split_figure(written: str) -> Parts | Refused:
    """Split ``written`` (folded) into its amounts and the words around them."""
    pieces = re.split(_NUMERALS, _BARE.sub("0", written))
    numerals = [read_numeral(piece) for piece in pieces[1::2]]
    words = [piece.strip(" .") for piece in pieces[::2]]
    if not numerals:
        return Refused("this is no figure", expected=EXPECTED)
    if len(numerals) == 2 and re.fullmatch(_SCIENTIFIC, pieces[2]):
        return Refused(
            "scientific notation may have lost digits", (), "the number in full"
        )
    amounts, rests = [], []
    for numeral, following in zip(numerals, words[1:], strict=True):
        multiplier, rest = peel(following, MULTIPLIERS)
        amounts.append(Amount(numeral, MULTIPLIERS.get(multiplier, (1,))))
        rests.append(_without_people(rest))
    if len(amounts) > 2:
        return _refuse("more than two numbers", amounts)
    between = rests[0] if len(amounts) == 2 else ""
    return Parts(tuple(amounts), words[0], between, _unwrapped(rests[-1]))


def qualifier_of(parts: Parts) -> str | Refused | None:
    """Return the qualifier that the words say; ``None`` for a bare number.

    Every word must be known: what is not understood is refused with the numbers read.
    """
    if len(parts.amounts) == 2:
        return _qualifier_of_two(parts)
    before, after = parts.before, parts.after
    if before == "-":
        return _refuse(NEGATIVE, ())
    if before and before not in BEFORE:
        return _unread(before, parts)
    if after and after not in AFTER:
        return _unread(after, parts)
    if before and after:
        return _refuse("the number is qualified twice", parts.amounts)
    return BEFORE[before] if before else AFTER.get(after)


def _qualifier_of_two(parts: Parts) -> str | Refused:
    if parts.between == "+":
        return _refuse_sum(parts.amounts)
    about = BEFORE.get(parts.before) == "about"
    frame = ("" if about else parts.before, parts.between)
    if frame not in RANGES:
        return _refuse("two numbers that are no range", parts.amounts)
    if parts.after:
        return _unread(parts.after, parts)
    return "about" if about else "range"


def _refuse_sum(amounts: tuple[Amount, ...]) -> Refused:
    values = [value for amount in amounts for value in amount.values]
    certain = len(values) == len(amounts) and all(v.isdecimal() for v in values)
    total = [str(sum(map(int, values)))] if certain else []
    return Refused(
        "a sum of two numbers, which may count different things",
        (*total, *values),
        "one number, or a row for each part",
    )


def _without_people(rest: str) -> str:
    _, linked = peel(rest, LINKS)
    people, after = peel(linked, PEOPLE)
    return after if people else rest


def _unwrapped(words: str) -> str:
    if words.startswith("(") and words.endswith(")"):
        return words[1:-1].strip(" .")
    return words


def _unread(words: str, parts: Parts) -> Refused:
    reason = f"{quoted(words)} is not understood beside a number"
    return replace(_refuse(reason, parts.amounts), unread=words)


def _refuse(reason: str, amounts: tuple[Amount, ...] | list[Amount]) -> Refused:
    values = tuple(value for amount in amounts for value in amount.values)
    return Refused(reason, values if len(values) < 10 else (), EXPECTED)
