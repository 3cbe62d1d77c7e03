"""A number written in digits: what its comma or point can mean.

A comma or a point either groups thousands or marks decimals, and the machine's locale
is never asked which.  One numeral, taken alone, is

- **certain to group** when the mark occurs more than once (``2,400,000``; also the
  Indian ``2,40,000``) or with the other mark after it (``12.500,5``);
- **certain to mark decimals** when not exactly three digits follow it (``1,5``,
  ``3000.0``), when more than three precede it (``1500.000``), or when the number
  begins with zero (``0.776``);
- **taken to group** when the three digits are ``000``: ``3,000`` and ``3.000`` are
  3000.  Troops are whole, so as decimals they would be three persons, counted to the
  thousandth.  A format that does write so (``0.000``) also writes ``0.500`` or
  ``1500.000``, which contradict it within the column; and in a table that counts in
  thousands 3.000 is 3000 as well.  With a multiplier (``3.000 k``) the argument fails,
  and both readings stand;
- **ambiguous** otherwise: ``1.776`` may be 1776, or 1.776 in a table that counts in
  thousands.

Spaces, apostrophes, underscores and the Arabic marks group or mark decimals in one way
only, and so settle nothing about comma and point.  Groups have three digits: ``30 00``
and ``12,34,5`` are no numbers.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import NamedTuple

NUMERAL = r"\d(?:[\d ,.'_\u066b\u066c]*\d)?"
MOST_DIGITS = 15

_ARABIC_GROUP = "\u066c"
_ARABIC_DECIMAL = "\u066b"
_DIGITS = r"\d+"
_GROUPED = (
    r"(?P<whole>\d{1,3}(?:(?P<mark>[ ,.'_])\d{3})(?:(?P=mark)\d{3})*)"
    r"(?:(?P<decimal>[.,\u066b])(?P<fraction>\d+))?"
)
_INDIAN = r"(?P<whole>\d{1,2}(?:,\d\d)+,\d{3})(?:\.(?P<fraction>\d+))?"
_MIXED = r"\d{1,3}(?:[ '_]\d{3})+(?P<mark>[.,])\d{3}"
_THOUSANDS = r"[1-9]\d{0,2}[.,]000"
_MISGROUPED = r"\d{4,}[.,]\d{3}"
_DECIMAL = r"(?P<whole>\d+)(?P<decimal>[.,\u066b])(?P<fraction>\d+)"


class Separators(Enum):
    """What comma and point mean: one groups thousands, the other marks decimals."""

    COMMA_GROUPS = ","
    POINT_GROUPS = "."

    @property
    def group(self) -> str:
        """The mark between groups of three digits."""
        return self.value

    @property
    def decimal(self) -> str:
        """The mark between whole and fraction."""
        return "." if self is Separators.COMMA_GROUPS else ","


_EXACT_DIGITS = 15
"""A float that is longer has no decimals to keep."""


def plain_number(value: Decimal | float) -> float:
    """Return a number as it is written: 3 for 3.0."""
    whole = int(value)
    return whole if value == whole else float(value)


def kept_to(value: Decimal | float, decimals: int) -> float:
    """Return a number rounded as people round: of 1.25 one decimal is 1.3."""
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if exact.adjusted() > _EXACT_DIGITS:
        return plain_number(exact)
    return plain_number(exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


class Quantity(NamedTuple):
    """A number as its digits and how many of them are decimals."""

    digits: int
    decimals: int = 0

    def times(self, factor: int) -> int | None:
        """Return the product with ``factor`` if it is whole."""
        whole, rest = divmod(self.digits * factor, 10**self.decimals)
        return None if rest else whole

    def rounded(self, factor: int, decimals: int) -> float:
        """Return the product with ``factor``, to so many decimals; whole if it is."""
        exact = Decimal(self.digits * factor).scaleb(-self.decimals)
        return kept_to(exact, decimals)

    @property
    def shown(self) -> str:
        """The number with a decimal point and no grouping."""
        digits = f"{self.digits:0{self.decimals + 1}}"
        if not self.decimals:
            return digits
        return f"{digits[: -self.decimals]}.{digits[-self.decimals :]}"


class Numeral(NamedTuple):
    """The readings of one numeral: one for each thing that its mark may mean.

    ``readings`` pairs what comma and point would mean with the quantity then read;
    the meaning is ``None`` where the numeral reads the same either way.  No reading:
    the text is no number.  ``thousands`` tells the one case of ``3,000``, and
    ``misgrouped`` that of ``1800,000``.
    """

    readings: tuple[tuple[Separators | None, Quantity], ...]
    thousands: bool = False
    misgrouped: bool = False

    def evidence(self, *, multiplied: bool) -> Separators | None:
        """Return what the numeral by itself proves about comma and point."""
        if len(self.readings) == 1 or (self.thousands and not multiplied):
            return self.readings[0][0]
        return None

    def resolve(self, separators: Separators | None) -> Quantity | None:
        """Return the one quantity that the numeral has under ``separators``."""
        for meaning, quantity in self.readings:
            if meaning is None or meaning == separators:
                return quantity
        return None


def read_numeral(text: str) -> Numeral:
    """Return all readings of ``text``, a string that matches ``NUMERAL`` throughout."""
    text = text.replace(_ARABIC_GROUP, "'")
    if re.fullmatch(_DIGITS, text):
        return Numeral(((None, Quantity(int(text))),))
    readings = (_grouped(text), _indian(text), _with_decimals(text), _mixed(text))
    found = tuple(reading for reading in readings if reading is not None)
    thousands = re.fullmatch(_THOUSANDS, text) is not None
    return Numeral(found, thousands, re.fullmatch(_MISGROUPED, text) is not None)


def _grouped(text: str) -> tuple[Separators | None, Quantity] | None:
    match = re.fullmatch(_GROUPED, text)
    if not match or match["decimal"] == match["mark"]:
        return None
    quantity = _quantity(match["whole"], match["fraction"])
    if match["mark"] in ",.":
        if text.startswith("0"):
            return None
        return Separators(match["mark"]), quantity
    return _meaning_of_decimal(match["decimal"]), quantity


def _indian(text: str) -> tuple[Separators | None, Quantity] | None:
    match = re.fullmatch(_INDIAN, text)
    if not match:
        return None
    return Separators.COMMA_GROUPS, _quantity(match["whole"], match["fraction"])


def _with_decimals(text: str) -> tuple[Separators | None, Quantity] | None:
    match = re.fullmatch(_DECIMAL, text)
    if not match:
        return None
    quantity = _quantity(match["whole"], match["fraction"])
    return _meaning_of_decimal(match["decimal"]), quantity


def _mixed(text: str) -> tuple[Separators | None, Quantity] | None:
    """Return the second reading of ``3 000.000``: groups marked in two ways."""
    match = re.fullmatch(_MIXED, text)
    if not match:
        return None
    return Separators(match["mark"]), _quantity(text, "")


def _meaning_of_decimal(mark: str | None) -> Separators | None:
    if mark is None or mark == _ARABIC_DECIMAL:
        return None
    return Separators("." if mark == "," else ",")


def _quantity(whole: str, fraction: str | None) -> Quantity:
    digits = "".join(c for c in whole if c.isdigit()) + (fraction or "")
    return Quantity(int(digits), len(fraction or ""))
