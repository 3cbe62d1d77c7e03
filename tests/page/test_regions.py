"""Who is placed in a region is drawn as one: no country is named, and none coloured."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from page_modules import Call, page_functions

from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.boundaries.regions import read_regions
from geo.building import pledge_map
from geo.definitions.load import MapInput, load_map
from geo.page.free_texts import FreeTexts
from geo.page.parts import PageParts
from geo.page.state import map_state
from geo.page.static import static_rows
from geo.vocabulary import REGION

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "maps" / "paris-2025-03-11.toml"
UNNAMED = "aucun pays n’est nommé"

VIEWS = {
    "europe": {"projection": "europe_laea", "bounds": [-24, 34, 45, 71]},
    "world": {"projection": "equal_earth", "bounds": [-180, -56, 180, 82]},
    "oceania": {"projection": "oceania_laea", "bounds": [110, -48, 180, 0]},
}
FUNCTIONS = """
function placed(view, region, inset_m) {
  const { place, way } = placeOfRegion(view, region, inset_m);
  const [xmin, ymin, xmax, ymax] = viewBox(view);
  const [x, y] = PROJECTIONS[view.projection].forward(place);
  return { place, way, edges: [x - xmin, xmax - x, ymax - y, y - ymin] };
}
"""


@cache
def functions() -> Call:
    return page_functions(["marks/regions.js"], ["placed"], FUNCTIONS)


@cache
def article() -> PageParts:
    parts: PageParts = pledge_map(ARTICLE).get_root().parts
    return parts


@cache
def loaded() -> MapInput:
    found, _ = load_map(ARTICLE, ROOT / "data", boundary_keys())
    assert found
    return found


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", html))


def region(key: str) -> dict[str, Any]:
    found = read_regions()[key]
    return {"point": found.point, "middle": found.middle}


@pytest.mark.parametrize("key", sorted(REGION))
def test_a_view_that_shows_a_regions_point_has_it_there(key: str) -> None:
    placed = functions()("placed", VIEWS["world"], region(key), 100_000)
    assert placed["place"] == pytest.approx(region(key)["point"])
    assert "way" not in placed


@pytest.mark.parametrize(
    ("view", "key", "edge"),
    [
        ("europe", "asia", 1),
        ("europe", "oceania", 3),
        ("europe", "africa", 3),
        ("europe", "americas", 0),
        # Over 180°, not round the world.
        ("oceania", "americas", 1),
        ("oceania", "europe", 2),
    ],
)
def test_another_view_has_it_at_the_edge_where_the_world_has_it(
    view: str, key: str, edge: int
) -> None:
    inset_m = 150_000
    placed = functions()("placed", VIEWS[view], region(key), inset_m)
    # From the left, right, upper and lower edge.
    assert placed["edges"][edge] == pytest.approx(inset_m, rel=1e-3)
    assert min(placed["edges"]) > inset_m * 0.999
    right, down = placed["way"]
    assert right**2 + down**2 == pytest.approx(1)


def test_oceania_lies_below_asia_at_the_edge_of_europe() -> None:
    asia, oceania = (
        functions()("placed", VIEWS["europe"], region(key), 150_000)
        for key in ("asia", "oceania")
    )
    assert oceania["edges"][3] < asia["edges"][3] - 500_000
    assert asia["way"][0] > 0.9
    assert oceania["way"][1] > 0.3


def test_the_picture_names_a_region_and_no_country_of_it() -> None:
    picture = article().picture
    titles = re.findall(
        r'<path[^>]*data-actor="(\w+)"[^>]*><title>(.*?)</', picture, re.DOTALL
    )
    told = {actor: unescape(title).split("\n") for actor, title in titles}
    assert set(told) == {"asian_countries", "oceanian_countries"}
    for name, unnamed, how in told.values():
        assert name in {"Pays asiatiques", "Pays océaniens"}
        assert unnamed == "Aucun pays n’est nommé"
        assert how.endswith("par visioconférence")
    words = unescape(re.search(r"<desc[^>]*>(.*?)</desc>", picture)[1])
    assert f"Pays océaniens : {UNNAMED}" in words.replace("\xa0", " ")


def test_the_legend_says_that_no_country_is_named() -> None:
    legend = text_of(article().legend).replace("\xa0", " ")
    assert UNNAMED in legend
    assert "Région au sens de l’ONU (M49)" in legend
    assert "Hors de la carte" not in legend.partition("Participation sur place")[0]


def test_no_country_is_coloured_for_a_region() -> None:
    state = map_state(loaded(), read_boundaries())
    found = state.features.set_index("iso_a3")["status"]
    members = found[
        state.features.set_index("iso_a3")["region_un"].isin({"Asia", "Oceania"})
    ]
    assert set(members) == {"no_data"}


def test_the_table_has_a_row_of_it_with_its_source() -> None:
    rows = dict(
        re.findall(r'<tr id="placed-(E\d+)"(.*?)</tr>', article().tables, re.DOTALL)
    )
    assert set(rows) == {"E17", "E18"}
    text = text_of(rows["E17"])
    assert "Pays asiatiques" in text
    assert f"Par visioconférence, {UNNAMED}" in text
    assert "One Media" in text
    # What is drawn is not what cannot be placed.
    assert 'id="told-E03"' in article().unplaced
    assert not re.search(r'id="told-E1[78]"', article().unplaced)


def test_its_claims_lead_to_it() -> None:
    for key, actor in (("E17", "asian_countries"), ("E18", "oceanian_countries")):
        html = re.search(
            rf'<li id="claim-{key}">.*?</li>', article().unplaced, re.DOTALL
        )[0]
        assert f'href="#placed-{key}"' in html
        assert f'data-actor="{actor}"' in html


def test_who_took_part_by_other_sources_is_a_layer_of_its_own() -> None:
    values = map_state(loaded(), read_boundaries()).values
    (layer,) = [one for one in values["layers"] if one.get("beside")]
    assert layer["shown"] is False
    assert set(layer["title"]) == {"en", "fr", "de", "es", "pl", "uk"}
    entries = values["attendance"][layer["meeting"]]
    parts = values["participations"]
    own, others = (
        {parts[e["rows"][0]]["actor"] for e in entries if is_own(parts, e) is wanted}
        for wanted in (True, False)
    )
    assert {"JPN", "KOR", "AUS", "NZL", "TUR"} <= others
    assert not {"JPN", "KOR"} & own
    # Nobody who rests on the article is another source's, nor who stayed away.
    rows = [part for part in parts.values() if part.get("beside")]
    assert {"emp_p11", "ap_p11"} <= {part["source"] for part in rows}
    assert "onemedia" not in {part["source"] for part in rows}
    assert {part["mode"] for part in rows} == {"in_person", "videoconference"}
    # It colours nobody.
    assert values["countries"]["JPN"]["status"] == "no_data"


def is_own(parts: dict[str, Any], entry: dict[str, Any]) -> bool:
    return "beside" not in parts[entry["rows"][0]]


def test_who_no_layer_draws_stays_beside_the_map() -> None:
    definition = loaded().definition
    layers = [one for one in definition.layers if one.id != "videoconference"]
    other = replace(loaded(), definition=replace(definition, layers=tuple(layers)))
    rows = static_rows(other, FreeTexts({}, ("en",)))
    assert {"E17", "E18"} <= set(rows["unplaced"]["participations"])
    assert rows["placed"] == []
    # On a map whose readers choose the meeting, each is drawn.
    coalition = pledge_map(ROOT / "maps" / "coalition.toml").get_root().parts
    assert 'id="placed-P048"' in coalition.tables
