"""Numbers written out in English and French."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.cells.number_words import _english, _french, number_in_words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("zero", 0),
        ("four", 4),
        ("twenty", 20),
        ("ninety nine", 99),
        ("one hundred and one", 101),
        ("a thousand", 1000),
        ("seven thousand five hundred", 7500),
        ("nine hundred ninety nine thousand nine hundred ninety nine", 999_999),
        ("une", 1),
        ("seize", 16),
        ("dix sept", 17),
        ("vingt et un", 21),
        ("soixante dix", 70),
        ("soixante et onze", 71),
        ("soixante dix neuf", 79),
        ("quatre vingts", 80),
        ("quatre vingt un", 81),
        ("quatre vingt onze", 91),
        ("quatre vingt dix neuf", 99),
        ("cent", 100),
        ("deux cents", 200),
        ("mille", 1000),
        ("quatre vingt mille", 80_000),
        ("trois mille cinq cents", 3500),
    ],
)
def test_numbers_in_words(text, number):
    assert number_in_words(text.split()) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "and",
        "four five",
        "five twenty",
        "hundred",
        "thousand",
        "thousand one thousand",
        "two and three thousand",
        "one cent",
        "un mille",
        "vingt quatre vingt",
        "one thousand thousand thousand",
    ],
)
def test_words_that_make_no_number(text):
    assert number_in_words(text.split()) is None


@given(st.integers(0, 999_999), st.sampled_from([_english, _french]))
def test_every_number_reads_back(number, spell):
    assert number_in_words(spell(number).replace("-", " ").split()) == number


@given(
    st.lists(
        st.sampled_from(
            ["a", "one", "un", "cent", "vingt", "quatre", "dix", "mille", "hundred"]
        )
    )
)
def test_no_run_of_words_raises(words):
    number_in_words(words)
