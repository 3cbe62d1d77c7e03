"""Forms of letters and digits that mean the same, and those that do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cells.letters import fold, plain


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("\u00a03\u202f000\u3000", "3 000"),
        ("３４５ ٣٤٥ ۳۴۵ ३४५", "345 345 345 345"),
        ("2\u20133\u2014\u22124", "2-3--4"),
        ("jusqu\u2019à", "jusqu'à"),
        ("\ufeff3\u200b\u00ad", "3"),
        ("12\n500\t1", "12\n500\t1"),
        ("3000²①½", "3000²①½"),
    ],
)
def test_plain(text, same):
    assert plain(text) == same


def test_fold():
    assert fold("FÉVR. März Å Ї") == "fevr. marz a і"


@given(st.text())
def test_both_change_nothing_the_second_time(text):
    assert plain(plain(text)) == plain(text)
    assert fold(fold(text)) == fold(text)
