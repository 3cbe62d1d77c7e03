"""Figures as values: what goes together."""

import pytest

from geo.cells.figure import StatedNumber, figure_fault
from geo.vocabulary import QUALIFIER


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
        StatedNumber(*parts)


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
