"""Colours of statuses are told apart by every eye, on light and on dark pages."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import numpy as np
import pytest

from geo.page.script import map_css
from geo.vocabulary.statuses import STATUSES

LEAST = 10.0
LEAST_IN_GREY = 8.0
# The country that the force is for is outlined, in the colour of the page.
COLOURED = [key for key, status in STATUSES.items() if status.sign]

# How those see who lack one kind of cones: Machado, Oliveira and Fernandes 2009,
# https://doi.org/10.1109/TVCG.2009.113, severity 1, on linear sRGB.
EYES = {
    "all cones": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
         [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
         [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
         [0.004733, 0.691367, 0.303900]]
    ),
}  # fmt: skip
XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
     [0.0193339, 0.1191920, 0.9503041]]
)  # fmt: skip
WHITE = np.array([0.95047, 1.0, 1.08883])


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    """CIE L*a*b* of linear sRGB."""
    x = XYZ @ np.clip(light, 0, 1) / WHITE
    fx, fy, fz = np.where(x > 216 / 24389, np.cbrt(x), (24389 / 27 * x + 16) / 116)
    return np.array([116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)])


def difference(one: np.ndarray, other: np.ndarray) -> float:
    """CIEDE2000 of two colours in L*a*b*."""
    chroma = np.hypot(*one[1:]), np.hypot(*other[1:])
    mean7 = ((chroma[0] + chroma[1]) / 2) ** 7
    stretch = 1 + 0.5 * (1 - np.sqrt(mean7 / (mean7 + 25**7)))
    (l1, a1, b1), (l2, a2, b2) = one * [1, stretch, 1], other * [1, stretch, 1]
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = (np.degrees(np.arctan2(b, a)) % 360 for b, a in ((b1, a1), (b2, a2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    hue = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    across = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    light, c = (l1 + l2) / 2, (c1 + c2) / 2
    waves = ((0.17, 1, -30), (-0.24, 2, 0), (-0.32, 3, 6), (0.20, 4, -63))
    t = 1 - sum(k * np.cos(np.radians(n * hue + off)) for k, n, off in waves)
    bent = np.radians(60 * np.exp(-(((hue - 275) / 25) ** 2)))
    turned = -np.sin(bent) * 2 * np.sqrt(c**7 / (c**7 + 25**7))
    dl = (l2 - l1) / (1 + 0.015 * (light - 50) ** 2 / np.sqrt(20 + (light - 50) ** 2))
    dc = (c2 - c1) / (1 + 0.045 * c)
    dh = across / (1 + 0.015 * c * t)
    return float(np.sqrt(dl**2 + dc**2 + dh**2 + turned * dc * dh))


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
    assert difference(np.array(one), np.array(other)) == pytest.approx(
        expected, abs=1e-4
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_eye_tells_statuses_and_bare_land_apart(scheme: str) -> None:
    light, dark = re.findall(r"--land: (#\w{6});", map_css())
    colours = {key: getattr(STATUSES[key], scheme) for key in COLOURED}
    colours["land"] = light if scheme == "light" else dark
    near = {
        (one, other, eye): difference(
            lab(seen @ linear(colours[one])), lab(seen @ linear(colours[other]))
        )
        for one, other in combinations(colours, 2)
        for eye, seen in EYES.items()
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
def test_in_grey_neighbours_of_the_ramp_are_told_apart_and_have_their_own_signs(
    scheme: str,
) -> None:
    """As where a page is printed without colour, or colours are turned off."""
    ramp = ("pledged_troops", "conditional", "considering")
    lights = [
        lab(np.full(3, XYZ[1] @ linear(getattr(STATUSES[key], scheme)))) for key in ramp
    ]
    near = [difference(one, other) for one, other in pairwise(lights)]
    assert min(near) >= LEAST_IN_GREY, near
    assert len({STATUSES[key].sign for key in ramp}) == len(ramp)
