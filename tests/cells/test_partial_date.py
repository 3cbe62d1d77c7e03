"""Dates known in part."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cells.partial_date import PartialDate, make_date
from geo.cells.refused import Refused

DATES = st.builds(
    lambda day, parts: PartialDate(*(day.year, day.month, day.day)[:parts]),
    st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 12, 31)),
    st.integers(1, 3),
)


@pytest.mark.parametrize(
    ("parts", "precision", "iso", "first", "last"),
    [
        ((2025, 3, 11), "day", "2025-03-11", (2025, 3, 11), (2025, 3, 11)),
        ((2024, 2), "month", "2024-02", (2024, 2, 1), (2024, 2, 29)),
        ((2025, 2), "month", "2025-02", (2025, 2, 1), (2025, 2, 28)),
        ((2025,), "year", "2025", (2025, 1, 1), (2025, 12, 31)),
    ],
)
def test_bounds_and_precision(parts, precision, iso, first, last):
    date = PartialDate(*parts)
    assert (date.precision, date.iso) == (precision, iso)
    assert (date.first, date.last) == (datetime.date(*first), datetime.date(*last))


@pytest.mark.parametrize(
    "parts", [(1899,), (2201, 1), (2025, 13), (2025, 0), (2025, 2, 30), (2025, None, 1)]
)
def test_impossible_parts_fail_on_construction(parts):
    with pytest.raises(ValueError, match=r"year|month|day"):
        PartialDate(*parts)
    assert isinstance(make_date(*parts), Refused)


@given(st.lists(DATES))
def test_dates_sort_as_their_iso_texts(dates):
    assert [d.iso for d in sorted(dates)] == sorted(d.iso for d in dates)


@given(DATES, DATES)
def test_the_order_is_total_and_agrees_with_equality(one, other):
    assert (one < other) + (one == other) + (one > other) == 1
    assert (one <= other) == (one.iso <= other.iso)
