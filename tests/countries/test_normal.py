import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.countries.normal import fold, strict, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Côte d’Ivoire", "COTE D'IVOIRE"),
        ("Guinea-Bissau", "guinea bissau"),
        ("St. Lucia", "Saint Lucia"),
        ("U.S.A.", "USA"),
        ("Ｆｒａｎｃｅ", "France"),
        ("the Gambia", "Gambia"),
        ("Łotwa", "Lotwa"),
        ("İtalya", "italya"),
        ("فرانسه", "فرانسة"),
        ("Россия", "РОССИЯ"),
        ("A & B", "A and B"),
        ("Fran\u00adce", "France"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("China & Hong Kong", "China, Hong Kong"),
        ("भारत", "भरत"),
        ("ガーナ", "カーナ"),
        ("Niger", "Nigeria"),
    ],
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_strict_keeps_accents() -> None:
    assert strict("Tóga") != strict("Tõga")
    assert fold("Tóga") == fold("Tõga")


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert fold(" ".join(words(text))) == fold(text)
