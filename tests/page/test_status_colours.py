"""Colours of statuses are told apart by every eye, on light and on dark pages."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from operator import mul
from pathlib import Path

import pytest

from geo.page.script import map_css
from geo.vocabulary.colours import EYES, LEAST, XYZ, apart, difference, lab, linear
from geo.vocabulary.statuses import STATUSES

LEAST_IN_GREY = 8.0
# The country that the force is for is outlined, in the colour of the page.
COLOURED = [key for key, status in STATUSES.items() if status.sign]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
    ],
)
def test_the_difference_is_that_of_the_published_pairs(one, other, expected) -> None:
    """As Sharma, Wu and Dalal give them, https://doi.org/10.1002/col.20070."""
    assert difference(one, other) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_eye_tells_statuses_and_bare_land_apart(scheme: str) -> None:
    light, dark = re.findall(r"--land: (#\w{6});", map_css())
    colours = {key: getattr(STATUSES[key], scheme) for key in COLOURED}
    colours["land"] = light if scheme == "light" else dark
    near = {
        (one, other, eye): found
        for one, other in combinations(colours, 2)
        for eye, found in apart(colours[one], colours[other]).items()
    }
    # Yellow on paper and bare land with its stripes: the stripes tell them apart.
    allowed = {("considering", "land")} if scheme == "light" else set()
    for eye in EYES:
        own = {key[:2]: found for key, found in near.items() if key[2] == eye}
        least = sorted(own.items(), key=lambda pair: pair[1])[:3]
        told = ", ".join(f"{' / '.join(pair)} {found:.1f}" for pair, found in least)
        print(f"{scheme}, {eye}: {told}")  # noqa: T201  # read with -rP
    assert {
        key: round(found, 1)
        for key, found in near.items()
        if found < LEAST and key[:2] not in allowed
    } == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_example_of_an_own_status_is_told_from_all_others(scheme: str) -> None:
    page = Path(__file__).parents[2] / "docs" / "definition.md"
    (own,) = re.findall(rf'^{scheme} = "(#\w{{6}})"', page.read_text("utf-8"), re.M)
    light, dark = re.findall(r"--land: (#\w{6});", map_css())
    colours = {key: getattr(STATUSES[key], scheme) for key in COLOURED}
    colours["land"] = light if scheme == "light" else dark
    near = {key: min(apart(own, colour).values()) for key, colour in colours.items()}
    assert {key: found for key, found in near.items() if found < LEAST} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_grey_neighbours_of_the_ramp_are_told_apart_and_have_their_own_signs(
    scheme: str,
) -> None:
    """As where a page is printed without colour, or colours are turned off."""
    ramp = ("pledged_troops", "conditional", "considering")
    lights = [
        lab([sum(map(mul, XYZ[1], linear(getattr(STATUSES[key], scheme))))] * 3)
        for key in ramp
    ]
    near = [difference(one, other) for one, other in pairwise(lights)]
    assert min(near) >= LEAST_IN_GREY, near
    assert len({STATUSES[key].sign for key in ramp}) == len(ramp)
