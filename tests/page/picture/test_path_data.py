import math
import re

import numpy as np
import pytest

from geo.page.picture.figures import radius
from geo.page.picture.land import clip_line, clip_ring
from geo.page.picture.path_data import circle, numbers, path_data, short

SQUARE = np.array([[0, 0], [10, 0], [10, 10], [0, 10]], float)


def area(ring: np.ndarray) -> float:
    x, y = ring.T
    return abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.04, "0"), (-0.5, "-0.5"), (3, "3"), (3.14, "3.1"), (10.0, "10"),
     (-0.96, "-1"), (-10, "-10")],
)  # fmt: skip
def test_numbers_are_short(value: float, text: str) -> None:
    assert short(value) == text


def test_a_minus_parts_as_a_space_does() -> None:
    assert numbers([1, -2, 3]) == "1-2 3"


def test_rings_are_relative_and_closed() -> None:
    assert path_data([SQUARE], closed=True) == "M0 0l10 0 0 10-10 0z"


def test_steps_that_go_nowhere_are_left_out() -> None:
    line = np.array([[0, 0], [0.2, 0.1], [5, 0], [5.1, 0.2]])
    assert path_data([line], closed=False) == "M0 0l5 0"
    assert path_data([line[:2]], closed=False) == ""


def test_a_circle_is_as_wide_as_it_says() -> None:
    steps = [float(n) for n in re.findall(r"-?[\d.]+", circle(20, 30, 4.25))]
    assert steps[:2] == [15.8, 30]  # to a tenth of a unit
    assert {8.5, -8.5} <= set(steps)


def test_a_ring_is_cut_to_the_box() -> None:
    cut = clip_ring(SQUARE, (5, -5, 20, 5))
    assert area(cut) == pytest.approx(25)
    assert len(clip_ring(SQUARE, (20, 20, 30, 30))) == 0
    assert clip_ring(SQUARE, (-1, -1, 11, 11)) is SQUARE


def test_a_line_may_fall_into_pieces() -> None:
    line = np.array([[0, 0], [10, 0], [10, 2], [0, 2]], float)
    pieces = clip_line(line, (-1, -1, 5, 5))
    assert len(pieces) == 2


def test_area_not_radius_is_proportional() -> None:
    scale = {"value": 10_000, "radius_px": 36}
    one, four = radius(1_000, scale, 1), radius(4_000, scale, 1)
    assert four / one == pytest.approx(2)
    assert radius(10_000, scale, 0.5) == pytest.approx(18)
    assert math.isclose(radius(0, scale, 1), 0)
