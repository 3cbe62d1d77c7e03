from hypothesis import given
from hypothesis import strategies as st

from geo.definitions.sentence import fill, known_slots, unknown_slots


def test_slots_are_filled_with_what_is_measured() -> None:
    text = fill(
        "{count:declined} of {statements}",
        {"count:declined": "3", "statements": "9"}.__getitem__,
    )
    assert text == "3 of 9"


def test_unknown_slots_get_a_suggestion() -> None:
    assert list(unknown_slots("{count:declind} {as_of}")) == [
        ("count:declind", 'did you mean "count:declined"?')
    ]


@given(st.sampled_from(known_slots()), st.text())
def test_what_fills_a_slot_stays_text(slot: str, value: str) -> None:
    assert fill("{" + slot + "}", lambda _slot: value) == value
