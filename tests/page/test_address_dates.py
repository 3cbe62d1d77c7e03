"""A date of an address that no calendar has is left out, as other nonsense there is."""

from __future__ import annotations

import pytest
from page_modules import page_functions

GIVEN = """
  const GIVEN = {
    record: { statements: [], gradeOf: () => 0, terms: { confidence: [], grade: [] } },
    payload: { meetings: {} },
    stops: [{ day: "2025-01-31" }, { day: "2025-12-31" }],
  };
  const asked = (date) => rowChoices(GIVEN, { date, from: date });
"""


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2025-12-31", "2025-12-31"),
        ("2024-02-29", "2025-01-31"),
        ("2025-99-99", None),
        ("2025-02-31", None),
        ("2025-02-29", None),
        ("2025-2-1", None),
    ],
)
def test_a_day_of_the_calendar(day: str, shown: str | None) -> None:
    modules = ("rules/stops.js", "state/record.js")
    found = page_functions(modules, ["asked"], GIVEN)("asked", day)
    assert (found.get("date"), found.get("from")) == (shown, shown)
