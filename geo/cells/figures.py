"""Figures as people write them: ``3 000``, ``1,5 k``, ``up to 150``, ``約138,000人``.

A figure counts people, so it is whole and not negative.  What stands in the cell is
read as a whole or refused with the reason: no word is passed over, no locale assumed.

- Comma and point: see ``numerals.py`` for what one numeral proves.  A cell that is
  ambiguous alone (``1.776``) is read by what ``separators`` says, which the column's
  certain cells prove (:func:`geo.cells.separators.evidence`); a range's own two numbers
  settle each other.  Otherwise it is refused with both
  readings.
- ``1800,000`` is refused: it is 1800000, or 1800 to the thousandth of a person.
- ``3 k``, ``1,5 k``, ``1.5 million`` are multiplied out and must come out whole.
  ``3 m`` and ``2 billion`` are refused: they are thousands or millions, 10⁹ or 10¹².
- ``2-3 k`` may begin at 2 or at 2000 and is refused; ``500-2 k`` can only be 500-2000.
- ``8361+3500`` is refused: a sum hides that its parts may count different things.
- ``460 (planned 3,000)`` is refused: two figures are two statements.
- ``30+`` is at least 30.  ``nearly`` and ``almost`` are about.
- A bare number has no qualifier; ``exactly 3000`` is exact.
- ``none`` and ``null`` are refused: 0 and not stated are two things, and programs
  write these words for both.
- ``withheld``, ``undisclosed`` are figures whose qualifier is ``withheld``.
- A spreadsheet's error (``#N/A``) and scientific notation (``1E+05``) are refused.
"""

from __future__ import annotations

import math

from geo.cells.figure import NotStated, StatedNumber, figure_fault
from geo.cells.figure_parts import EXPECTED, Amount, Parts, qualifier_of, split_figure
from geo.cells.figure_words import NOT_STATED, NOTHING, WITHHELD
from geo.cells.in_words import LONGEST, folded, is_vague, with_digits
from geo.cells.numerals import MOST_DIGITS, Separators, kept_to
from geo.cells.refused import Refused, quoted

__all__ = [
    "NotStated",
    "Separators",
    "StatedNumber",
    "figure_of_number",
    "parse_count",
    "parse_figure",
]

# Of sums in binary fractions a workbook keeps 110.00000000000001.
_NOISE = 1e-6

NO_FIGURE = "this is no figure"
NO_FRACTION = "figures are whole numbers, as people are"
NOTHING_LEFT = "with the decimals that are kept this number rounds to 0"
EXPECTED_WHOLE = (
    f"{EXPECTED}; of what has decimals the map definition says to how many they are"
    " kept, under [unit]: decimals = 2"
)
_LOWER = {"at_least", "more_than"}
_UPPER = {"up_to", "less_than"}


def parse_figure(
    text: str, *, separators: Separators | None = None, decimals: int = 0
) -> StatedNumber | NotStated | Refused:
    """Return the figure in ``text``, that it states none, or why it is refused.

    ``separators`` is what comma and point mean in the column, if that is known.  What
    is not counted in whole numbers is kept to so many ``decimals``; then ``3,000`` may
    be three.
    """
    if len(text) <= MOST_DIGITS and text.isascii() and text.isdigit():
        return StatedNumber(int(text), int(text))
    if len(text) > LONGEST:
        return Refused(f"longer than {LONGEST} characters", expected=EXPECTED)
    written = folded(text)
    if kind := NOT_STATED.get(written):
        return NotStated(kind)
    if written in WITHHELD:
        return StatedNumber(None, None, "withheld")
    if written.startswith("#"):
        return Refused(f"{quoted(text)} is a spreadsheet's error", (), EXPECTED)
    in_words = not _has_digits(written)
    if in_words:
        written = with_digits(written)
    if not _has_digits(written):
        return _parse_words(written, text.strip())
    parts = split_figure(written)
    if isinstance(parts, Refused):
        return parts
    qualifier = qualifier_of(parts)
    if isinstance(qualifier, Refused):
        # A part of a number in words proposes nothing.
        return Refused(NO_FIGURE, expected=EXPECTED) if in_words else qualifier
    return _with_bounds(parts, qualifier, separators, decimals)


def parse_count(
    text: str, *, separators: Separators | None = None
) -> int | NotStated | Refused:
    """Return the number in a cell that holds one bound and nothing else.

    Of a table that keeps the bounds and the qualifier in columns of their own; a cell
    that says more than a number is refused, and ``expected`` says where it belongs.
    """
    figure = parse_figure(text, separators=separators)
    if not isinstance(figure, StatedNumber):
        return figure
    if figure.qualifier is None and figure.minimum is not None:
        return int(figure.minimum)  # read without decimals, it is whole
    bounds = (("minimum", figure.minimum), ("maximum", figure.maximum))
    places = [f"{bound} as the {name}" for name, bound in bounds if bound is not None]
    return Refused(
        "this column holds a number and nothing else",
        expected=", ".join((*places, f"{figure.qualifier} as the qualifier")),
    )


