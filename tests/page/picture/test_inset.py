"""The inset in the map of the world: what crowds there stands once more, nearer."""

from __future__ import annotations

from typing import Any

import pytest
from page_modules import page_functions

from geo.boundaries.files import shipped
from geo.page.arcs import page_topology

WORLD = {"id": "world", "projection": "equal_earth", "bounds": [-180, -56, 180, 82]}
EUROPE = {"id": "europe", "projection": "europe_laea", "bounds": [-24, 34, 45, 71]}
POINTS = {
    "PRT": [-8.0, 39.5], "FRA": [2.4, 46.6], "DEU": [10.4, 51.1],
    "POL": [19.4, 52.1], "UKR": [31.2, 48.4], "SWE": [15.6, 62.0],
    "RUS": [44.0, 58.0], "ISL": [-18.7, 65.0], "CHL": [-71.0, -33.0],
    "AUS": [134.5, -25.7],
}  # fmt: skip
WIDE, TALL = [875, 500], [328, 440]
FUNCTIONS = """
function inset(topology, views, points, sides) {
  const view = viewInBox(views, views[1], Object.values(points), sides);
  const { inset, forward, inverse, whole } = PROJECTIONS[view.projection];
  if (!inset) return {};
  const ground = createGround(topology);
  ground.project(view.projection);
  const { geometries } = topology.objects.countries;
  const shapes = Object.fromEntries(geometries.map((one) => [one.id, one]));
  keepOnWorld(points, view, (id) => ground.world.polygons(shapes[id]));
  const { box } = inset;
  const covered = inset.covered.map((side, i) => side + (i < 2 ? 1 : -1));
  const inside = ([west, south, east, north], over) =>
    west >= over[0] - 1 && south >= over[1] - 1 &&
    east <= over[2] + 1 && north <= over[3] + 1;
  const kindOf = (ring) => {
    if (inside(boxOf(ring), box)) return "near";
    return meet(boxOf(ring), covered) ? "under" : "world";
  };
  const kinds = (rings) => [...new Set(rings.map(kindOf))].sort();
  const back = (at) => forward(inverse(at)).map(Math.round);
  const middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const worldParis = forward(onWorld([2.35, 48.85]));
  const line = [[-150, -40], [-145, -30], [-130, 20], [-120, 30]];
  const near = Object.keys(points).filter((id) => isInInset(view, points[id]));
  const drawn = (id) => kinds(ground.polygons(shapes[id]).flat());
  return {
    box, whole, middle, worldParis,
    name: view.projection,
    near,
    of: { FRA: drawn("FRA"), CHL: drawn("CHL") },
    coasts: kinds(ground.coasts()),
    backs: [back(middle), back(worldParis)],
    pieces: besideInset(view, line).map(({ length }) => length),
  };
}
"""
call = page_functions(["ground/ground.js", "ground/inset.js"], ["inset"], FUNCTIONS)


def inset(
    sides: list[int], points: Any = POINTS, first: Any = EUROPE, view: Any = WORLD
) -> Any:
    text = shipped("boundaries.topojson").read_text(encoding="utf-8")
    return call("inset", page_topology(text), [first, view], points, sides)


@pytest.mark.parametrize("sides", [WIDE, TALL], ids=["aside", "below"])
def test_a_country_is_one_shape_on_the_world_and_nearer_on_the_inset(
    sides: list[int],
) -> None:
    found = inset(sides)
    assert found["of"]["FRA"] == ["near", "world"]
    assert found["of"]["CHL"] == ["world"]
    # Of the world nothing is drawn where the inset is.
    assert found["coasts"] == ["near", "world"]


@pytest.mark.parametrize("sides", [WIDE, TALL], ids=["aside", "below"])
def test_what_the_inset_holds_is_marked_there_and_russia_on_the_world(
    sides: list[int],
) -> None:
    found = inset(sides)
    assert set(found["near"]) == POINTS.keys() - {"RUS", "CHL", "AUS"}


@pytest.mark.parametrize("sides", [WIDE, TALL], ids=["aside", "below"])
def test_a_place_on_either_map_is_found_again_when_the_map_has_moved(
    sides: list[int],
) -> None:
    """Zooming about Europe on the world would jump to the inset."""
    found = inset(sides)
    assert found["backs"] == [
        pytest.approx(found["middle"], abs=2),
        pytest.approx(found["worldParis"], abs=2),
    ]


def test_a_map_taller_than_wide_has_the_inset_under_the_world() -> None:
    wide, tall = inset(WIDE), inset(TALL)
    for found in (wide, tall):
        [west, south, east, north], whole = found["box"], found["whole"]
        assert (west, south) == (whole[0], whole[1])
        assert east <= whole[2]
        assert north < whole[3]
    assert tall["box"][2] == tall["whole"][2]
    assert wide["box"][2] < 0


def test_a_line_on_the_world_ends_where_the_inset_begins() -> None:
    assert inset(WIDE)["pieces"] == [2]
    assert inset(TALL)["pieces"] == [4]


def test_a_map_that_opens_with_the_world_or_tells_of_few_countries_has_none() -> None:
    assert inset(WIDE, first=WORLD) == {}
    assert inset(WIDE, points={"FRA": POINTS["FRA"], "DEU": POINTS["DEU"]}) == {}


def test_a_part_of_the_world_has_none() -> None:
    africa = {**WORLD, "id": "africa", "bounds": [-20, -36, 55, 38]}
    assert inset(WIDE, view=africa) == {}


def test_another_map_of_the_same_views_has_another_inset() -> None:
    fewer = {one: at for one, at in POINTS.items() if one not in {"ISL", "PRT"}}
    assert inset(WIDE)["name"] != inset(WIDE, points=fewer)["name"]
