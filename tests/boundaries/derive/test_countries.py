import pandas as pd
import pytest

import geopandas
import shapely

from data.derive.boundaries.countries import dissolve_countries, join_keys
from geo.boundaries.read import COLUMNS


@pytest.fixture
def default():
    """Natural Earth's table, as far as it is used: three units."""
    return pd.DataFrame(
        {
            "ADM0_A3": ["KOS", "SAH", "BRT"],
            "ISO_A3_EH": ["-99", "ESH", "-99"],
            "NAME": ["Kosovo", "W. Sahara", "Bir Tawil"],
            "NAME_LONG": ["Kosovo", "Western Sahara", "Bir Tawil"],
            "ISO_A2_EH": ["XK", "EH", "-99"],
            "ISO_N3_EH": ["-99", "732", "-99"],
            "CONTINENT": ["Europe", "Africa", "Africa"],
            "REGION_UN": ["Europe", "Africa", "Africa"],
            "SUBREGION": ["Southern Europe", "Northern Africa", "Northern Africa"],
            "LABEL_X": [0.5, 9.0, 20.5],
            "LABEL_Y": [0.5, 9.0, 0.5],
            "MIN_LABEL": [5, 6, 7],
        }
    )


@pytest.fixture
def areas():
    return geopandas.GeoDataFrame(
        {"owner": ["KOS", "SAH", "SAH", "BRT"]},
        geometry=[
            shapely.box(0, 0, 1, 1),
            shapely.box(10, 0, 11, 1),
            shapely.box(11, 0, 12, 1),
            shapely.box(20, 0, 21, 1),
        ],
        crs=4326,
    )


def test_a_key_is_the_policys_else_isos_else_natural_earths(default):
    keys = join_keys(default, {"KOS": "XKX"})
    assert keys == {"KOS": "XKX", "SAH": "ESH", "BRT": "BRT"}


def test_areas_become_countries_in_order_of_their_key(default, areas):
    keys = join_keys(default, {"KOS": "XKX"})
    countries = dissolve_countries(areas, areas, default, keys)
    assert tuple(countries.columns) == COLUMNS
    assert countries["iso_a3"].tolist() == ["BRT", "ESH", "XKX"]
    assert countries.geometry[1].equals(shapely.box(10, 0, 12, 1))
    assert countries["iso_a2"].isna().tolist() == [True, False, False]
    assert countries["iso_n3"].isna().tolist() == [True, False, True]


def test_areas_are_measured_before_simplification(default, areas):
    shrunk = shapely.buffer(areas.geometry.to_numpy(), -0.1, join_style="mitre")
    small = areas.set_geometry(shrunk, crs=areas.crs)
    keys = join_keys(default, {"KOS": "XKX"})
    measured = dissolve_countries(small, areas, default, keys)["area_km2"]
    # One square degree at the equator: 111.320 km by 110.574 km on WGS 84.
    assert measured[0] == pytest.approx(111.320 * 110.574, rel=1e-3)
    assert measured[1] == pytest.approx(2 * measured[0], rel=1e-6)


def test_a_label_outside_its_country_is_moved_in(default, areas):
    keys = join_keys(default, {"KOS": "XKX"})
    countries = dissolve_countries(areas, areas, default, keys).set_index("iso_a3")
    moved = countries.loc["ESH", ["label_lon", "label_lat"]]
    assert countries.geometry["ESH"].contains(shapely.Point(*moved))
    assert countries.loc["XKX", ["label_lon", "label_lat"]].tolist() == [0.5, 0.5]
