import codecs
import json
import os
import re
import stat
from pathlib import Path

import folium
import pytest

import geo
from geo.building import pledge_map
from geo.findings import OutputError
from geo.page.added import Added, numbered
from geo.page.folium_map import PledgeMap, ThematicLayer
from geo.page.refused import NotOnThisMapError


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
    assert "default-src 'none'" in policy_of(page)
    assert "unsafe" not in policy_of(page)


@pytest.mark.parametrize(
    ("html", "hosts"),
    [
        ("see https://example.org/x", ["example.org"]),
        ('<a href="https://example.org/x">there</a>', []),
        ('<svg xmlns="http://www.w3.org/2000/svg"></svg>', []),
        ('<img src="data:image/png;base64,AA==">', []),
        ('<img src="photo.jpg">', ["photo.jpg"]),
        ("<img src='//example.org/a.png'>", ["example.org"]),
        ('<link rel="stylesheet" href="own.css">', ["own.css"]),
        ("<style>p { background: url(a.png) }</style>", ["a.png"]),
        ("<style>p { mask: url(#own) }</style>", []),
        ("<p>// a remark. and more</p>", []),
        ('{"properties": {"url": "https://example.org/x"}}', []),
        ('{"properties": {"a": "<img src=https://example.org/x>"}}', ["example.org"]),
        ('{"options": {"url": "https://example.org/x"}}', ["example.org"]),
    ],
)
def test_what_a_text_asks_for(html: str, hosts: list[str]) -> None:
    for added in (Added(html=html), Added(lines=f"x = {json.dumps(html)};")):
        assert list(added.asks_for) == hosts


def test_attributes_of_a_script_s_strings_are_allowed_as_they_will_stand() -> None:
    line = r"""L.bind(`<i style="font: \u0027A\u0027 &amp; b">`, "<b style=\"c\">")"""
    added = Added(lines=line)
    assert added.inline()[3] == ["font: 'A' & b", "c"]


def test_numbers_stand_for_the_ids_of_elements_alone() -> None:
    ours, other = "0123456789abcdef" * 2, "f" * 32
    number = numbered([ours])
    assert number(f"a_{ours}, b_{other}, c_{ours}") == f"a_1, b_{other}, c_1"


def test_what_is_added_to_a_layer_later_is_refused_as_well(small: PledgeMap) -> None:
    group = folium.FeatureGroup(name="Tiles").add_to(small)
    folium.TileLayer("OpenStreetMap").add_to(group)
    with pytest.raises(NotOnThisMapError, match="TileLayer: tiles are cut"):
        small.get_root().render()


def test_an_added_marker_leaves_folium_itself_unchanged(small: PledgeMap) -> None:
    before = list(folium.Map.default_js)
    folium.Marker([50.45, 30.52], icon=folium.Icon()).add_to(small)
    with pytest.warns(UserWarning, match="asks for"):
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
    # The mark that begins a file counts for more than what a server says of it.
    assert path.read_text(encoding="utf-8-sig") == small.get_root().render()
    assert path.read_bytes().startswith(codecs.BOM_UTF8)


def test_what_it_saves_is_whole_or_as_it_was(
    small: PledgeMap, tmp_path: Path, monkeypatch
) -> None:
    path, link = tmp_path / "saved.html", tmp_path / "link.html"
    path.write_text("as it was")
    path.chmod(0o600)
    link.symlink_to(path.name)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match="No space left"):
            small.save(link)
    assert path.read_text() == "as it was"
    small.save(link)
    assert link.is_symlink()
    assert path.read_bytes().startswith(codecs.BOM_UTF8)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    small.save("/dev/null")


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
