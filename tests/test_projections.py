"""The projections agree with PROJ; tests/browser holds the page's own to them."""

import subprocess
import sys

import numpy as np
import pytest

import pyproj

from geo.definitions.model import PROJECTIONS as NAMES
from geo.projections import EARTH_RADIUS_M, PROJECTIONS

PLACES = np.array(
    [[lon, lat] for lon in range(-60, 100, 13) for lat in range(-40, 86, 9)], float
)
# Each on the same sphere: EPSG:3035 and EPSG:8857 are defined on ellipsoids.
PROJ = {
    "europe_laea": "+proj=laea +lat_0=52 +lon_0=10",
    "asia_laea": "+proj=laea +lat_0=30 +lon_0=90",
    "oceania_laea": "+proj=laea +lat_0=-25 +lon_0=150",
    "equal_earth": "+proj=eqearth +lon_0=0",
}


@pytest.mark.parametrize("name", PROJECTIONS)
def test_it_is_what_proj_gives(name: str) -> None:
    sphere = f"+R={EARTH_RADIUS_M}"
    proj = pyproj.Transformer.from_crs(
        f"+proj=longlat {sphere}", f"{PROJ[name]} {sphere}", always_xy=True
    )
    projection = PROJECTIONS[name]
    held = PLACES[projection.holds(PLACES)]
    assert len(held) > 50
    expected = np.column_stack(proj.transform(*held.T))
    assert np.abs(projection.forward(held) - expected).max() < 1e-3


@pytest.mark.parametrize(
    ("name", "code"), [("europe_laea", "EPSG:3035"), ("equal_earth", "EPSG:8857")]
)
def test_the_sphere_is_near_the_standard_on_the_ellipsoid(name: str, code: str) -> None:
    proj = pyproj.Transformer.from_crs("EPSG:4326", code, always_xy=True)
    europe = PLACES[(PLACES[:, 1] > 33) & (PLACES[:, 1] < 72) & (PLACES[:, 0] > -25)]
    origin = {"EPSG:3035": [4321000, 3210000], "EPSG:8857": [0, 0]}[code]
    expected = np.column_stack(proj.transform(*europe.T)) - origin
    # Geodetic latitudes taken as spherical ones: at most a fifth of a degree aside.
    assert np.abs(PROJECTIONS[name].forward(europe) - expected).max() < 25_000


def test_a_definition_may_name_just_these() -> None:
    assert set(NAMES) == set(PROJECTIONS)


@pytest.mark.parametrize("name", PROJECTIONS)
def test_areas_are_true(name: str) -> None:
    """A small box of degrees has the area that it has on the sphere."""
    projection, step = PROJECTIONS[name], 0.01
    for lon, lat in PLACES[projection.holds(PLACES)][::7]:
        corners = [[0, 0], [step, 0], [step, step], [0, step]]
        x, y = projection.forward(np.add(corners, [lon, lat])).T
        area = 0.5 * abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))
        south, north = np.radians([lat, lat + step])
        true = EARTH_RADIUS_M**2 * np.radians(step) * (np.sin(north) - np.sin(south))
        assert area == pytest.approx(true, rel=1e-4)


def test_it_needs_nothing_but_numpy() -> None:
    code = "import geo.projections, sys; print('shapely' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert run.stdout == "False\n"
