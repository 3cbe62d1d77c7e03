import pytest

import geopandas
import shapely

from data.derive.boundaries.pieces import intersect_views, polygons_of, repair


def view(**shapes):
    return geopandas.GeoDataFrame(
        {"ADM0_A3": list(shapes)}, geometry=list(shapes.values()), crs=4326
    )


def test_land_on_which_views_differ_becomes_a_piece():
    default = view(AAA=shapely.box(0, 0, 3, 1), BBB=shapely.box(3, 0, 4, 1))
    germany = view(AAA=shapely.box(0, 0, 2, 1), BBB=shapely.box(2, 0, 4, 1))
    pieces = intersect_views(default, germany)
    found = {
        (row.ne_default, row.ne_germany): row.geometry.bounds
        for row in pieces.itertuples()
    }
    assert found == {
        ("AAA", "AAA"): (0, 0, 2, 1),
        ("AAA", "BBB"): (2, 0, 3, 1),
        ("BBB", "BBB"): (3, 0, 4, 1),
    }


def test_land_that_the_second_view_leaves_to_nobody_is_blank():
    default = view(AAA=shapely.box(0, 0, 2, 1))
    germany = view(AAA=shapely.box(0, 0, 1, 1))
    pieces = intersect_views(default, germany)
    assert sorted(pieces["ne_germany"]) == ["", "AAA"]
    assert shapely.area(pieces.geometry.to_numpy()).tolist() == [1.0, 1.0]


def test_views_that_do_not_share_their_lines_are_refused():
    overlapping = view(AAA=shapely.box(0, 0, 2, 1), BBB=shapely.box(1, 0, 3, 1))
    with pytest.raises(ValueError, match="do not share their lines"):
        intersect_views(overlapping, overlapping)


def test_pieces_that_are_no_coverage_are_refused():
    # The corner of BBB and CCC is no vertex of AAA.
    unmatched = view(
        AAA=shapely.box(0, 0, 1, 2),
        BBB=shapely.box(1, 0, 2, 1),
        CCC=shapely.box(1, 1, 2, 2),
    )
    with pytest.raises(ValueError, match="not a valid coverage"):
        intersect_views(unmatched, unmatched)


def test_overlays_keep_only_polygons():
    overlay = shapely.GeometryCollection(
        [
            shapely.Point(5, 5),
            shapely.LineString([(0, 0), (9, 9)]),
            shapely.box(0, 0, 1, 1),
        ]
    )
    assert polygons_of(overlay).equals(shapely.box(0, 0, 1, 1))
    assert polygons_of(shapely.Point(1, 1)).is_empty


def test_repair_opens_a_ring_that_touches_itself():
    # A square with a hole drawn as one ring that meets itself at (2, 0).
    ring = [(0, 0), (2, 0), (1, 1), (3, 1), (2, 0), (4, 0), (4, 4), (0, 4)]
    (shape,) = repair(view(EGY=shapely.Polygon(ring))).geometry
    assert shape.is_valid
    assert shape.area == pytest.approx(15.0)


def test_a_repair_that_would_change_the_area_is_refused():
    bow_tie = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 1)])
    with pytest.raises(ValueError, match="repair changed the area"):
        repair(view(AAA=bow_tie))


def test_repair_makes_both_sides_of_a_cut_alike():
    almost = -179.99999999999991
    west = [(almost, 1.0004), (almost, 1.5), (almost, 2.0001), (-179, 2), (-179, 1)]
    east = [(180, 0.9996), (180, 1.9999), (179, 2), (179, 1)]
    repaired = repair(view(WES=shapely.Polygon(west), EAS=shapely.Polygon(east)))
    cuts = [
        sorted(
            lat for lon, lat in shape.geoms[0].exterior.coords[:-1] if abs(lon) == 180
        )
        for shape in repaired.geometry
    ]
    assert cuts == [[1.0, 2.0], [1.0, 2.0]]
