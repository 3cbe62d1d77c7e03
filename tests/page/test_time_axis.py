"""The names under the slider and under strips: few enough to be read."""

from __future__ import annotations

from page_modules import page_functions

call = page_functions(["time/time_axis.js"], ["quarters"])


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
