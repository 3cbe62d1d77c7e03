import json

import shapely

from data.derive.boundaries.topology import Feature, encode

LEFT, RIGHT = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)
BORDER = shapely.LineString([(1, 0), (1, 1)])


def arcs_of(topology, name, index):
    return topology["objects"][name]["geometries"][index]["arcs"]


def test_neighbours_share_one_arc_walked_both_ways(decode):
    topology = encode({"land": [Feature(LEFT, "a"), Feature(RIGHT, "b")]}, 0.5)
    left, right = (set(arcs_of(topology, "land", i)[0]) for i in (0, 1))
    assert len(topology["arcs"]) == 3
    assert len({arc if arc >= 0 else ~arc for arc in left | right}) == 3
    assert {~arc for arc in left} & right
    decoded = decode(topology, "land")
    assert [feature["id"] for feature, _ in decoded] == ["a", "b"]
    assert all(s.equals(e) for (_, s), e in zip(decoded, [LEFT, RIGHT], strict=True))


def test_a_line_on_a_border_is_the_same_arc(decode):
    objects = {
        "land": [Feature(LEFT), Feature(RIGHT)],
        "lines": [Feature(BORDER)],
    }
    topology = encode(objects, 1)
    (line,) = arcs_of(topology, "lines", 0)
    used = arcs_of(topology, "land", 0)[0] + arcs_of(topology, "land", 1)[0]
    assert {line, ~line} <= set(used)
    assert decode(topology, "lines")[0][1].equals(BORDER)


def test_a_border_is_cut_where_a_line_ends():
    long_left = shapely.Polygon([(0, 0), (1, 0), (1, 1), (1, 2), (0, 2)])
    long_right = shapely.Polygon([(2, 0), (1, 0), (1, 1), (1, 2), (2, 2)])
    land = [Feature(long_left), Feature(long_right)]
    whole = encode({"land": land}, 1)
    cut = encode({"land": land, "lines": [Feature(BORDER)]}, 1)
    assert (len(whole["arcs"]), len(cut["arcs"])) == (3, 4)


def test_an_island_is_one_arc_wherever_its_ring_begins():
    ring = list(shapely.box(5, 5, 6, 6).exterior.coords)[:-1]
    turned = shapely.Polygon(ring[2:] + ring[:2])
    features = [Feature(shapely.Polygon(ring)), Feature(turned)]
    assert len(encode({"land": features}, 1)["arcs"]) == 1


def test_enclaves_and_parts_come_back(decode):
    enclave = shapely.box(1, 1, 2, 2)
    around = shapely.box(0, 0, 3, 3).difference(enclave)
    many = shapely.MultiPolygon([around, shapely.box(8, 8, 9, 9)])
    topology = encode({"land": [Feature(many), Feature(enclave)]}, 0.001)
    shapes = [shape for _, shape in decode(topology, "land")]
    assert shapes[0].equals(many)
    assert shapes[1].equals(enclave)
    assert len(topology["arcs"]) == 3


def test_a_cut_at_180_degrees_is_an_arc_of_its_own():
    cut = shapely.Polygon([(180, 0), (180, 2), (178, 2), (177, 1), (178, 0)])
    topology = encode({"land": [Feature(cut)]}, 1)
    assert sorted(len(arc) for arc in topology["arcs"]) == [2, 5]


def test_coordinates_are_deltas_from_the_south_west_corner():
    topology = encode({"lines": [Feature(BORDER)]}, 0.5)
    assert topology["transform"] == {"scale": [0.5, 0.5], "translate": [-180, -90]}
    assert topology["arcs"] == [[[362, 180], [0, 2]]]


def test_properties_are_kept_and_all_is_json():
    feature = Feature(LEFT, properties={"id": "crimea", "owner": "UKR"})
    topology = json.loads(json.dumps(encode({"areas": [feature]}, 1)))
    (encoded,) = topology["objects"]["areas"]["geometries"]
    assert encoded["properties"] == {"id": "crimea", "owner": "UKR"}
    assert "id" not in encoded
