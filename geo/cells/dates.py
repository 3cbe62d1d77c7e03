"""Dates as people and spreadsheets write them.

- Year first is ISO's order whatever the mark: ``2025-03-11``, ``2025/3/11``,
  ``2025.03.11``, ``20250311``.  No locale of CLDR puts the day in the middle.
- Two numbers and a year with ``/`` or ``-`` may be in either order.  ``15/03/2025`` is
  certain, since there is no month 15; ``03/03/2025`` is the same either way;
  ``03/04/2025`` is refused with both readings unless ``order`` tells, which
  :func:`geo.cells.date_order.column_order` finds from the certain cells of a column.
- With points the day comes first: so it does in every locale of CLDR whose short date
  has points and ends in the year.  ``03.15.2025`` is therefore refused, not turned
  round; and in a column known to write the month first, so is ``03.04.2025``.
- A year has four digits.  ``11/03/25`` may be 2011, 1925 or 2025.
- A time of midnight, which spreadsheets add to a date, is dropped.  Any other time is
  refused, and so is a time zone, which may move the day.
- Names of months are those of nine languages, full or short; see ``months.py``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from geo.cells.letters import plain
from geo.cells.partial_date import EXPECTED, PartialDate, make_date
from geo.cells.refused import Refused
from geo.cells.written_dates import parse_written

__all__ = ["ORDERS", "OpenOrder", "Order", "PartialDate", "date_meant", "parse_date"]

Order = Literal["dmy", "mdy"]
ORDERS: Mapping[str, Order] = {"day_first": "dmy", "month_first": "mdy"}
"""What people call an order, in a map definition and on the command line."""

LONGEST = 80

_ISO = r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?"
_MIDNIGHT = r"(?i)(?:T| +)(?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? ?AM)"
_TIME = r"(?i)(?:T| +)\d?\d[:h]\d\d.*| +\d?\d ?[AP]M"
_ZONE = r"(?:Z|[A-Z]{3,5}|[-+]\d\d(?::?\d\d)?)$"
_YEAR_FIRST = r"(\d{4})(?:([-/.]) ?(\d?\d)(?:\2 ?(\d?\d)\.?)?)?"
_COMPACT = r"(\d{4})(\d\d)(\d\d)"
_EAST_ASIAN = r"(\d{4}) ?[年년] ?(\d?\d) ?[月월](?: ?(\d?\d) ?[日일])?"
_MONTH_YEAR = r"(\d?\d)[-/.](\d{4})"
NUMERIC = r"(\d?\d)([-/.]) ?(\d?\d)\2 ?(\d{4})\.?"
_SHORT_YEAR = r"(\d?\d)([-/.])(\d?\d)\2\d\d"
_SERIAL = r"[1-9]\d{4}(?:\.\d+)?"
# Day 0 of a workbook's two calendars, that of 1900 and that of 1904, for days after
# the 29 February 1900 that was not and that the first of them counts.
_DAYS_0 = (datetime.date(1899, 12, 30), datetime.date(1904, 1, 1))


@dataclass(frozen=True)
class OpenOrder(Refused):
    """A date whose day and month may change places: only who wrote it knows."""


def parse_date(text: str, *, order: Order | None = None) -> PartialDate | Refused:
    """Return the date in ``text``, with the precision that it has.

    ``order`` is that of the column's numeric dates, if known: day or month first.
    """
    iso = re.fullmatch(_ISO, text)
    if iso:
        return make_date(iso[1], iso[2], iso[3])
    if len(text) > LONGEST:
        return Refused(f"longer than {LONGEST} characters", expected=EXPECTED)
    written = plain(text)
    if not written:
        return Refused("the cell is blank", expected=EXPECTED)
    without_time = without_midnight(written)
    time = re.search(_TIME, without_time)
    if time:
        return _refuse_time(without_time[: time.start()], time[0], order)
    return _parse_day(without_time, order)


def date_meant(value: object) -> PartialDate | Refused:
    """Return the date that code means by a value: a text, a date, a year as a number.

    Of a moment it is the day, whatever its zone.
    """
    # pandas' missing moment calls itself a datetime, and differs from itself.
    if isinstance(value, datetime.date) and value == value:
        return make_date(value.year, value.month, value.day)
    if isinstance(value, float):
        if not value.is_integer():
            return Refused("a number with a fraction is no date", expected=EXPECTED)
        value = int(value)
    return parse_date(str(value))


def without_midnight(written: str) -> str:
    """Drop a time of midnight at the end of ``written``, as spreadsheets add it."""
    if ":" not in written:
        return written
    for midnight in re.finditer(_MIDNIGHT, written):
        if midnight.end() == len(written):
            return written[: midnight.start()]
    return written


def _parse_day(written: str, order: Order | None) -> PartialDate | Refused:
    if match := re.fullmatch(_YEAR_FIRST, written):
        return make_date(match[1], match[3], match[4])
    if match := re.fullmatch(_COMPACT, written) or re.fullmatch(_EAST_ASIAN, written):
        return make_date(*match.groups())
    if match := re.fullmatch(_MONTH_YEAR, written):
        return make_date(match[2], match[1])
    if match := re.fullmatch(NUMERIC, written):
        return _parse_numeric(match, order)
    return _known_refusal(written) or parse_written(written)


def _parse_numeric(match: re.Match[str], order: Order | None) -> PartialDate | Refused:
    first, mark, second, year = match.groups()
    day_first = make_date(year, second, first)
    month_first = make_date(year, first, second)
    if isinstance(day_first, Refused) and isinstance(month_first, Refused):
        return day_first if int(first) > int(second) else month_first
    if day_first == month_first:
        return day_first
    if mark == "." and order is None:
        order = "dmy"
    if isinstance(day_first, PartialDate) and isinstance(month_first, PartialDate):
        if order is None or (mark == "." and order == "mdy"):
            kind = OpenOrder if order is None else Refused
            readings = (day_first.iso, month_first.iso)
            return kind("day or month may come first", readings, EXPECTED)
        return day_first if order == "dmy" else month_first
    certain = month_first if isinstance(day_first, Refused) else day_first
    asked = day_first if order == "dmy" else month_first
    if order is None or certain == asked:
        return certain
    usual = "with points" if mark == "." else "in this column"
    first_part = "day" if order == "dmy" else "month"
    return Refused(
        f"the {first_part} comes first {usual}, and here it cannot",
        readings=(certain.iso,) if isinstance(certain, PartialDate) else (),
        expected=EXPECTED,
    )


def _known_refusal(written: str) -> Refused | None:
    if re.fullmatch(_SHORT_YEAR, written):
        return Refused("a year of two digits leaves the century open", (), EXPECTED)
    if re.fullmatch(_SERIAL, written):
        days = datetime.timedelta(int(written[:5]))
        return Refused(
            "a bare number, perhaps a spreadsheet's count of days since 1900 or 1904",
            tuple((day_0 + days).isoformat() for day_0 in _DAYS_0),
            EXPECTED,
        )
    return None


def _refuse_time(day: str, time: str, order: Order | None) -> Refused:
    date = _parse_day(day.strip(), order) if day.strip() else None
    zone = re.search(_ZONE, time)
    return Refused(
        "a time zone may move the day" if zone else "the tables hold days, not times",
        readings=(date.iso,) if isinstance(date, PartialDate) else (),
        expected=EXPECTED,
    )
