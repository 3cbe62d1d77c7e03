"""A figure: its bounds, how they are meant, and what goes together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from geo.vocabulary import QUALIFIER

Kind = Literal["blank", "not_available", "unknown"]

NEGATIVE = "a number of people cannot be negative"
_LOWER = {"at_least": "at least", "more_than": "more than"}
_UPPER = {"up_to": "up to", "less_than": "less than"}
_BOTH = frozenset({None, "exact", "about", "range"})


@dataclass(frozen=True)
class NotStated:
    """A cell that says that there is no figure; never the same as zero.

    ``blank``: nothing stands there.  ``not_available``: a dash or ``n/a``.
    ``unknown``: a question mark or a word such as ``unknown`` or ``TBD``.
    """

    kind: Kind


@dataclass(frozen=True)
class StatedNumber:
    """A number of people as it was stated: bounds, qualifier, or words alone.

    ``qualifier`` is a term of :data:`geo.vocabulary.QUALIFIER`, or ``None`` for a bare
    number, of which nothing is said.  ``minimum`` and ``maximum`` are equal for one
    number; what a qualifier leaves open is ``None``: ``more than 3000`` has the minimum
    3000, as stated, and no maximum.  ``words`` is the text of a figure in words only.

    Raises :class:`ValueError` when :func:`figure_fault` finds a fault.
    """

    minimum: float | None
    maximum: float | None
    qualifier: str | None = None
    words: str | None = None

    def __post_init__(self) -> None:
        fault = figure_fault(self.minimum, self.maximum, self.qualifier, self.words)
        if fault:
            raise ValueError(fault)


def figure_fault(
    minimum: float | None,
    maximum: float | None,
    qualifier: str | None,
    words: str | None,
    *,
    below_zero: bool = False,
) -> str | None:
    """Say why these parts are no figure together; ``None`` if they are one.

    Nothing that is counted one by one is ``below_zero``.
    """
    if qualifier is not None and qualifier not in QUALIFIER:
        return f"{qualifier} is no qualifier"
    bounds = [bound for bound in (minimum, maximum) if bound is not None]
    if any(bound < 0 for bound in bounds) and not below_zero:
        return NEGATIVE
    if qualifier not in _BOTH and qualifier not in _LOWER and qualifier not in _UPPER:
        if bounds:
            return f"a figure that is {qualifier} has no number"
        return None if words or qualifier == "withheld" else "the words are missing"
    if words is not None:
        return "a figure in words only has the qualifier words_only"
    return _bounds_fault(minimum, maximum, qualifier)


def _bounds_fault(
    minimum: float | None, maximum: float | None, qualifier: str | None
) -> str | None:
    if qualifier in _LOWER:
        whole = minimum is not None and maximum is None
        return None if whole else f"{_LOWER[qualifier]} has a minimum and no maximum"
    if qualifier in _UPPER:
        if minimum is not None or maximum is None:
            return f"{_UPPER[qualifier]} has a maximum and no minimum"
        nobody = qualifier == "less_than" and maximum == 0
        return "fewer than none is no figure" if nobody else None
    if minimum is None or maximum is None:
        return "one of the two bounds is missing"
    if minimum > maximum:
        return "the minimum is greater than the maximum"
    if minimum == maximum:
        return "the numbers of a range are equal" if qualifier == "range" else None
    if qualifier in {"range", "about"}:
        return None
    return "two different numbers are a range"
