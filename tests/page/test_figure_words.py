"""The words of a figure, as the map has room for them."""

from __future__ import annotations

import pytest
from page_modules import page_functions

call = page_functions(["still/without_browser.js", "marks/figures.js"], ["clipped"])


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a" * 36, "a" * 36),
        ("a" * 37, "a" * 36 + "…"),
        (
            "several hundred soldiers of two brigades",
            "several hundred soldiers of two…",
        ),
        ("𝟙" * 36, "𝟙" * 36),
        ("a" + "𝟙" * 40, "a" + "𝟙" * 35 + "…"),
    ],
)
def test_words_are_cut_at_a_space_or_between_letters(words: str, shown: str) -> None:
    assert call("clipped", words) == shown
