"""How a position has aged by the map's date."""

from __future__ import annotations

import pytest

from geo.cells.partial_date import PartialDate
from geo.join.age import is_old, replaced_by
from geo.tables.records import Government


def date(iso: str) -> PartialDate:
    return PartialDate(*map(int, iso.split("-")))


@pytest.mark.parametrize(
    ("said", "as_of", "old"),
    [
        ("2025-02-26", "2026-02-27", True),
        ("2025-02-27", "2026-02-27", False),
        ("2025-02", "2026-02-27", False),  # perhaps its last day
        ("2025-01", "2026-02-27", True),
        ("2024-02-28", "2025-02-28", False),
        ("2024", "2025", False),
        ("2023", "2025", True),
    ],
)
def test_old_is_what_is_for_certain_over_a_year_old(said, as_of, old) -> None:
    assert is_old(date(said), date(as_of)) is old


@pytest.mark.parametrize(
    ("said", "known", "gone"),
    [
        ("2025-01-01", "2026-12-31", "first"),
        ("2025-05-05", "2026-12-31", "first"),
        # Who said it on the day of the change is not told.
        ("2025-05-06", "2026-12-31", "second"),
        ("2025-05", "2026-12-31", "second"),
        ("2025-01-01", "2025-05-05", None),
        ("2026-03", "2026-12-31", None),
        # An end known to its month has come when the month is over.
        ("2025-06-01", "2026-03-15", None),
        ("2025-06-01", "2026-03-31", "second"),
    ],
)
def test_the_government_that_spoke_is_the_first_to_end_after_it(
    said, known, gone
) -> None:
    ends = [
        Government(id="second", row=2, actor="X", date=date("2026-03"), head="B",
                   source="s"),
        Government(id="first", row=3, actor="X", date=date("2025-05-06"), head="A",
                   source="s"),
    ]  # fmt: skip
    found = replaced_by(date(said), ends, date(known))
    assert (found and found.id) == gone
