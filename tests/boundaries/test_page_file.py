"""The committed TopoJSON: the same geometry as the countries, with shared arcs."""

import gzip
import json

import pandas as pd

import shapely

from data.derive.boundaries.policy import read_policy
from geo.boundaries.files import shipped

RAW_BYTES_AT_MOST = 330_000
GZIP_BYTES_AT_MOST = 110_000


def arcs_of(feature):
    pending, found = [feature["arcs"]], []
    while pending:
        arcs = pending.pop()
        if isinstance(arcs, int):
            found.append(arcs if arcs >= 0 else ~arcs)
        else:
            pending += arcs
    return found


def features(topology, name):
    return topology["objects"][name]["geometries"]


def on_edge(arc):
    """Return whether an arc runs along 180° or the south pole."""
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x, y))
    return all(x in (0, 360_000) or y == 0 for x, y in points)


def test_is_light():
    raw = shipped("boundaries.topojson").read_bytes()
    assert len(raw) <= RAW_BYTES_AT_MOST
    assert len(gzip.compress(raw, 9, mtime=0)) <= GZIP_BYTES_AT_MOST


def test_holds_three_objects(topology):
    assert list(topology["objects"]) == [
        "countries",
        "disputed_areas",
        "disputed_lines",
    ]


def test_decodes_to_the_very_countries(topology, decode, countries):
    decoded = decode(topology, "countries")
    assert [feature["id"] for feature, _ in decoded] == countries["iso_a3"].tolist()
    shapes = shapely.set_precision([shape for _, shape in decoded], 0.001)
    expected = shapely.set_precision(countries.geometry.to_numpy(), 0.001)
    assert shapely.equals(shapes, expected).all()


def test_countries_carry_nothing_but_their_key(topology):
    assert {key for feature in features(topology, "countries") for key in feature} == {
        "type",
        "arcs",
        "id",
    }


def test_no_arc_stands_twice(topology):
    arcs = [tuple(map(tuple, arc)) for arc in topology["arcs"]]
    assert len(set(arcs)) == len(arcs)


def test_borders_are_arcs_that_two_countries_share(topology):
    users: dict[int, set[str]] = {}
    for feature in features(topology, "countries"):
        for arc in arcs_of(feature):
            users.setdefault(arc, set()).add(feature["id"])
    shared = {arc for arc, keys in users.items() if len(keys) == 2}
    assert max(map(len, users.values())) == 2
    assert {"FRA", "DEU"} in users.values()
    assert not any(on_edge(topology["arcs"][arc]) for arc in shared)
    # And a coast can be told from a cut: Russia's, Fiji's and Antarctica's.
    cuts = [users[i] for i, arc in enumerate(topology["arcs"]) if on_edge(arc)]
    assert set.union(*cuts) == {"RUS", "FJI", "ATA"}


def test_disputed_areas_are_those_of_the_policy(topology, decode, countries):
    table = pd.read_csv(shipped("policy.csv"), keep_default_na=False)
    owners = {
        feature["properties"]["id"]: feature["properties"]["owner"]
        for feature, _ in decode(topology, "disputed_areas")
    }
    assert set(owners) == set(table["label_id"]) - {""}
    assert owners["crimea"] == "UKR"
    assert owners["western-sahara"] == "ESH"
    shapes = countries.set_index("iso_a3").geometry
    for feature, area in decode(topology, "disputed_areas"):
        inside = area.intersection(shapes[feature["properties"]["owner"]]).area
        assert inside > 0.999 * area.area


def test_disputed_lines_follow_perekop_kosovo_and_the_berm(topology, decode):
    lines = shapely.union_all([s for _, s in decode(topology, "disputed_lines")])
    for lon, lat in [(33.69, 46.15), (20.82, 43.27), (-11.7, 26.0), (73.9, 34.5)]:
        assert shapely.Point(lon, lat).distance(lines) < 0.3
    for lon, lat in [(6.1, 49.5), (23.6, 52.1), (38.3, 49.0)]:
        assert shapely.Point(lon, lat).distance(lines) > 2.0


def test_disputed_lines_run_on_arcs_of_the_areas(topology):
    polygons = features(topology, "countries") + features(topology, "disputed_areas")
    known = {arc for feature in polygons for arc in arcs_of(feature)}
    dashed = {a for f in features(topology, "disputed_lines") for a in arcs_of(f)}
    assert dashed <= known


def test_is_compact_json(topology):
    text = shipped("boundaries.topojson").read_text(encoding="utf-8")
    assert text == json.dumps(topology, separators=(",", ":")) + "\n"


def test_every_owner_of_the_policy_is_drawn(countries):
    policy = read_policy(shipped("policy.csv").parent, "pledgemap")
    iso_of = {"PSX": "PSE", "SAH": "ESH", **policy.keys}
    drawn = {iso_of.get(owner, owner) for owner in policy.owner.values()}
    assert drawn <= set(countries["iso_a3"])
