import re
from pathlib import Path

import folium
import pytest

import geo
from geo.building import pledge_map
from geo.page.folium_map import PledgeMap, ThematicLayer


@pytest.fixture
def small(project: Path) -> PledgeMap:
    return pledge_map(project / "maps" / "small.toml")


def policy_of(page: str) -> str:
    (policy,) = re.findall(
        r'http-equiv="Content-Security-Policy"\s+content="([^"]*)"', page
    )
    return policy


def test_it_is_a_folium_map_with_folium_layers(small: PledgeMap) -> None:
    assert isinstance(small, folium.Map)
    layers = list(small._children.values())
    assert [type(layer) for layer in layers] == [ThematicLayer]
    assert isinstance(layers[0], folium.map.Layer)


def test_the_page_is_self_contained(small: PledgeMap) -> None:
    page = small.get_root().render()
    assert "default-src 'none'" in policy_of(page)
    assert "unsafe" not in policy_of(page)
    assert not re.search(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=", page)
    assert "<style>" in page
    assert page.count("var map_pledgemap = openMap(") == 1


def test_rendering_twice_gives_the_same_bytes(small: PledgeMap) -> None:
    assert small.get_root().render() == small.get_root().render()


def test_a_folium_marker_can_be_added(small: PledgeMap) -> None:
    folium.Marker([50.45, 30.52], tooltip="Kyiv").add_to(small)
    page = small.get_root().render()
    assert "L.marker" in page
    assert ".addTo(map_pledgemap)" in page
    assert "default-src *" in policy_of(page)
    # Leaflet itself is not loaded a second time.
    assert "leaflet.js" not in page.replace("leaflet.js.map", "")
    assert page.index("var map_pledgemap") < page.index("L.marker")


def test_an_added_marker_leaves_folium_itself_unchanged(small: PledgeMap) -> None:
    before = list(folium.Map.default_js)
    folium.Marker([50.45, 30.52]).add_to(small)
    small.get_root().render()
    assert folium.Map.default_js == before
    assert "leaflet" in dict(folium.Map().default_js)


def test_it_shows_itself_in_a_notebook(small: PledgeMap) -> None:
    shown = small._repr_html_()
    assert "<iframe srcdoc=" in shown
    assert "Content-Security-Policy" in shown


def test_it_saves_itself(small: PledgeMap, tmp_path: Path) -> None:
    path = tmp_path / "saved.html"
    small.save(str(path))
    assert path.read_text(encoding="utf-8") == small.get_root().render()


def test_no_text_of_the_tables_goes_through_a_folium_element(
    project: Path, edit
) -> None:
    edit("data/sources.csv", "A statement", "{{ 7*7 }} ${6*7}")
    edit("maps/small.toml", '"A map"', '"{{ 7*7 }}"')
    page = pledge_map(project / "maps" / "small.toml").get_root().render()
    assert "{{ 7*7 }} ${6*7}" in page
    assert "<title>{{ 7*7 }}</title>" in page


def test_the_public_functions_go_together(project: Path) -> None:
    pledges = geo.read_pledges(project / "data" / "pledges.csv")
    features = geo.join_pledges(pledges, geo.read_boundaries(), until="2025-02-01")
    status = features.set_index("iso_a3")["status"]
    assert (status["FRA"], status["ESP"], status["POL"]) == (
        "pledged_troops",
        "declined",
        "no_data",
    )


def test_a_definition_with_errors_makes_no_map(project: Path, edit) -> None:
    edit("data/pledges.csv", "declined", "decline")
    with pytest.raises(geo.FindingsError, match="unknown-term"):
        pledge_map(project / "maps" / "small.toml")
