"""The part of a view that a narrow screen shows."""

from __future__ import annotations

import pytest
from page_modules import page_functions

OCEANIA = {"projection": "oceania_laea", "bounds": [110, -48, 180, 0]}
EUROPE = {"projection": "europe_laea", "bounds": [-24, 34, 45, 71]}
FUNCTIONS = "const boxes = (view, places) => [viewBox(view), narrowBox(view, places)];"


def boxes(view: dict[str, object], places: list[list[float]]) -> list[list[float]]:
    call = page_functions(["ground/frame.js"], ["boxes"], FUNCTIONS)
    found: list[list[float]] = call("boxes", view, places)
    return found


def test_the_seas_round_many_countries_are_left_out() -> None:
    places = [[-8.0, 39.5], [2.4, 46.6], [10.4, 51.1], [19.4, 52.1], [31.2, 48.4]]
    whole, narrow = boxes(EUROPE, [*places, [15.6, 62.0]])
    assert narrow[2] - narrow[0] < 0.9 * (whole[2] - whole[0])


def test_a_view_of_a_few_countries_stays_whole() -> None:
    """Half of Australia was cut away: its point lies in its middle."""
    whole, narrow = boxes(OCEANIA, [[134.5, -25.7], [171.0, -43.6]])
    assert narrow == pytest.approx(whole)
