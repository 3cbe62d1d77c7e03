"""What comma and point mean in a column, from its certain cells alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cells.figures import StatedNumber, parse_figure
from geo.cells.numerals import Separators
from geo.cells.refused import Refused
from geo.cells.separators import evidence

COMMA_GROUPS = Separators.COMMA_GROUPS
POINT_GROUPS = Separators.POINT_GROUPS


def proved(texts):
    """What cells prove together: one, neither, or both, which contradict each other."""
    return {separators for text in texts for separators in evidence(text)}


def settled(texts):
    found = proved(texts)
    assert len(found) < 2
    return found.pop() if found else None


@pytest.mark.parametrize(
    ("texts", "separators"),
    [
        ([], None),
        (["", "-", "950", "3 000", "3'000", "several hundred", "four"], None),
        (["1.776", "950"], None),
        (["2.700", "2,400"], None),
        (["3.000 k"], None),
        (["460 (planned 3,000)", "v1.2", "about 3,4 or 5"], None),
        (["2,400,000"], COMMA_GROUPS),
        (["2.400.000"], POINT_GROUPS),
        (["2,40,000"], COMMA_GROUPS),
        (["12.500,5"], POINT_GROUPS),
        (["12,500.5"], COMMA_GROUPS),
        (["1,5 k"], POINT_GROUPS),
        (["12.5"], COMMA_GROUPS),
        (["0.776"], COMMA_GROUPS),
        (["1500.000"], COMMA_GROUPS),
        (["3 000,5"], POINT_GROUPS),
        (["3,000"], COMMA_GROUPS),
        (["up to 3.000 troops", "1.776"], POINT_GROUPS),
        (["2.500-3.000"], POINT_GROUPS),
    ],
)
def test_only_certain_cells_settle_the_separators(texts, separators):
    assert settled(texts) == separators


@pytest.mark.parametrize(
    "texts",
    [
        ["3.000", "", "3,000"],
        ["1,5 k", "1.5 k"],
        # A format of three decimals, as 3.000 and 150.000 for 3 and 150 persons.
        ["3.000", "150.000", "0.500"],
        ["3.000", "1500.000"],
        ["3000.0", "3.000"],
        ["3.000-4,000"],
    ],
)
def test_cells_may_contradict_each_other(texts):
    assert proved(texts) == {COMMA_GROUPS, POINT_GROUPS}


@pytest.mark.parametrize("texts", [["1.776", "950"], ["2.700", "2,400"]])
def test_ambiguity_that_nothing_settles_is_refused_with_both_readings(texts):
    separators = settled(texts)
    assert separators is None
    for text in texts:
        figure = parse_figure(text, separators=separators)
        assert text == "950" or len(figure.readings) == 2


def test_a_certain_cell_settles_the_ambiguous_ones_beside_it():
    texts = ["1.776", "950", "12.000"]
    separators = settled(texts)
    numbers = [parse_figure(text, separators=separators).minimum for text in texts]
    assert numbers == [1776, 950, 12_000]


@given(st.lists(st.integers(0, 10**7)), st.sampled_from(list(Separators)))
def test_a_column_of_one_convention_reads_back_or_is_refused(numbers, written_in):
    texts = [f"{n:,}".replace(",", written_in.group) for n in numbers]
    separators = settled(texts)
    assert separators in {written_in, None}
    for number, text in zip(numbers, texts, strict=True):
        figure = parse_figure(text, separators=separators)
        if isinstance(figure, Refused):
            assert separators is None
            assert f"{number}" in figure.readings
        else:
            assert figure == StatedNumber(number, number)


@given(st.lists(st.text() | st.text(alphabet="0123456789,. k-")))
def test_no_column_raises(texts):
    proved(texts)
