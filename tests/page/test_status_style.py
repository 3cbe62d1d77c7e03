"""Letters on the colours of statuses are read."""

from __future__ import annotations

import pytest

from geo.page.status_style import letters_on
from geo.vocabulary.statuses import STATUSES

COLOURS = sorted({c for one in STATUSES.values() for c in (one.light, one.dark)})


def luminance(colour: str) -> float:
    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


@pytest.mark.parametrize("colour", COLOURS)
def test_letters_are_told_from_what_they_stand_on(colour: str) -> None:
    one, other = sorted((luminance(colour), luminance(letters_on(colour))))
    assert (other + 0.05) / (one + 0.05) >= 4.5
