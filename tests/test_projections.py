"""The page's projections agree with PROJ."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from page_modules import page_functions

import pyproj

from geo.definitions.model import PROJECTIONS

EARTH_RADIUS_M = 6371007
PLACES = np.array(
    [[lon, lat] for lon in range(-60, 100, 13) for lat in range(-40, 86, 9)], float
)
# Each on the same sphere: EPSG:3035 and EPSG:8857 are defined on ellipsoids.
PROJ = {
    "europe_laea": "+proj=laea +lat_0=52 +lon_0=10",
    "asia_laea": "+proj=laea +lat_0=30 +lon_0=90",
    "oceania_laea": "+proj=laea +lat_0=-25 +lon_0=150",
    "pacific_laea": "+proj=laea +lat_0=0 +lon_0=-165",
    "equal_earth": "+proj=eqearth +lon_0=0",
}
FUNCTIONS = """
const names = () => Object.keys(PROJECTIONS);
const forward = (name, places) => places.map(PROJECTIONS[name].forward);
const inverse = (name, places) => places.map(PROJECTIONS[name].inverse);
const held = (name, places) => places.filter(PROJECTIONS[name].holds);
"""
call = page_functions(
    ["ground/projections.js"], ["names", "forward", "inverse", "held"], FUNCTIONS
)
every_projection = pytest.mark.parametrize("name", PROJECTIONS)


def held(name: str) -> np.ndarray:
    return np.array(call("held", name, PLACES.tolist()))


def forward(name: str, places: Any) -> np.ndarray:
    return np.array(call("forward", name, np.asarray(places).tolist()))


@every_projection
def test_it_is_what_proj_gives_and_comes_back(name: str) -> None:
    sphere = f"+R={EARTH_RADIUS_M}"
    proj = pyproj.Transformer.from_crs(
        f"+proj=longlat {sphere}", f"{PROJ[name]} {sphere}", always_xy=True
    )
    places = held(name)
    assert len(places) > 50
    expected = np.column_stack(proj.transform(*places.T))
    assert np.abs(forward(name, places) - expected).max() < 1e-3
    back = np.array(call("inverse", name, expected.tolist()))
    # On the other side of 180° a place has another number.
    assert np.abs((back - places + 180) % 360 - 180).max() < 1e-6


@pytest.mark.parametrize(
    ("name", "code"), [("europe_laea", "EPSG:3035"), ("equal_earth", "EPSG:8857")]
)
def test_the_sphere_is_near_the_standard_on_the_ellipsoid(name: str, code: str) -> None:
    proj = pyproj.Transformer.from_crs("EPSG:4326", code, always_xy=True)
    europe = PLACES[(PLACES[:, 1] > 33) & (PLACES[:, 1] < 72) & (PLACES[:, 0] > -25)]
    origin = {"EPSG:3035": [4321000, 3210000], "EPSG:8857": [0, 0]}[code]
    expected = np.column_stack(proj.transform(*europe.T)) - origin
    # Geodetic latitudes taken as spherical ones: at most a fifth of a degree aside.
    assert np.abs(forward(name, europe) - expected).max() < 25_000


def test_a_definition_may_name_just_these() -> None:
    assert set(PROJECTIONS) == set(call("names")) == set(PROJ)


@every_projection
def test_areas_are_true(name: str) -> None:
    """A small box of degrees has the area that it has on the sphere."""
    step = 0.01
    for lon, lat in held(name)[::7]:
        corners = [[0, 0], [step, 0], [step, step], [0, step]]
        x, y = forward(name, np.add(corners, [lon, lat])).T
        area = 0.5 * abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))
        south, north = np.radians([lat, lat + step])
        true = EARTH_RADIUS_M**2 * np.radians(step) * (np.sin(north) - np.sin(south))
        assert area == pytest.approx(true, rel=1e-4)
