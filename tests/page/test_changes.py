"""What counts as a change between two dates, and how it is titled."""

from __future__ import annotations

from typing import Any

import pytest
from page_modules import page_functions

call = page_functions(
    ["rules/changes.js", "time/date_changes.js"],
    ["changes", "title"],
    """
const changes = (before, after, statements) =>
  changesBetween(before, after, statements).map(({ country, restated, figuresNew }) =>
    [country, restated, figuresNew.map(({ row }) => row)]);
const title = (stops, choices) => comparedText({
  stops, state: { get: () => choices }, changes: () => ["CYP"], wording: {
    date: (date) => date,
    say: (key, { date }) => `${key} ${date}`,
    count: (key, n, { from, to }) => `${key} ${n} ${from} ${to}`,
  },
});
""",
)


def changes(
    before: dict[str, Any],
    after: dict[str, Any],
    figures: tuple[list[str], list[str]] = ([], []),
) -> list[Any]:
    shown = [
        {
            "countries": {"EST": entry},
            "marks": {"figures": [{"row": row, "country": "EST"} for row in rows]},
        }
        for entry, rows in zip((before, after), figures, strict=True)
    ]
    numbers = {"S1": (50, 250), "S2": (50, 250), "S3": (3, 4)}
    statements = {
        row: {"figure": {"min": least, "max": most}}
        for row, (least, most) in numbers.items()
    }
    found: list[Any] = call("changes", *shown, statements)
    return found


TOOK_PART = {"status": "took_part_only", "strength": "attendance"}


@pytest.mark.parametrize(
    ("after", "is_change"),
    [
        ({"status": "took_part_only", "strength": "sound"}, False),
        ({"status": "took_part_only", "strength": "weak"}, True),
        ({"status": "considering", "strength": "sound"}, True),
    ],
)
def test_who_speaks_without_a_position_changes_none(
    after: dict[str, Any], is_change: bool
) -> None:
    assert bool(changes(TOOK_PART, after)) is is_change


def test_a_figure_said_before_is_not_said_as_a_change() -> None:
    same = (TOOK_PART, TOOK_PART)
    assert changes(*same, (["S1"], ["S1", "S3"])) == [["EST", False, ["S3"]]]
    assert changes(*same, (["S1", "S3"], ["S1"])) == [["EST", False, []]]
    assert changes(*same, (["S1"], ["S2"])) == []


def test_a_month_is_titled_as_that_month() -> None:
    days = ["2025-07-23", "2025-08-05", "2025-08-31"]
    stops = [{"day": day, "date": day} for day in days]
    august = {"from": "2025-07-23", "date": "2025-08-31"}
    assert call("title", stops, august) == "time.changed 2025-08"
    said = call("title", stops, {"from": "2025-07-23", "date": "2025-08-05"})
    assert said == "compare.caption 1 2025-07-23 2025-08-05"
