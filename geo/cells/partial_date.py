"""A date known to the day, the month or the year."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from functools import total_ordering
from typing import Literal

from geo.cells.refused import Refused, quoted

FIRST_YEAR = 1900
LAST_YEAR = 2200
EXPECTED = "YYYY-MM-DD, or YYYY-MM or YYYY when no more is known"

Precision = Literal["day", "month", "year"]


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """A date with its precision: what is not known is ``None``, never 1.

    Raises :class:`ValueError` when made from parts that are no date between 1900 and
    2200.  Dates sort as their ISO texts do, a year before its months and a month before
    its days; that is an order for lists and claims nothing about what came first.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError(f"the year {self.year} lies outside 1900 to 2200")
        if self.month is None and self.day is not None:
            raise ValueError("a day without a month")
        _ = self.first

    def __lt__(self, other: PartialDate) -> bool:
        return self.iso < other.iso

    @property
    def precision(self) -> Precision:
        """How much is known."""
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def iso(self) -> str:
        """The date in ISO 8601: ``2025-03-11``, ``2025-03`` or ``2025``."""
        parts = (part for part in (self.month, self.day) if part is not None)
        return "-".join((f"{self.year:04}", *(f"{part:02}" for part in parts)))

    @property
    def first(self) -> datetime.date:
        """The first day that the date may mean."""
        month = 1 if self.month is None else self.month
        return datetime.date(self.year, month, 1 if self.day is None else self.day)

    def is_by(self, other: PartialDate | None) -> bool:
        """Whether all that it may mean lies by the end of another; of none, it does."""
        return other is None or self.last <= other.last

    @property
    def last(self) -> datetime.date:
        """The last day that the date may mean."""
        if self.day is not None:
            return self.first
        month = 12 if self.month is None else self.month
        return self.first.replace(
            month=month, day=calendar.monthrange(self.year, month)[1]
        )


def make_date(
    year: str | int, month: str | int | None = None, day: str | int | None = None
) -> PartialDate | Refused:
    """Return the date with these parts, or say why there is none."""
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        reason = f"the year {year} lies outside {FIRST_YEAR} to {LAST_YEAR}"
        return Refused(reason, expected=EXPECTED)
    try:
        return PartialDate(
            int(year),
            None if month is None else int(month),
            None if day is None else int(day),
        )
    except ValueError:
        parts = (f"{int(part):02}" for part in (year, month, day) if part is not None)
        return Refused(f"there is no date {quoted('-'.join(parts))}", (), EXPECTED)
