"""What is asked for is found, or told what there is instead."""

from pathlib import Path

import pytest

from geo.boundaries.keys import boundary_keys
from geo.definitions.layers import ParticipantsLayer
from geo.definitions.load import MapInput, load_map
from geo.figure.choice import (
    Choice,
    ChoiceError,
    chosen_language,
    chosen_map,
    chosen_view,
)

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def coalition() -> MapInput:
    loaded, _ = load_map(
        ROOT / "maps" / "coalition.toml", ROOT / "data", boundary_keys()
    )
    assert loaded is not None
    return loaded


def test_nothing_asked_is_the_map_as_it_opens(coalition: MapInput) -> None:
    assert chosen_map(coalition, Choice()) == coalition
    assert chosen_view(coalition, Choice()).id == "europe"
    assert chosen_language(Choice()) is None


def test_an_earlier_date_leaves_out_what_was_not_known(coalition: MapInput) -> None:
    earlier = chosen_map(coalition, Choice(until="2025-09-04"))
    assert 0 < len(earlier.statements) < len(coalition.statements)
    assert earlier.as_of.last.isoformat() <= "2025-09-04"
    meetings = earlier.dataset.meetings
    for part in earlier.dataset.participations.values():
        assert meetings[part.meeting].date.last.isoformat() <= "2025-09-04"


def test_a_layer_goes_to_the_last_meeting_that_was_held(coalition: MapInput) -> None:
    earlier = chosen_map(coalition, Choice(until="2025-09-04"))
    before, after = (
        {
            layer.id: layer.meeting
            for layer in loaded.definition.layers
            if isinstance(layer, ParticipantsLayer)
        }
        for loaded in (coalition, earlier)
    )
    assert after["in_person"] != before["in_person"]
    held = earlier.dataset.meetings[after["in_person"] or ""].date.last
    told = {p.meeting for p in earlier.dataset.participations.values()}
    assert held == max(earlier.dataset.meetings[key].date.last for key in told)


def test_layers_asked_for_are_shown_and_no_others(coalition: MapInput) -> None:
    chosen = chosen_map(coalition, Choice(layers=("in_person",)))
    assert [layer.id for layer in chosen.definition.layers if layer.shown] == [
        "in_person"
    ]


def test_what_is_not_there_is_told_with_what_is(coalition: MapInput) -> None:
    with pytest.raises(ChoiceError, match='did you mean "world"'):
        chosen_view(coalition, Choice(view="wrold"))
    with pytest.raises(ChoiceError, match="it must be one of de, en"):
        chosen_language(Choice(language="xx"))
    with pytest.raises(ChoiceError, match='did you mean "in_person"'):
        chosen_map(coalition, Choice(layers=("inperson",)))
    with pytest.raises(ChoiceError, match="YYYY-MM-DD"):
        chosen_map(coalition, Choice(until="soon"))
    with pytest.raises(ChoiceError, match="the first by 2024-12-18"):
        chosen_map(coalition, Choice(until="2024-01-01"))
