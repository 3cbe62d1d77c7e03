import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cells.partial_date import PartialDate
from geo.layers.figures import figure_marks, radius_px
from geo.tables.records import Figure, Source, Statement
from geo.vocabulary import MEANING

ALL = tuple(MEANING)


def said(
    key: str, day: int, figure: Figure | None, *, actor: str = "EST",
    speaks_for: str = "own_government", source: str = "press", kind: str = "country",
) -> Statement:  # fmt: skip
    return Statement(
        id=key, row=2, actor=actor, actor_kind=kind, date=PartialDate(2025, 3, day),
        status="pledged_troops", figure=figure, speaks_for=speaks_for, source=source,
        confidence="high",
    )  # fmt: skip


def press(key: str, grade: str = "other_press") -> Source:
    return Source(
        id=key, row=2, title="t", publisher="p", grade=grade, url="https://example.org"
    )


SOURCES = {"press": press("press"), "copy": press("copy", "aggregator_or_mirror")}
PLEDGE = Figure(150, 150, "about", "pledge")


@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_area_is_proportional_to_troops(a: int, b: int) -> None:
    areas = [math.pi * radius_px(n) ** 2 for n in (a, b)]
    assert math.isclose(areas[0] / areas[1], a / b, rel_tol=1e-9)


def test_no_least_radius_and_none_has_no_circle() -> None:
    assert radius_px(0) == 0
    assert radius_px(1) < 0.5
    with pytest.raises(ValueError, match="-1"):
        radius_px(-1)


def test_figures_of_the_same_day_stand_side_by_side() -> None:
    marks = figure_marks(
        [
            said("old", 1, PLEDGE),
            said("a", 2, PLEDGE),
            said("b", 2, Figure(50, 250, "range", "pledge")),
        ],
        SOURCES,
        ALL,
    )
    assert [mark.row for mark in marks] == ["a", "b"]


def test_a_weak_figure_is_drawn_only_where_nothing_is_better() -> None:
    weak = said("weak", 9, PLEDGE, source="copy")
    alone = figure_marks([weak], SOURCES, ALL)
    assert [(m.row, m.weak) for m in alone] == [("weak", True)]
    beside = figure_marks([weak, said("sound", 1, PLEDGE)], SOURCES, ALL)
    assert [(m.row, m.weak) for m in beside] == [("sound", False)]


def test_an_estimate_is_not_weak_for_being_others() -> None:
    estimate = Figure(6000, 6000, "exact", "estimate")
    (mark,) = figure_marks([said("x", 1, estimate, speaks_for="media")], SOURCES, ALL)
    assert not mark.weak


def test_meanings_are_kept_apart_and_only_asked_ones_drawn() -> None:
    elsewhere = Figure(3000, None, "more_than", "deployed_elsewhere")
    requested = Figure(200000, None, "at_least", "requested")
    rows = [said("p", 1, PLEDGE), said("d", 1, elsewhere), said("r", 1, requested)]
    marks = figure_marks(rows, SOURCES, ("pledge", "deployed_elsewhere"))
    assert [mark.row for mark in marks] == ["p", "d"]


WORDS = Figure(None, None, "words_only", "pledge", None, "several hundred")
WITHHELD = Figure(None, None, "withheld")


def test_a_sound_word_stands_before_a_weak_number() -> None:
    weak = said("number", 9, PLEDGE, source="copy")
    for figure in (WORDS, WITHHELD):
        marks = figure_marks([weak, said("own", 1, figure)], SOURCES, ALL)
        assert [(m.row, m.weak) for m in marks] == [("own", False)]


def test_the_latest_sound_figure_may_be_a_number_or_words() -> None:
    number, words = said("number", 1, PLEDGE), said("words", 2, WORDS)
    assert [m.row for m in figure_marks([number, words], SOURCES, ALL)] == ["words"]
    later = said("later", 3, PLEDGE)
    assert [m.row for m in figure_marks([words, later], SOURCES, ALL)] == ["later"]


def test_a_number_withheld_stands_beside_what_others_estimate() -> None:
    estimate = Figure(None, 7500, "less_than", "estimate")
    rows = [
        said("theirs", 1, estimate, speaks_for="media"),
        said("own", 2, WITHHELD),
    ]
    marks = figure_marks(rows, SOURCES, ("pledge", "estimate"))
    assert [(m.row, m.weak) for m in marks] == [("own", False), ("theirs", False)]
    only_others = figure_marks(rows, SOURCES, ("estimate",))
    assert [m.row for m in only_others] == ["theirs"]


def test_weak_words_are_shown_as_weak_and_words_that_say_nothing_are_not() -> None:
    (mark,) = figure_marks([said("w", 1, WORDS, source="copy")], SOURCES, ALL)
    assert mark.weak
    empty = Figure(None, None, "words_only", "pledge")
    assert figure_marks([said("e", 1, empty)], SOURCES, ALL) == ()


def test_groups_have_no_figure() -> None:
    assert figure_marks([said("n", 1, PLEDGE, kind="organisation")], SOURCES, ALL) == ()
