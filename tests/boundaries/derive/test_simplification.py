import math

import numpy as np
import pytest

import geopandas
import shapely

from data.derive.boundaries.detail import Detail
from data.derive.boundaries.simplification import (
    choose_tolerances,
    cut_along_boxes,
    drop_islets,
    enclave_boxes,
    round_coordinates,
    simplify,
)

WORLD = Detail("world", (-180, -90, 200, 90), tolerance_deg=0.5, islet_km2=20_000)
FINE_WEST = Detail("west", (-10, -10, 5, 20), tolerance_deg=0.01, islet_km2=1000)


def areas(**shapes):
    return geopandas.GeoDataFrame(
        {"owner": list(shapes), "label_id": "", "holder": list(shapes)},
        geometry=list(shapes.values()),
        crs=4326,
    )


def wave(lon_from, lon_to, lat, steps=200):
    """A coast that wriggles by 0.1°."""
    lon = np.linspace(lon_from, lon_to, steps)
    return [(x, lat + 0.1 * math.sin(9 * x)) for x in lon]


def two_countries():
    """Two countries whose common border, along latitude 5, wriggles."""
    border = wave(0, 10, 5)
    south = shapely.Polygon([*border, (10, 0), (0, 0)])
    north = shapely.Polygon([*border, (10, 10), (0, 10)])
    return areas(SOU=south, NOR=north)


def test_islets_go_but_not_the_largest_part_nor_one_that_touches():
    mainland = shapely.box(0, 0, 4, 4)
    islet, touching = shapely.box(6, 0, 7, 1), shapely.box(9, 0, 10, 1)
    land = areas(
        AAA=shapely.MultiPolygon([mainland, islet, touching]),
        BBB=shapely.box(10, 0, 13, 3),
        CCC=shapely.box(20, 0, 20.1, 0.1),
    )
    kept = drop_islets(land, [WORLD])
    bounds = {(row.owner, row.geometry.bounds[0]) for row in kept.itertuples()}
    assert bounds == {("AAA", 0), ("AAA", 9), ("BBB", 10), ("CCC", 20)}
    assert kept["small"].tolist() == [False, False, False, True]


def test_a_border_is_simplified_alike_on_both_sides():
    parts = drop_islets(two_countries(), [WORLD])
    simple = simplify(parts, [WORLD])
    shapes = simple.geometry.to_numpy()
    assert shapely.coverage_is_valid(shapes)
    assert shapely.get_num_coordinates(shapes).sum() < 40
    assert shapely.union_all(shapes).area == pytest.approx(100)


def test_each_box_has_its_own_tolerance():
    parts = drop_islets(two_countries(), [FINE_WEST, WORLD])
    simple = simplify(parts, [FINE_WEST, WORLD])
    assert shapely.coverage_is_valid(simple.geometry.to_numpy())
    lon = shapely.get_coordinates(simple.geometry.to_numpy())[:, 0]
    assert (lon < 5).sum() > 5 * (lon > 5).sum()


def test_halves_cut_at_180_degrees_keep_the_same_cut():
    east = shapely.Polygon([*wave(175, 180, 5), (180, 0), (175, 0)])
    lat = east.exterior.coords[199][1]
    west = shapely.Polygon([(-180, 0), (-180, lat), (-178, 5), (-178, 0)])
    parts = drop_islets(areas(RUS=shapely.MultiPolygon([east, west])), [WORLD])
    (shape,) = simplify(parts, [WORLD]).geometry
    ends = {
        side: {lat for lon, lat in shapely.get_coordinates(shape) if lon == side}
        for side in (180.0, -180.0)
    }
    assert ends[180.0] == ends[-180.0] == {0.0, round(lat, 3)}


def test_boxes_must_cover_every_part():
    with pytest.raises(ValueError, match="do not cover"):
        cut_along_boxes(areas(AAA=shapely.box(0, 0, 9, 9)), [FINE_WEST])


def test_a_small_country_inside_another_gets_a_box():
    small = shapely.box(1, 1, 1.1, 1.1)
    around = shapely.box(0, 0, 3, 3).difference(small)
    (box,) = enclave_boxes(areas(SMR=small, ITA=around))
    assert box.name == "SMR"
    assert box.box_deg == (0.97, 0.97, 1.13, 1.13)
    assert box.tolerance_deg == pytest.approx(0.01)


def test_islands_of_small_countries_are_simplified_less():
    island, other = shapely.box(0, 0, 0.1, 0.1), shapely.box(5, 5, 5.1, 5.1)
    box_deg = np.array([0.2, 0.2])
    chosen = choose_tolerances(
        np.array([island, other]), box_deg, small=np.array([True, False])
    )
    assert chosen.tolist() == [0.02, 0.2]


def test_an_island_off_a_coarse_coast_is_as_coarse():
    island, coast = shapely.box(0, 0, 0.1, 0.1), shapely.box(0.2, 0, 9, 9)
    box_deg = np.array([0.2, 0.2])
    small = np.array([True, False])
    assert choose_tolerances(np.array([island, coast]), box_deg, small).tolist() == [
        0.2,
        0.2,
    ]


def test_coordinates_come_to_the_grid():
    shape = shapely.Polygon([(0.0004, -0.0004), (1.0006, 0), (1.0006, 1), (1.00055, 1)])
    (rounded,) = round_coordinates(np.array([shape]), 0.001)
    assert rounded.exterior.coords[:] == [(0, 0), (1.001, 0), (1.001, 1), (0, 0)]
    assert "-0" not in rounded.wkt
