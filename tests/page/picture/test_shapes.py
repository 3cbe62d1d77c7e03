"""Path data and lines: short, cut to a box, and of a size that is true."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest
from page_modules import page_functions

import shapely

FUNCTIONS = """
const lineOf = (places) => Float64Array.from(places.flat());
const linePathOf = (places, closed, steps) =>
  linePath(lineOf(places), { k: 1, left: 0, top: 0 }, closed, steps);
const cutRing = (places, box) => [...clippedRing(lineOf(places), box)];
const cutLine = (places, box) => clippedLines(lineOf(places), box);
const lighter = (places, tolerance) => [...simplified(lineOf(places), tolerance)];
const circle = (at, r) => circlePath(at, r);
const attributes = (name, value) => {
  const node = document.createElement("path");
  node.setAttribute(name, value);
  return node.getAttribute(name);
};
"""
call = page_functions(
    [
        "still/without_browser.js",
        "common/shapes.js",
        "ground/simplify.js",
        "marks/figures.js",
    ],
    ["linePathOf", "cutRing", "cutLine", "lighter", "circle", "attributes", "radiusPx"],
    FUNCTIONS,
)
SQUARE = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]


def pairs(flat: list[float]) -> list[tuple[float, float]]:
    return list(zip(flat[::2], flat[1::2], strict=True))


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.04, "0"), (-0.5, "-0.5"), (3, "3"), (3.14, "3.1"), (-0.96, "-1"),
     (1e-7, "0")],
)  # fmt: skip
def test_numbers_are_short(value: float, text: str) -> None:
    assert call("attributes", "x", value) == text
    assert call("attributes", "d", f"M{value} 0") == f"M{text} 0"


def test_a_minus_parts_as_a_space_does() -> None:
    assert call("attributes", "d", "M1 -2 3") == "M1-2 3"


def test_rings_are_relative_and_closed_and_y_goes_down() -> None:
    assert call("linePathOf", SQUARE, True, 1) == "M0 0l10 0 0 -10 -10 0 0 10z"


def test_steps_that_go_nowhere_are_left_out() -> None:
    line = [[0, 0], [0.2, 0.1], [5, 0], [5.1, 0.2]]
    assert call("linePathOf", line, False, 1) == "M0 0l5 0"
    assert call("linePathOf", line[:2], False, 1) == ""
    assert call("linePathOf", line, False, 10) == "M0 0l0.2 -0.1 4.8 0.1 0.1 -0.2"


def test_a_circle_is_as_wide_as_it_says() -> None:
    data = call("attributes", "d", call("circle", {"x": 20, "y": 30}, 4.25))
    steps = [float(n) for n in re.findall(r"-?[\d.]+", data)]
    assert steps[:2] == [15.8, 30]  # to a tenth of a unit
    assert {8.5, -8.5} <= set(steps)


def test_a_ring_is_cut_to_the_box() -> None:
    cut = shapely.Polygon(pairs(call("cutRing", SQUARE, [5, -5, 20, 5])))
    assert cut.area == pytest.approx(25)
    assert call("cutRing", SQUARE, [20, 20, 30, 30]) == []
    whole = shapely.Polygon(pairs(call("cutRing", SQUARE, [-1, -1, 11, 11])))
    assert whole.equals(shapely.box(0, 0, 10, 10))


@pytest.mark.parametrize("seed", range(12))
def test_lines_are_cut_and_made_lighter_as_shapely_does(seed: int) -> None:
    chance = np.random.default_rng(seed)
    places = chance.uniform(-10, 20, (30, 2)).cumsum(axis=0) / 6
    line, box = shapely.LineString(places), (0, 0, 30, 20)
    cut = [pairs(piece) for piece in call("cutLine", places.tolist(), box)]
    expected = shapely.clip_by_rect(line, *box)
    assert shapely.MultiLineString(cut).length == pytest.approx(expected.length)
    light = shapely.LineString(pairs(call("lighter", places.tolist(), 2)))
    assert len(light.coords) < len(line.coords)
    assert light.hausdorff_distance(line) <= 2
    assert light.boundary.equals(line.boundary)


def test_area_not_radius_is_proportional() -> None:
    scale = {"value": 10_000, "radius_px": 36}
    one, four = call("radiusPx", 1_000, scale), call("radiusPx", 4_000, scale)
    assert four / one == pytest.approx(2)
    assert call("radiusPx", 10_000, {**scale, "radius_px": 18}) == pytest.approx(18)
    assert math.isclose(call("radiusPx", 0, scale), 0)
