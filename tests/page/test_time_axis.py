"""The names under the slider and under strips: few enough to be read."""

from __future__ import annotations

from page_modules import page_functions

call = page_functions(["time/time_axis.js"], ["quarters", "namedDays"])


def test_a_short_time_has_its_quarters() -> None:
    days = call("quarters", "2025-01-02", "2026-01-01")
    assert days == ["2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01"]
    assert call("quarters", "2025-04-01", "2025-04-01") == ["2025-04-01"]


def test_a_long_time_has_no_more_names_than_have_room() -> None:
    assert call("quarters", "2000-02-24", "2024-03-01") == [
        "2005-01-01",
        "2010-01-01",
        "2015-01-01",
        "2020-01-01",
    ]
    for last in range(2001, 2160):
        assert len(call("quarters", "2000-01-01", f"{last}-12-31")) <= 9, last
    halves = call("quarters", "2020-01-01", "2023-06-30")
    assert [day[5:7] for day in halves] == ["01", "07"] * 3 + ["01"]


def _named(*dates: str) -> list[tuple[str, str]]:
    last = {4: "-12-31", 7: "-28", 10: ""}
    stops = [{"day": date + last[len(date)], "date": date} for date in dates]
    return [(one["day"], one["of"]) for one in call("namedDays", stops)]


def test_a_year_or_a_month_has_its_own_name_where_it_stands() -> None:
    """At its end: a name at its start would stand by the tick of the one before."""
    years = [str(year) for year in range(2012, 2017)]
    assert _named(*years) == [(f"{year}-12-31", f"{year}-01-01") for year in years]
    assert [day[:4] for day, _ in _named("2004", "2016")] == [
        "2004", "2006", "2008", "2010", "2012", "2014", "2016",
    ]  # fmt: skip
    assert _named("2025-02", "2025-07") == [
        ("2025-04-30", "2025-04-01"),
    ]
    assert _named("2025", "2026-02-03") == [("2026-01-01", "2026-01-01")]
