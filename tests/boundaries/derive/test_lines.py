import geopandas
import shapely

from data.derive.boundaries.lines import common_edges, disputed_lines


def areas(*rows):
    """Unit squares in a row: owner, label id, holder of each."""
    return geopandas.GeoDataFrame(
        list(rows),
        columns=["owner", "label_id", "holder"],
        geometry=[shapely.box(i, 0, i + 1, 4) for i in range(len(rows))],
        crs=4326,
    )


def ne_lines(*rows):
    columns = ["FEATURECLA", "ADM0_A3_L", "ADM0_A3_R", "geometry"]
    return geopandas.GeoDataFrame(list(rows), columns=columns, crs=4326)


def dashed(land, lines=None, unsettled=frozenset()):
    lines = ne_lines() if lines is None else lines
    return {
        line.geometry.bounds
        for line in disputed_lines(common_edges(land), lines, unsettled)
    }


def test_neighbours_share_an_edge_and_others_do_not():
    land = areas(("AAA", "", "AAA"), ("BBB", "", "BBB"), ("CCC", "", "CCC"))
    edges = common_edges(land)
    assert [(e.one.owner, e.other.owner) for e in edges] == [
        ("AAA", "BBB"),
        ("BBB", "CCC"),
    ]
    assert edges[0].geometry.equals(shapely.LineString([(1, 0), (1, 4)]))


def test_a_corner_is_no_edge():
    land = areas(("AAA", "", "AAA"), ("BBB", "", "BBB"))
    land.geometry = [shapely.box(0, 0, 1, 1), shapely.box(1, 1, 2, 2)]
    assert common_edges(land) == []


def test_settled_borders_are_not_dashed():
    assert dashed(areas(("AAA", "", "AAA"), ("BBB", "", "BBB"))) == set()


def test_a_line_inside_one_country_is_dashed():
    land = areas(("UKR", "", "UKR"), ("UKR", "crimea", "RUS"))
    assert dashed(land) == {(1, 0, 1, 4)}


def test_an_occupied_area_against_its_holder_is_dashed():
    land = areas(("LBN", "", "LBN"), ("SYR", "golan", "ISR"), ("ISR", "", "ISR"))
    assert dashed(land) == {(2, 0, 2, 4)}


def test_unsettled_pairs_are_dashed():
    land = areas(("SRB", "", "SRB"), ("KOS", "", "KOS"))
    assert dashed(land, unsettled=frozenset({frozenset({"KOS", "SRB"})})) == {
        (1, 0, 1, 4)
    }


def test_only_the_part_that_natural_earth_disputes_is_dashed():
    land = areas(("IND", "", "IND"), ("PAK", "", "PAK"))
    land.geometry = [shapely.segmentize(shape, 1.0) for shape in land.geometry]
    line = shapely.LineString([(1.01, 2), (1.01, 4)])
    control = ne_lines(("Line of control (please verify)", "PAK", "IND", line))
    assert dashed(land, control) == {(1, 2, 1, 4)}
    settled = ne_lines(("International boundary (verify)", "PAK", "IND", line))
    assert dashed(land, settled) == set()
    elsewhere = ne_lines(("Disputed (please verify)", "PAK", "CHN", line))
    assert dashed(land, elsewhere) == set()
