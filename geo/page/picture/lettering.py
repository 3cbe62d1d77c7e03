"""The sets of labels: as the live map letters a wide map and a narrow one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from geo.page.picture.label_places import Label

LINE_HEIGHT = 1.12

# Mean advance of the page's sans-serif faces, in ems: which one a reader has is not
# known, so its text is not measured.
MEAN_ADVANCE, MEAN_ADVANCE_BOLD = 0.56, 0.61


def size_of(label: Label, font_px: float) -> tuple[float, float]:
    """Estimate the width and height of lines of text in pixels."""
    mean = (
        MEAN_ADVANCE if label.look in {"label-name", "label-hub"} else MEAN_ADVANCE_BOLD
    )
    longest = max((len(line) for line in label.lines), default=0)
    return longest * font_px * mean + 2, len(label.lines) * font_px * LINE_HEIGHT


@dataclass(frozen=True)
class Lettering:
    """One set of labels: its class, its letters, and how much land it may cover.

    ``characters`` is the most of a line; ``is_short`` says figures shortly; ``names``
    is how many characters a country's name may have to be written at all;
    ``units_per_px`` are those of the picture's box where it is as large as the set is
    meant for.
    """

    name: str
    font_px: float
    characters: int = 24
    is_short: bool = False
    most_of_name: float = 0.7
    names: int = 99
    units_per_px: float = 1.0
    size: Callable[[Label, float], tuple[float, float]] = size_of


# The narrow set is for a box of 330 px.
WIDE = Lettering("wide", 12)
NARROW = Lettering(
    "narrow", 10.4, characters=18, is_short=True, most_of_name=0.55, units_per_px=2.5
)
LETTERINGS = (WIDE, NARROW)
