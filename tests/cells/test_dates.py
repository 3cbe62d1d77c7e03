"""Dates: each way of writing one, and each refusal."""

import datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cells.dates import PartialDate, date_meant, parse_date
from geo.cells.refused import Refused

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 12, 31))

WAYS_OF_WRITING_A_DAY = (
    "{0:%Y-%m-%d}",
    "{0:%Y/%m/%d}",
    "{0:%Y.%m.%d}",
    "{0:%Y%m%d}",
    "{0.year}-{0.month}-{0.day}",
    "{0.year}. {0.month}. {0.day}.",
    "{0:%Y-%m-%d} 00:00:00",
    "{0:%Y-%m-%d}T00:00:00.000",
    "{0:%d.%m.%Y}",
    "{0.day}.{0.month}.{0.year}",
    "{0.day}. {0.month}. {0.year}",
    "{0:%d %B %Y}",
    "{0:%B} {0.day}, {0.year}",
    "{0:%d-%b-%Y}",
    "{0:%Y-%b-%d}",
    "the {0.day}th of {0:%B %Y}",
    "{0.year}年{0.month}月{0.day}日",
    "  {0:%Y-%m-%d} ",
)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025-03-11", "2025-03-11"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
        (" 2025 ", "2025"),
        ("2025-03-11 00:00:00", "2025-03-11"),
        ("2025-03-11T00:00:00", "2025-03-11"),
        ("3/14/2025 12:00:00 AM", "2025-03-14"),
        ("11 mars 2025", "2025-03-11"),
        ("March 11, 2025", "2025-03-11"),
        ("1er mars 2025", "2025-03-01"),
        ("11. März 2025", "2025-03-11"),
        ("11 de marzo de 2025", "2025-03-11"),
        ("1.º de março de 2025", "2025-03-01"),
        ("11 marca 2025 r.", "2025-03-11"),
        ("11 березня 2025 р.", "2025-03-11"),
        ("11 mrt. 2025", "2025-03-11"),
        ("11 FÉVR. 2025", "2025-02-11"),
        ("11 fevrier 2025", "2025-02-11"),
        ("mars 2025", "2025-03"),
        ("Sept. 2025", "2025-09"),
        ("03/2025", "2025-03"),
        ("03.2025", "2025-03"),
        ("2025/03", "2025-03"),
        ("15/03/2025", "2025-03-15"),
        ("03-15-2025", "2025-03-15"),
        ("03/03/2025", "2025-03-03"),
        ("11.03.2025", "2025-03-11"),
        ("11\u00a0mars\u202f2025", "2025-03-11"),
        ("\ufeff2025\u201103\u201111", "2025-03-11"),
        ("２０２５-０３-１１", "2025-03-11"),
        ("٢٠٢٥/٠٣/١١", "2025-03-11"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_certain_dates_are_read(text, iso):
    date = parse_date(text)
    assert isinstance(date, PartialDate), date
    assert date.iso == iso


@pytest.mark.parametrize(
    ("text", "reason", "readings"),
    [
        ("", "blank", ()),
        ("03/04/2025", "day or month", ("2025-04-03", "2025-03-04")),
        ("3-4-2025", "day or month", ("2025-04-03", "2025-03-04")),
        ("03.15.2025", "day comes first with points", ("2025-03-15",)),
        ("2025-02-30", "no date", ()),
        ("30/02/2025", "no date", ()),
        ("2025-02-29", "no date", ()),
        ("2025-13-01", "no date", ()),
        ("31/31/2025", "no date", ()),
        ("2025-00", "no date", ()),
        ("2025-03-00", "no date", ()),
        ("00/03/2025", "no date", ()),
        ("0 March 2025", "no date", ()),
        ("1899-12-31", "1900 to 2200", ()),
        ("2201", "1900 to 2200", ()),
        ("11/03/25", "two digits", ()),
        ("11.03.25", "two digits", ()),
        ("11 mars 25", "two digits", ()),
        ("Mar-25", "four digits", ("2025-03", "day 25 of month 3")),
        ("25 mars", "four digits", ("day 25 of month 3",)),
        ("45727", "count of days", ("2025-03-11", "2029-03-12")),
        ("2025-03-11 14:30", "not times", ("2025-03-11",)),
        ("3/14/2025 3 PM", "not times", ("2025-03-14",)),
        ("2025-03-11T00:00:00Z", "time zone", ("2025-03-11",)),
        ("2025-03-11T00:00:00+01:00", "time zone", ("2025-03-11",)),
        ("10-11 March 2025", "more than one date", ()),
        ("March-April 2025", "more than one date", ()),
        ("mardi 11 mars 2025", "mardi", ()),
        ("mid-March 2025", "mid", ()),
        ("2025-03-11?", "?", ()),
        ("2025-W11", "w11", ()),
        ("00:00", "no date", ()),
        ("11 listopada 2025", "Croatian", ("2025-11-11", "2025-10-11")),
        ("lip 2025", "Croatian", ("2025-07", "2025-06")),
        ("x" * 10_000, "longer than", ()),
    ],
)
def test_what_is_uncertain_is_refused_with_its_readings(text, reason, readings):
    refused = parse_date(text)
    assert isinstance(refused, Refused), refused
    assert reason in refused.reason
    assert refused.readings == readings
    assert refused.expected


@pytest.mark.parametrize(
    ("text", "dmy", "mdy"),
    [
        ("03/04/2025", "2025-04-03", "2025-03-04"),
        ("03-04-2025", "2025-04-03", "2025-03-04"),
        ("03.04.2025", "2025-04-03", None),
        ("15/03/2025", "2025-03-15", None),
        ("03/15/2025", None, "2025-03-15"),
        ("03.15.2025", None, "2025-03-15"),
        ("05/05/2025", "2025-05-05", "2025-05-05"),
    ],
)
def test_the_columns_order_settles_the_uncertain_and_never_turns_the_certain(
    text, dmy, mdy
):
    for order, iso in (("dmy", dmy), ("mdy", mdy)):
        date = parse_date(text, order=order)
        assert getattr(date, "iso", None) == iso
        assert iso or isinstance(date, Refused)


@given(DAYS)
def test_a_day_written_in_any_way_reads_back(day):
    for way in WAYS_OF_WRITING_A_DAY:
        date = parse_date(way.format(day))
        assert isinstance(date, PartialDate), (way.format(day), date)
        assert (date.first, date.last) == (day, day)


@given(DAYS)
def test_a_day_with_slashes_reads_back_under_its_own_order(day):
    written = {"dmy": f"{day:%d/%m/%Y}", "mdy": f"{day:%m/%d/%Y}"}
    for order, text in written.items():
        assert parse_date(text, order=order) == PartialDate(
            day.year, day.month, day.day
        )


@given(DAYS)
def test_without_an_order_a_slashed_day_is_itself_or_among_the_readings(day):
    read = parse_date(f"{day:%d/%m/%Y}")
    readings = read.readings if isinstance(read, Refused) else (read.iso,)
    assert day.isoformat() in readings


@given(DAYS)
def test_months_and_years_read_back_with_their_precision(day):
    month = PartialDate(day.year, day.month)
    for text in (month.iso, f"{day:%B %Y}", f"{day:%m/%Y}", f"{day:%b.} {day.year}"):
        assert parse_date(text) == month
    assert parse_date(f"{day.year}") == PartialDate(day.year)


@given(
    st.text()
    | st.text(alphabet="0123456789/-.: TZAPMmars,年月日")
    | st.from_regex(r"\d{1,4}[-/. ]\w{1,9}[-/. ]\d{1,4}.{0,9}")
)
def test_no_text_raises_and_every_refusal_has_its_reason(text):
    for order in (None, "dmy", "mdy"):
        read = parse_date(text, order=order)
        assert isinstance(read, PartialDate) or (read.reason and read.expected)


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2025-03", "2025-03"),
        (datetime.date(2025, 3, 11), "2025-03-11"),
        (datetime.datetime(2025, 3, 11, 14, 30, tzinfo=datetime.UTC), "2025-03-11"),
        (pd.Timestamp("2025-03-11 14:30"), "2025-03-11"),
        (np.datetime64("2025-03-11"), "2025-03-11"),
        (np.datetime64("2025-03-11", "ns"), "2025-03-11"),
        (pd.Period("2025-03"), "2025-03"),
        (2025, "2025"),
        (2025.0, "2025"),
    ],
)
def test_what_code_means_by_a_date(value, iso):
    assert date_meant(value).iso == iso


@pytest.mark.parametrize(
    "value", [None, "", "soon", pd.NaT, float("nan"), 2025.1, True, datetime.date.min]
)
def test_what_is_no_date_of_code_is_refused(value):
    refused = date_meant(value)
    assert isinstance(refused, Refused)
    assert refused.reason
