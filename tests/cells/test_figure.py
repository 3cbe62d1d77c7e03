"""Figures as values: what goes together, and the text that reads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cells.figure import Figure, figure_fault, format_figure
from geo.cells.figures import parse_figure
from geo.vocabulary import QUALIFIER

COUNTS = st.integers(1, 10**15 - 1)
RANGES = st.lists(COUNTS, min_size=2, max_size=2, unique=True).map(sorted)
FIGURES = st.one_of(
    st.builds(lambda n, q: Figure(n, n, q), COUNTS, st.sampled_from([None, "exact"])),
    st.builds(lambda n: Figure(n, n, "about"), COUNTS),
    st.builds(lambda b, q: Figure(*b, q), RANGES, st.sampled_from(["range", "about"])),
    st.builds(
        lambda n, q: Figure(n, None, q),
        COUNTS,
        st.sampled_from(["at_least", "more_than"]),
    ),
    st.builds(
        lambda n, q: Figure(None, n, q), COUNTS, st.sampled_from(["up_to", "less_than"])
    ),
    st.builds(
        lambda words: Figure(None, None, "words_only", words),
        st.sampled_from(["several hundred", "plusieurs centaines", "a few thousand"]),
    ),
    st.just(Figure(None, None, "withheld")),
    st.just(Figure(0, 0)),
)


@given(FIGURES)
def test_the_text_of_a_figure_reads_back_as_the_figure(figure):
    assert parse_figure(format_figure(figure)) == figure


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Figure(3000, 3000), "3000"),
        (Figure(3000, 3000, "exact"), "exactly 3000"),
        (Figure(2000, 3000, "range"), "2000\u20133000"),
        (Figure(2000, 3000, "about"), "about 2000\u20133000"),
        (Figure(None, 150, "up_to"), "up to 150"),
        (Figure(None, None, "words_only", "several hundred"), "several hundred"),
        (Figure(None, None, "withheld"), "withheld"),
    ],
)
def test_the_text_of_a_figure(figure, text):
    assert format_figure(figure) == text


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ((5, 5, "roughly", None), "no qualifier"),
        ((-1, -1, None, None), "negative"),
        ((5, None, None, None), "missing"),
        ((None, None, None, None), "missing"),
        ((5, 9, None, None), "are a range"),
        ((5, 9, "exact", None), "are a range"),
        ((9, 5, "range", None), "greater"),
        ((5, 5, "range", None), "equal"),
        ((5, 9, "at_least", None), "no maximum"),
        ((None, 9, "more_than", None), "no maximum"),
        ((5, 9, "up_to", None), "no minimum"),
        ((None, 0, "less_than", None), "fewer than none"),
        ((5, 5, "words_only", "five"), "no number"),
        ((5, 5, "withheld", None), "no number"),
        ((None, None, "words_only", None), "words are missing"),
        ((5, 5, None, "five"), "words_only"),
    ],
)
def test_parts_that_do_not_go_together_fail_on_construction(parts, fault):
    assert fault in figure_fault(*parts)
    with pytest.raises(ValueError, match=fault):
        Figure(*parts)


def test_every_qualifier_has_a_figure():
    qualifiers = {
        "exact": (5, 5),
        "about": (5, 5),
        "at_least": (5, None),
        "more_than": (5, None),
        "up_to": (None, 5),
        "less_than": (None, 5),
        "range": (5, 9),
        "words_only": (None, None),
        "withheld": (None, None),
    }
    assert qualifiers.keys() == QUALIFIER.keys()
    for qualifier, bounds in qualifiers.items():
        words = "several" if qualifier == "words_only" else None
        assert figure_fault(*bounds, qualifier, words) is None
