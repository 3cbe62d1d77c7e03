"""The date of the data: the day by which the latest statement is known."""

from pathlib import Path

import pytest

from geo.boundaries.keys import boundary_keys
from geo.definitions.load import load_map


@pytest.mark.parametrize(
    ("date", "as_of"),
    [("2025-03-09", "2025-03-09"), ("2025-02", "2025-02-28"), ("2025", "2025")],
)
def test_a_month_is_named_by_its_last_day(
    project: Path, edit, date: str, as_of: str
) -> None:
    edit("data/pledges.csv", "S4,ITA,2025-02-03", f"S4,ITA,{date}")
    loaded, _ = load_map(
        project / "maps" / "small.toml", project / "data", boundary_keys()
    )
    assert loaded
    assert loaded.as_of.iso == as_of
