"""The shipped regions: rough outlines, and points that mark no country."""

import json
import re
from itertools import pairwise

import pytest

import geopandas
import shapely

from data.derive.regions.__main__ import M49, origin, region_feature
from geo.boundaries.files import shipped
from geo.boundaries.regions import read_regions
from geo.vocabulary import REGION

EARTH = "+proj=laea +lon_0={} +lat_0={} +R=6371007 +units=km"


def test_each_term_is_a_region_with_its_m49_code():
    assert set(read_regions()) == set(REGION) == set(M49)
    for key, means in REGION.items():
        assert re.search(r"M49 (\d{3})", means)[1] == M49[key]


def test_members_are_those_of_the_boundaries(countries):
    read = json.loads(shipped("regions.geojson").read_text(encoding="utf-8"))
    members = {f["id"]: set(f["properties"]["members"]) for f in read["features"]}
    assert {"JPN", "KOR", "TUR", "CYP"} <= members["asia"]
    assert {"AUS", "NZL"} <= members["oceania"]
    assert "RUS" in members["europe"]
    everywhere = [key for group in members.values() for key in group]
    assert sorted(everywhere) == sorted(set(countries["iso_a3"]) - {"ATA"})


@pytest.mark.parametrize("key", sorted(REGION))
def test_a_regions_point_lies_on_its_outline_far_from_all_land(key, countries):
    region = read_regions()[key]
    crs = EARTH.format(*region.point)
    outline = shapely.MultiLineString(region.outline)
    there = geopandas.GeoSeries([outline, shapely.Point(region.point)], crs=4326)
    line, point = there.to_crs(crs)
    assert line.distance(point) < 30
    # Else it would mark the country that it stands on.
    lon, lat = region.point
    near = shapely.box(lon - 25, lat - 20, lon + 25, lat + 20)
    lands = countries.geometry.clip(near).to_crs(crs)
    assert lands.distance(point).min() > 300


@pytest.mark.parametrize("key", sorted(REGION))
def test_an_outline_ends_at_180_degrees_and_holds_what_is_largest(key, countries):
    region = read_regions()[key]
    for line in region.outline:
        lon = [place[0] for place in line]
        assert max(abs(b - a) for a, b in pairwise(lon)) < 180
        is_closed = line[0] == line[-1]
        assert is_closed or {abs(line[0][0]), abs(line[-1][0])} == {180}
    members = countries[countries["region_un"] == key.capitalize()]
    largest = members.loc[members["area_km2"].idxmax()]
    crs = EARTH.format(largest["label_lon"], largest["label_lat"])
    outline = geopandas.GeoSeries([shapely.MultiLineString(region.outline)], crs=4326)
    # What ends at 180° meets there again, to the kilometre.
    met = shapely.set_precision(outline.to_crs(crs).iloc[0], 1)
    rings = shapely.polygonize(shapely.get_parts(met))
    assert shapely.contains(rings, shapely.Point(0, 0))


@pytest.mark.slow
def test_the_derivation_gives_the_shipped_file():
    """One region stands for all: to derive them takes half a minute."""
    text = shipped("regions.geojson").read_text(encoding="utf-8")
    assert json.dumps(origin()) in text
    assert f"\n{json.dumps(region_feature('oceania'))}" in text
