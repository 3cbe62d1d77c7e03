"""The committed countries: sound, complete, and drawn as the policy says."""

import pandas as pd
import pytest

import geopandas
import shapely

from data.derive.boundaries.checks import (
    wrong_antimeridian,
    wrong_coverage,
    wrong_labels,
    wrong_places,
)
from geo.boundaries.files import shipped
from geo.boundaries.keys import label_points

PLACES = pd.read_csv(shipped("places.csv"))

# "Area: total", CIA World Factbook, in km²: with inland water, overseas regions of
# France, and Crimea in Ukraine.
FACTBOOK_KM2 = {
    "CYP": 9_251,
    "DEU": 357_022,
    "ESH": 266_000,
    "ESP": 505_370,
    "FRA": 643_801,
    "GBR": 243_610,
    "ITA": 301_340,
    "LUX": 2_586,
    "POL": 312_685,
    "RUS": 17_098_242,
    "SOM": 637_657,
    "SRB": 77_474,
    "SYR": 187_437,
    "TUR": 783_562,
    "TWN": 35_980,
    "UKR": 603_550,
    "XKX": 10_887,
}
FACTBOOK_LAND_KM2 = 148_940_000


def part_with(countries: geopandas.GeoDataFrame, key: str, lon: float, lat: float):
    shape = countries.set_index("iso_a3").geometry[key]
    parts = shapely.get_parts(shape)
    return next(part for part in parts if part.contains(shapely.Point(lon, lat)))


def test_is_a_valid_coverage(countries):
    assert list(wrong_coverage(countries)) == []


def test_holds_241_units_once(countries):
    assert len(countries) == 241
    assert countries["iso_a3"].is_unique
    assert countries["iso_a3"].str.fullmatch(r"[A-Z]{3}").all()
    # Natural Earth's codes for units that ISO 3166-1 knows otherwise must be gone.
    assert not set(countries["iso_a3"]) & {"KOS", "PSX", "SAH", "SDS", "ALD", "CYN"}


def test_places_lie_where_the_policy_says(countries):
    assert list(wrong_places(countries, PLACES, "pledgemap")) == []


def test_places_would_tell_another_policy(countries):
    faults = "\n".join(wrong_places(countries, PLACES, "de_facto"))
    assert "Simferopol lies in UKR, not in RUS" in faults
    assert "Kyiv" not in faults


def test_crimea_and_the_mainland_are_one(countries):
    mainland = part_with(countries, "UKR", 30.52, 50.45)
    assert mainland.contains(shapely.Point(34.10, 44.95))
    assert len(mainland.interiors) == 0


def test_label_points_stand_inside(countries):
    assert list(wrong_labels(countries)) == []


def test_label_points_stand_in_a_table_for_who_needs_no_geometry(countries):
    columns = countries[["iso_a3", "label_lon", "label_lat"]]
    rows = columns.itertuples(index=False)
    assert label_points() == {key: (lon, lat) for key, lon, lat in rows}


def test_frances_label_is_in_europe(countries):
    france = countries.set_index("iso_a3").loc["FRA"]
    label = shapely.Point(france["label_lon"], france["label_lat"])
    assert part_with(countries, "FRA", 2.35, 48.86).contains(label)


def test_nothing_crosses_180_degrees(countries):
    assert list(wrong_antimeridian(countries)) == []


@pytest.mark.parametrize("key", ["ATA", "FJI", "RUS"])
def test_cut_countries_reach_180_degrees_on_both_sides(countries, key):
    west, _, east, _ = countries.set_index("iso_a3").geometry[key].bounds
    assert (west, east) == (-180.0, 180.0)


@pytest.mark.parametrize(("key", "published_km2"), FACTBOOK_KM2.items())
def test_areas_are_true(countries, key, published_km2):
    area_km2 = countries.set_index("iso_a3")["area_km2"][key]
    assert area_km2 == pytest.approx(published_km2, rel=0.015)


def test_land_adds_up(countries):
    # The ice shelves of Antarctica, about 1.5 million km², are not in Natural Earth.
    assert countries["area_km2"].sum() == pytest.approx(FACTBOOK_LAND_KM2, rel=0.02)


def test_simplification_keeps_every_country_near_its_size(countries):
    drawn_km2 = countries.to_crs("EPSG:6933").area / 1e6
    kept = pd.Series((drawn_km2 / countries["area_km2"]).array, countries["iso_a3"])
    large = (countries["area_km2"] > 20_000).to_numpy()
    assert kept[large].between(0.85, 1.1).all()
    # Archipelagos lose islets; no country loses the shape of what is left.
    assert kept.between(0.2, 1.2).all()
    fewest = shapely.get_num_coordinates(countries.geometry.to_numpy()).min()
    assert fewest >= 5
