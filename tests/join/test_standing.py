from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from geo.definitions.pledges import read_pledges
from geo.join.standing import (
    NO_POSITION,
    Standing,
    Voice,
    decide,
)
from geo.vocabulary import CONFIDENCE, STATUS
from geo.vocabulary.statuses import SHIPPED, STATUSES

HELP = SHIPPED.help
TROOPS = frozenset(STATUS) - HELP - {NO_POSITION}


def voice(
    key: str, day: int, status: str, confidence: str = "high", *weak: str
) -> Voice:
    terms = tuple(status.split("; "))
    return Voice(key, date(2025, 3, day), terms, confidence, weak)


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


def test_each_question_is_decided_by_its_own_latest_statement() -> None:
    standing = decide(
        [
            voice("a", 1, "declined; pledged_other"),
            voice("b", 2, "pledged_other"),
            voice("c", 3, "declined"),
        ]
    )
    assert standing is not None
    assert standing.help is not None
    assert (standing.status, standing.basis) == ("declined_with_help", ("c",))
    assert (standing.help.status, standing.help.basis) == ("pledged_other", ("b",))


def test_help_is_no_answer_on_troops() -> None:
    standing = decide([voice("a", 1, "conditional"), voice("b", 2, "pledged_other")])
    assert standing is not None
    assert standing.help is not None
    assert (standing.status, standing.help.basis) == ("conditional", ("b",))


def test_help_alone_is_the_status() -> None:
    standing = decide([voice("a", 1, "pledged_other"), voice("b", 2, NO_POSITION)])
    assert standing is not None
    assert (standing.status, standing.basis, standing.help) == (
        "pledged_other",
        ("a",),
        None,
    )


def test_a_weak_word_of_help_does_not_colour_a_sound_no() -> None:
    standing = decide([voice("a", 1, "declined"), voice("b", 2, "pledged_other", "low",
                                                        "low_confidence")])  # fmt: skip
    assert standing is not None
    assert standing.help is not None
    assert (standing.status, standing.strength) == ("declined", "sound")
    assert standing.help.strength == "weak"


def test_a_weak_no_beside_sound_help_is_shown_and_marked() -> None:
    standing = decide(
        [voice("a", 1, "pledged_other"), voice("b", 2, "declined", "low", "relay")]
    )
    assert standing is not None
    assert (standing.status, standing.strength) == ("declined_with_help", "weak")


def test_every_status_has_its_degree_of_commitment() -> None:
    assert sorted(SHIPPED.commitment) == sorted(STATUS)


voices = st.builds(
    Voice,
    id=st.uuids().map(str),
    date=st.dates(date(2024, 12, 1), date(2026, 3, 1)),
    status=st.sampled_from(
        [
            *((status,) for status in sorted(STATUS)),
            ("declined", "pledged_other"),
            ("conditional", "pledged_other"),
        ]
    ),
    confidence=st.sampled_from(sorted(CONFIDENCE)),
    weak=st.sampled_from([(), ("relay",), ("low_confidence", "mirror")]),
)


def test_a_position_holds_since_it_was_taken_not_since_it_was_repeated() -> None:
    standing = decide(
        [
            voice("a", 1, "conditional"),
            voice("b", 2, "considering"),
            voice("c", 3, "conditional; pledged_other"),
            voice("w", 4, "declined", "low", "relay"),
            voice("d", 5, "conditional"),
            voice("e", 6, "took_part_only"),
        ]
    )
    assert standing is not None
    assert (standing.basis, standing.since, standing.before) == (
        ("d",),
        "c",
        "considering",
    )
    assert standing.help is not None
    assert (standing.help.since, standing.help.before) == ("c", None)


def test_a_contradiction_breaks_what_the_rule_held() -> None:
    standing = decide(
        [
            voice("a", 1, "conditional"),
            voice("b", 2, "conditional"),
            voice("c", 2, "declined"),
            voice("d", 3, "conditional"),
        ]
    )
    assert standing is not None
    assert (standing.since, standing.before) == ("d", "declined")


def test_who_takes_no_position_has_held_none() -> None:
    for status in ("beneficiary", NO_POSITION):
        standing = decide([voice("a", 1, status), voice("b", 2, status)])
        assert standing is not None
        assert (standing.basis, standing.since) == (("b",), None)


def told(standing: Standing) -> tuple[object, ...]:
    """What a standing says, but for the rows that it names first."""
    help_ = standing.help and told(standing.help)
    return standing.status, standing.strength, standing.contested, help_


@given(st.lists(voices, min_size=1), st.randoms())
def test_the_standing_rests_on_voices_that_say_so_in_any_order(said, random) -> None:
    standing = decide(said)
    assert standing is not None
    by_id = {voice.id: voice for voice in said}
    *_, answer = SHIPPED.counted_as(standing.status)
    rests = [(standing, answer)]
    if standing.help:
        rests.append((standing.help, standing.help.status))
    for part, status in rests:
        for key in part.basis:
            assert status in by_id[key].status
            assert by_id[key].date == by_id[part.basis[0]].date
            assert bool(by_id[key].weak) == (part.strength == "weak")
    shuffled = list(said)
    random.shuffle(shuffled)
    again = decide(shuffled)
    assert again is not None
    assert told(again) == told(standing)


@given(st.lists(voices, min_size=1))
def test_weak_voices_never_decide_beside_a_sound_one(said) -> None:
    standing = decide(said)
    assert standing is not None
    for part in (standing, standing.help):
        if part is None or part.strength != "weak":
            continue
        *_, answer = SHIPPED.counted_as(part.status)
        same = HELP if answer in HELP else TROOPS
        assert not [v for v in said if not v.weak and same & set(v.status)]


@given(st.lists(voices, min_size=1))
def test_since_is_where_the_last_run_of_the_days_begins(said) -> None:
    """As who moves the slider from day to day sees it, among words as firm."""
    standing = decide(said)
    assert standing is not None
    *_, answer = SHIPPED.counted_as(standing.status)
    if standing.since is None:
        assert STATUSES[answer].answers == "nothing"
        return
    asked = HELP if answer in HELP else TROOPS
    as_firm = [
        one
        for one in said
        if bool(one.weak) == (standing.strength == "weak") and asked & {*one.status}
    ]
    shown = []
    for day in sorted({one.date for one in as_firm}):
        now = decide([one for one in as_firm if one.date <= day])
        assert now is not None
        shown.append((day, SHIPPED.counted_as(now.status)[-1]))
    runs = [list(run) for _, run in groupby(shown, key=itemgetter(1))]
    by_id = {one.id: one for one in said}
    assert by_id[standing.since].date == runs[-1][0][0]
    assert standing.before == (runs[-2][-1][1] if runs[1:] else None)
