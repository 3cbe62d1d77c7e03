"""The date of the data: the day by which the latest statement is known."""

from dataclasses import replace
from pathlib import Path

import pytest

from geo.boundaries.keys import boundary_keys
from geo.cells.dates import PartialDate
from geo.definitions.as_of import known_by, showing
from geo.definitions.layers import ParticipantsLayer
from geo.definitions.load import MapInput, load_map

ROOT = Path(__file__).parents[2]


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


def meetings_layers(loaded: MapInput) -> list[ParticipantsLayer]:
    layers = loaded.definition.layers
    return [layer for layer in layers if isinstance(layer, ParticipantsLayer)]


def coalition() -> MapInput:
    loaded, _ = load_map(ROOT / "maps/coalition.toml", ROOT / "data", boundary_keys())
    assert loaded
    return loaded


def test_of_meetings_of_one_day_the_first_in_the_table_is_the_latest() -> None:
    loaded = coalition()
    day = PartialDate(2025, 9, 4)
    later = {layer.meeting for layer in meetings_layers(loaded)}
    meetings = {
        key: meeting if key in later else replace(meeting, date=day)
        for key, meeting in loaded.dataset.meetings.items()
    }
    dataset = replace(loaded.dataset, meetings=meetings)
    earlier = known_by(replace(loaded, dataset=dataset), day)
    told = [part.meeting for part in earlier.dataset.participations.values()]
    assert len(set(told)) > 10
    shown = {layer.meeting for layer in meetings_layers(earlier) if layer.choosable}
    assert shown == {told[0]}


def test_a_date_after_the_maps_own_leaves_the_map_as_it_is() -> None:
    loaded = coalition()
    own = PartialDate(2025, 9)
    limited = replace(loaded, definition=replace(loaded.definition, until=own))
    assert known_by(limited, PartialDate(2025, 9, 30)) == limited
    assert known_by(limited, PartialDate(2025, 9, 29)) != limited
    assert known_by(loaded, None) == loaded


def test_only_the_layers_asked_for_are_shown() -> None:
    shown = showing(coalition(), ("figures",)).definition.layers
    assert [layer.id for layer in shown if layer.shown] == ["figures"]
    assert showing(coalition(), ()) == coalition()