def figure_of_number(value: float, decimals: int = 0) -> StatedNumber | Refused:
    """Return the figure that a workbook's cell holds as a number."""
    if decimals and math.isfinite(value) and abs(value) < 10**MOST_DIGITS:
        rounded = kept_to(value, decimals)
        if not rounded and abs(value) >= _NOISE:
            return Refused(NOTHING_LEFT, expected=EXPECTED_WHOLE)
        return _figure(rounded, rounded, None)
    is_fraction = isinstance(value, float) and math.isfinite(value)
    if is_fraction and abs(value - round(value)) < _NOISE:
        value = round(value)
    if isinstance(value, bool) or (isinstance(value, float) and value % 1 != 0):
        return Refused(NO_FRACTION, expected=EXPECTED_WHOLE)
    if abs(value) >= 10**MOST_DIGITS:
        return Refused(f"more than {MOST_DIGITS} digits", expected=EXPECTED)
    return _figure(int(value), int(value), None)


def _has_digits(written: str) -> bool:
    return any(c.isdecimal() for c in written)


def _parse_words(written: str, words: str) -> StatedNumber | Refused:
    if written in NOTHING:
        return Refused(
            f"{quoted(words)} may be zero or not stated",
            readings=("0", ""),
            expected="0 if there are none, an empty cell if it is not stated",
        )
    if is_vague(written):
        return StatedNumber(None, None, "words_only", words)
    return Refused(NO_FIGURE, expected=EXPECTED)


def _with_bounds(
    parts: Parts, qualifier: str | None, separators: Separators | None, decimals: int
) -> StatedNumber | Refused:
    amounts = parts.amounts
    if separators is None:
        proofs = {
            a.numeral.evidence(multiplied=a.multiplied or decimals > 0) for a in amounts
        } - {None}
        if len(proofs) > 1:
            return Refused("comma and point change their meaning", (), EXPECTED)
        separators = next(iter(proofs), None)
    bounds = []
    for amount in amounts:
        bound = _value(amount, separators, decimals)
        if isinstance(bound, Refused):
            return bound
        bounds.append(bound)
    if len(amounts) == 2 and (shared := _shared_multiplier(amounts, bounds)):
        return shared
    return _figure(
        None if qualifier in _UPPER else bounds[0],
        None if qualifier in _LOWER else bounds[-1],
        qualifier,
    )


def _value(
    amount: Amount, separators: Separators | None, decimals: int
) -> float | Refused:
    if not amount.numeral.readings:
        return Refused("the digits are grouped as no number is", (), EXPECTED)
    quantity = amount.numeral.resolve(separators)
    if quantity is None or len(amount.factors) > 1:
        return _ambiguous(amount, separators)
    if amount.numeral.misgrouped and not decimals:
        return Refused(
            "the digits are grouped as no whole number is",
            (str(quantity.digits), quantity.shown),
            "the number in digits alone, without marks",
        )
    value: float | None = quantity.times(amount.factors[0])
    if value is None and decimals:
        value = quantity.rounded(amount.factors[0], decimals)
        if not value and quantity.digits:
            return Refused(NOTHING_LEFT, amount.values, EXPECTED_WHOLE)
    if value is None:
        return Refused(NO_FRACTION, amount.values, EXPECTED_WHOLE)
    if value >= 10**MOST_DIGITS:
        return Refused(f"more than {MOST_DIGITS} digits", expected=EXPECTED)
    return value


def _ambiguous(amount: Amount, separators: Separators | None) -> Refused:
    if len(amount.factors) > 1:
        reason = "the word after the number means different numbers to different people"
    elif separators is None:
        reason = "the comma or point may group thousands or mark decimals"
    else:
        reason = (
            f"in this column {separators.group} groups thousands, and here it cannot"
        )
    return Refused(reason, amount.values, "the number in digits alone, without marks")


def _shared_multiplier(
    amounts: tuple[Amount, ...], bounds: list[float]
) -> Refused | None:
    """Refuse ``2-3 k``, where the multiplier may belong to both numbers or to one."""
    first, second = amounts
    factor = second.factors[0]
    if first.multiplied or not second.multiplied or bounds[0] * factor > bounds[1]:
        return None
    return Refused(
        "the word after the second number may belong to both",
        (f"{bounds[0] * factor}-{bounds[1]}", f"{bounds[0]}-{bounds[1]}"),
        EXPECTED,
    )


def _figure(
    minimum: float | None, maximum: float | None, qualifier: str | None
) -> StatedNumber | Refused:
    fault = figure_fault(minimum, maximum, qualifier, None)
    if fault:
        return Refused(fault, expected=EXPECTED)
    return StatedNumber(minimum, maximum, qualifier)
