"""A text of the tables turns no word of ours, in a sentence as on the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_modules import page_functions

from geo.page.isolated import STACKED, isolated
from geo.page.markup import tag, to_html

CHARACTERS = [*"aé1 .", *"\u05d0\u0627\u200f\u202a\u202b\u202c\u202d\u202e\ufeff",
              *"\u2066\u2067\u2068\u2069", "\U0001e900"]  # fmt: skip
page = page_functions(
    ["common/isolated.js", "common/stacked.js", "labels/label_places.js"],
    ["isolated", "isStacked", "wrap"],
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Île-de-France", "Île-de-France"),
        ("\u202etxet", "\u2068\u202etxet\u202c\u2069"),
        ("\u05d0\u05d1", "\u2068\u05d0\u05d1\u2069"),
        ("a\u2069\u202eb", "\u2068a\u202eb\u202c\u2069"),
        ("\u2067\u202ea\u2069b", "\u2068\u2067\u202ea\u202c\u2069b\u2069"),
        ("a\u2067b", "\u2068a\u2067b\u2069\u2069"),
    ],
)
def test_a_text_that_turns_is_a_whole(text: str, kept: str) -> None:
    assert isolated(text) == kept


@given(st.text(st.sampled_from(CHARACTERS)))
def test_it_ends_where_it_ends(text: str) -> None:
    kept = isolated(text)
    depths = [0]
    for character in kept:
        turn = (character in "\u2066\u2067\u2068") - (character == "\u2069")
        depths.append(depths[-1] + turn)
    assert depths[-1] == 0
    # Whole, but for ends of nothing.
    assert kept == text or min(depths[1:-1]) == 1
    assert page("isolated", text) == kept


@pytest.mark.parametrize(
    ("text", "is_stacked"),
    [
        ("H\u030a\u0352\u0348\u0353e", True),
        ("Vi\u1ec7t Nam, \u0e17\u0e35\u0e48", False),
        ("\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd", False),
        ("e\u0302\u0323", False),
    ],
)
def test_marks_upon_marks_are_known(text: str, is_stacked: bool) -> None:
    assert bool(STACKED.search(text)) == page("isStacked", text) == is_stacked
    assert ("data-stacked" in to_html(tag("p", {}, text))) == is_stacked


def test_a_label_that_turns_is_not_parted() -> None:
    assert page("wrap", "\u05d0\u05d1 \u05d2\u05d3", 3) == [
        "\u05d0\u05d1",
        "\u05d2\u05d3",
    ]
    for words in ("\u201c\u2068several \u202eelbat\u2069\u201d", "a \u202eb c"):
        assert page("wrap", words, 3) == [words]
