"""A date of an address that no calendar has is left out, as other nonsense there is."""

from __future__ import annotations

import pytest
from page_modules import page_functions

STOPS = """
  const STOPS_GIVEN = [{ day: "2025-01-31" }, { day: "2025-12-31" }];
  const asked = (day) => isDate(day) && STOPS_GIVEN[stopBy(STOPS_GIVEN, day)].day;
"""


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2025-12-31", "2025-12-31"),
        ("2024-02-29", "2025-01-31"),
        ("2025-99-99", False),
        ("2025-02-31", False),
        ("2025-02-29", False),
        ("2025-2-1", False),
    ],
)
def test_a_day_of_the_calendar(day: str, shown: object) -> None:
    call = page_functions(("rules/stops.js", "state/record.js"), ["asked"], STOPS)
    assert call("asked", day) == shown
