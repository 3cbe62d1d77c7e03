from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from geo.definitions.pledges import read_pledges
from geo.join.standing import COMMITMENT, NO_POSITION, Voice, decide
from geo.vocabulary import CONFIDENCE, STATUS


def voice(
    key: str, day: int, status: str, confidence: str = "high", *weak: str
) -> Voice:
    return Voice(key, date(2025, 3, day), status, confidence, weak)


def test_no_voices_no_standing() -> None:
    assert decide([]) is None


def test_the_latest_sound_statement_decides() -> None:
    standing = decide([voice("a", 1, "declined"), voice("b", 2, "conditional")])
    assert standing is not None
    assert (standing.status, standing.basis, standing.strength) == (
        "conditional",
        ("b",),
        "sound",
    )


def test_a_weaker_later_statement_decides_nothing() -> None:
    standing = decide(
        [voice("a", 1, "considering"), voice("b", 9, "pledged_troops", "low", "relay")]
    )
    assert standing is not None
    assert (standing.status, standing.strength) == ("considering", "sound")


def test_a_weak_statement_decides_where_nothing_is_better_and_says_so() -> None:
    standing = decide([voice("a", 1, "pledged_troops", "low", "low_confidence")])
    assert standing is not None
    assert (standing.status, standing.strength) == ("pledged_troops", "weak")


def test_an_official_who_does_not_bind_the_government_is_weak(tmp_path: Path) -> None:
    table = tmp_path / "pledges.csv"
    table.write_text(
        "country,date,status,speaker,speaks_for,source\n"
        "CHE,2025-02-23,considering,army chief,own_official,https://example.org/1\n"
        "CHE,2025-02-24,declined,president,own_government,https://example.org/2\n"
    )
    assert [*read_pledges(table)["weak"]] == ["not_own_government", ""]


def test_attendance_withdraws_no_position() -> None:
    standing = decide([voice("a", 1, "declined"), voice("b", 9, NO_POSITION)])
    assert standing is not None
    assert standing.status == "declined"


def test_a_sound_attendance_outweighs_a_weak_position() -> None:
    standing = decide(
        [voice("a", 1, NO_POSITION), voice("b", 9, "declined", "low", "low_confidence")]
    )
    assert standing is not None
    assert (standing.status, standing.strength) == (NO_POSITION, "sound")


def test_contradictions_of_one_day_are_contested_and_show_the_lesser_commitment() -> (
    None
):
    standing = decide([voice("a", 1, "pledged_troops"), voice("b", 1, "considering")])
    assert standing is not None
    assert (standing.status, standing.contested) == ("considering", True)


def test_the_better_supported_of_one_day_comes_first() -> None:
    standing = decide(
        [voice("a", 1, "conditional", "high"), voice("b", 1, "declined", "medium")]
    )
    assert standing is not None
    assert (standing.status, standing.contested) == ("conditional", True)


def test_as_told_takes_every_claim_at_its_word() -> None:
    standing = decide(
        [voice("a", 1, "pledged_troops", "low", "low_confidence")], as_told=True
    )
    assert standing is not None
    assert (standing.status, standing.strength) == ("pledged_troops", "as_told")


def test_every_status_has_its_degree_of_commitment() -> None:
    assert sorted(COMMITMENT) == sorted(STATUS)


voices = st.builds(
    Voice,
    id=st.uuids().map(str),
    date=st.dates(date(2024, 12, 1), date(2026, 3, 1)),
    status=st.sampled_from(sorted(STATUS)),
    confidence=st.sampled_from(sorted(CONFIDENCE)),
    weak=st.sampled_from([(), ("relay",), ("low_confidence", "mirror")]),
)


@given(st.lists(voices, min_size=1), st.randoms())
def test_the_standing_rests_on_voices_that_say_so_in_any_order(said, random) -> None:
    standing = decide(said)
    assert standing is not None
    by_id = {voice.id: voice for voice in said}
    for key in standing.basis:
        assert by_id[key].status == standing.status
        assert by_id[key].date == standing.decided_on
        assert bool(by_id[key].weak) == (standing.strength == "weak")
    shuffled = list(said)
    random.shuffle(shuffled)
    again = decide(shuffled)
    assert again is not None
    assert (again.status, again.strength, again.contested) == (
        standing.status,
        standing.strength,
        standing.contested,
    )


@given(st.lists(voices, min_size=1))
def test_weak_voices_never_decide_beside_a_sound_one(said) -> None:
    standing = decide(said)
    assert standing is not None
    if any(not voice.weak for voice in said):
        assert standing.strength == "sound"
