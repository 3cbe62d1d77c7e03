"""Dates with the month's name: ``11 mars 2025``, ``March 11, 2025``, ``Mar-2025``."""

from __future__ import annotations

import re

from geo.cells.letters import fold
from geo.cells.months import months_named
from geo.cells.partial_date import EXPECTED, PartialDate, make_date
from geo.cells.refused import Refused, quoted

_MARKS = r"[\s,./-]+"
_DAY = r"(\d?\d)(?:st|nd|rd|th|er|re|[ºª°]|-?го)?"
_YEAR = r"(\d{4})"
# "the 11th of March", "11 de marzo de 2025"; Polish and Ukrainian say "year" after it.
_FILLERS = frozenset({"the", "of", "le", "de", "del", "den", "der", "do", "º"})
_YEAR_WORDS = frozenset({"roku", "r", "року", "р"})


def parse_written(written: str) -> PartialDate | Refused:
    """Return the date in ``written``, which names its month.

    The parts may stand as day, month, year; as month, day, year; as year, month, day;
    or as month and year.  Any other word, a second month, or a missing year is refused.
    """
    dropped = _FILLERS | _YEAR_WORDS | {""}
    words = [w for w in re.split(_MARKS, fold(written)) if w not in dropped]
    shape, numbers, months = _read_words(words)
    if "?" in shape:
        return _unread(words, shape)
    if shape not in {"dmy", "mdy", "ymd", "my", "ym"}:
        return _misshapen(shape, numbers, months)
    year = numbers["y"]
    dates = [make_date(year, month, numbers.get("d")) for month in months]
    if len(dates) == 1:
        return dates[0]
    return Refused(
        "the month's name means one month in Polish and another in Croatian",
        tuple(date.iso for date in dates if isinstance(date, PartialDate)),
        EXPECTED,
    )


def _read_words(words: list[str]) -> tuple[str, dict[str, int], tuple[int, ...]]:
    """Return the kinds of the words as letters, the numbers by kind, and the months."""
    shape = ""
    numbers: dict[str, int] = {}
    months: tuple[int, ...] = ()
    for word in words:
        if named := months_named(word):
            shape, months = shape + "m", named
        elif match := re.fullmatch(_YEAR, word):
            shape, numbers["y"] = shape + "y", int(match[1])
        elif match := re.fullmatch(_DAY, word):
            shape, numbers["d"] = shape + "d", int(match[1])
        else:
            shape += "?"
    return shape, numbers, months


def _unread(words: list[str], shape: str) -> Refused:
    word = words[shape.index("?")]
    return Refused(f"no date has the part {quoted(word)}", expected=EXPECTED)


def _misshapen(shape: str, numbers: dict[str, int], months: tuple[int, ...]) -> Refused:
    if "m" not in shape:
        return Refused("this is no date", expected=EXPECTED)
    if shape in {"md", "dm"}:
        return _no_year(shape, numbers["d"], months[0])
    if shape in {"mdd", "dmd"}:
        return Refused("a year of two digits leaves the century open", (), EXPECTED)
    return Refused("more than one date, or its parts out of order", expected=EXPECTED)


def _no_year(shape: str, number: int, month: int) -> Refused:
    """Refuse a month with one short number.

    ``Mar-25`` is what a spreadsheet makes of March 2025, and also of 25 March.
    """
    readings = [f"day {number} of month {month}"]
    if shape == "md":
        readings.insert(0, f"20{number:02}-{month:02}")
    return Refused("no year of four digits", tuple(readings), EXPECTED)
