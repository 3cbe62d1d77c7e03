"""The typefaces have every letter that the six languages need, and measure it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.boundaries.read import read_boundaries
from geo.figure.fonts import FACES, SANS, SERIF_BOLD, lacking, width_of, wrap_text
from geo.page.names import country_names
from geo.words import LANGUAGES, words

texts = st.text(alphabet="abcdefgЖїé ,.–0123456789", max_size=80)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_of_a_language_is_there(language: str) -> None:
    names = country_names(read_boundaries(), language).values()
    assert lacking([*words(language).values(), *names]) == ""


def test_what_is_lacking_is_told_once_and_in_order() -> None:
    assert lacking(["東京 and 京都", "plain"]) == "京東都"


@given(texts, texts)
def test_a_text_is_as_wide_as_its_parts(first: str, second: str) -> None:
    for face in FACES:
        whole = width_of(first + second, face, 10)
        parts = width_of(first, face, 10) + width_of(second, face, 10)
        assert whole == pytest.approx(parts)


def test_width_grows_with_the_size_of_letters() -> None:
    assert width_of("Україна", SANS, 20) == pytest.approx(
        2 * width_of("Україна", SANS, 10)
    )


@given(texts, st.floats(min_value=20, max_value=300))
def test_lines_hold_the_text_and_keep_to_the_width(text: str, width: float) -> None:
    lines = wrap_text(text, SERIF_BOLD, 12, width)
    assert " ".join(lines) == text
    for line in lines:
        assert " " not in line or width_of(line, SERIF_BOLD, 12) <= width
