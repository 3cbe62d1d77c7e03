"""A map is a folium.Map to go on from: what people add to one, and what then shows.

Each idiom works or is refused by a sentence of Python; none leaves a dead page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import branca.element
import folium
import folium.plugins
import pytest
from engines import Page
from engines.page import poll
from folium_files import asked_here, folium_files
from folium_idioms import AREAS, IDIOMS, KYIV, OFFLINE, PARIS, Idiom, choropleth
from PIL import ImageChops

import geo
from geo.building import pledge_map
from geo.page.folium_map import PledgeMap
from geo.page.refused import NotOnThisMapError

WORKING = [idiom for idiom in IDIOMS if not idiom.is_refused]
REFUSED = [idiom for idiom in IDIOMS if idiom.is_refused]
in_chromium = pytest.mark.parametrize("engine", ["chromium"], indirect=True)
pytestmark = pytest.mark.browser

MAGENTA = (255, 0, 170)
DOT = {"radius": 20, "color": "#ff00aa", "fill": True, "fill_opacity": 1}

Save = Callable[[folium.Map], Path]


def named(idiom: Idiom) -> str:
    return idiom.name


def policy_of(page: str) -> str:
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    return str(policy)


@pytest.fixture
def m(project: Path) -> PledgeMap:
    return pledge_map(project / "maps" / "small.toml")


@pytest.fixture(scope="module")
def files() -> Iterator[str]:
    with folium_files() as address:
        yield address


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Save a map that asks for nothing; a warning would fail the test."""

    def saved(m: folium.Map) -> Path:
        path = tmp_path / "saved.html"
        m.save(path)
        return path

    return saved


@pytest.fixture
def save_asking(tmp_path: Path, files: str) -> Save:
    """Save a map that asks for files, which are served here."""

    def saved(m: folium.Map) -> Path:
        path = tmp_path / "saved.html"
        with pytest.warns(UserWarning, match="^what was added to the map asks") as told:
            m.save(path)
        assert len(told) == 1
        text = path.read_text(encoding="utf-8")
        path.write_text(asked_here(text, files), encoding="utf-8")
        return path

    return saved


#: The boxes of elements in the window, as far as the window shows them.
BOXES = """selector => [...document.querySelectorAll(selector)]
  .map(found => found.getBoundingClientRect())
  .map(({ left, top, right, bottom }) => [Math.max(0, left), Math.max(0, top),
    Math.min(innerWidth, right), Math.min(innerHeight, bottom)].map(Math.round))
  .filter(([left, top, right, bottom]) => right - left > 1 && bottom - top > 1)"""
HIDE = """(selector, hidden) => {
  for (const found of document.querySelectorAll(selector))
    found.style.visibility = hidden ? "hidden" : "";
}"""


def is_painted(page: Page, selector: str) -> bool:
    """Whether pixels change where elements are, once they are hidden."""
    boxes = page.run(BOXES, selector)
    with_it = page.pixels()
    page.run(HIDE, selector, True)
    without = page.pixels()
    page.run(HIDE, selector, False)
    return any(
        ImageChops.difference(with_it.crop(box), without.crop(box)).getbbox()
        for box in boxes
    )


def middle(page: Page, selector: str) -> tuple[int, int]:
    """Return the middle of a mark as it stands: to scroll to it would move the map."""
    left, top, right, bottom = page.run(BOXES, selector)[0]
    return (left + right) // 2, (top + bottom) // 2


def wait_painted(page: Page, selector: str) -> None:
    poll(lambda: is_painted(page, selector), f"{page.engine}: {selector} in pixels")


# --- every idiom ---


@in_chromium
@pytest.mark.parametrize("idiom", [i for i in WORKING if i.is_served], ids=named)
def test_an_idiom_works_and_says_what_it_asks_for(
    reader, m: PledgeMap, save: Save, save_asking: Save, idiom: Idiom
) -> None:
    idiom.add(m)
    path = save(m) if idiom.gives == OFFLINE else save_asking(m)
    assert_policy_is(path.read_text(encoding="utf-8"), idiom)
    # folium's own plugins warn of what they are made of.
    reader.forgives = r"Deprecated include|Deprecat|willReadFrequently"
    page = reader.open(path, height=900)
    assert page.shown(".leaflet-land-pane path")
    if idiom.gives == OFFLINE:
        assert page.asked_for() == []
    if idiom.seen:
        wait_painted(page, idiom.seen)


def assert_policy_is(page: str, idiom: Idiom) -> None:
    policy = policy_of(page)
    if idiom.gives == OFFLINE:
        assert policy.startswith("default-src 'none'; script-src 'sha256-")
        assert "unsafe-inline" not in policy
        assert "unsafe-eval" not in policy
    else:
        assert "default-src *" in policy


@pytest.mark.parametrize("idiom", [i for i in WORKING if not i.is_served], ids=named)
def test_what_is_not_served_here_says_what_it_asks_for(
    m: PledgeMap, idiom: Idiom
) -> None:
    idiom.add(m)
    with pytest.warns(
        UserWarning, match="^what was added to the map asks for "
    ) as told:
        page = m.get_root().render()
    assert len(told) == 1
    assert_policy_is(page, idiom)


def test_what_cannot_work_is_refused_by_a_sentence(m: PledgeMap) -> None:
    before = m.get_root().render()
    for idiom in REFUSED:
        with pytest.raises(NotOnThisMapError) as refused:
            idiom.add(m)
        assert idiom.gives in str(refused.value)
        # It says what to do, and the map goes on without it.
        assert ";" in str(refused.value)
    assert m.get_root().render() == before


ASKING = [idiom for idiom in WORKING if idiom.gives != OFFLINE]


@in_chromium
@pytest.mark.parametrize("some", [ASKING[start::5] for start in range(5)], ids=range(5))
def test_a_page_whose_files_do_not_come_lives_without_them(
    reader, m: PledgeMap, tmp_path: Path, some: list[Idiom]
) -> None:
    """As a reader on a train has it, several idioms on a map."""
    for idiom in some:
        idiom.add(m)
    path = tmp_path / "saved.html"
    with pytest.warns(UserWarning, match="asks for"):
        m.save(path)
    text = path.read_text(encoding="utf-8")
    path.write_text(asked_here(text, "http://127.0.0.1:9"), encoding="utf-8")
    reader.forgives = "."
    page = reader.open(path)
    assert page.shown(".leaflet-land-pane path")
    assert page.shown("#panel input")


# --- the idioms that most people use, in the three engines ---


def test_a_marker_has_its_tooltip_and_its_popup(reader, m: PledgeMap, save: Save):
    marker = folium.Marker(KYIV, popup="<b>Kyiv</b>, the capital", tooltip="Kyiv")
    marker.add_to(m)
    page = reader.open(save(m))
    wait_painted(page, ".leaflet-marker-icon")
    assert page.asked_for() == []
    page.move(*middle(page, ".leaflet-marker-icon"))
    page.wait(
        "() => document.querySelector('.leaflet-tooltip')?.innerText.trim() === 'Kyiv'"
    )
    page.click(*middle(page, ".leaflet-marker-icon"))
    page.wait("() => !!document.querySelector('.leaflet-popup-content b')")
    page.wait_still()
    wait_painted(page, ".leaflet-popup-content-wrapper")
    assert page.text(".leaflet-popup-content").strip() == "Kyiv, the capital"


def test_a_circle_marker_is_seen_in_its_colour(reader, m: PledgeMap, save: Save):
    folium.CircleMarker(KYIV, **DOT).add_to(m)
    page = reader.open(save(m))
    at = middle(page, ".leaflet-overlay-pane path")
    poll(lambda: page.pixels().getpixel(at) == MAGENTA, "the circle")


def test_areas_have_their_style_and_say_their_name(reader, m: PledgeMap, save: Save):
    folium.GeoJson(
        AREAS,
        style_function=lambda _area: {"fillColor": "#ff00aa", "fillOpacity": 1},
        tooltip=folium.GeoJsonTooltip(fields=["name"], style="color: rgb(1, 2, 3)"),
    ).add_to(m)
    page = reader.open(save(m))
    at = middle(page, ".leaflet-overlay-pane path")
    poll(lambda: page.pixels().getpixel(at) == MAGENTA, "the first area")
    page.move(*at)
    page.wait("() => !!document.querySelector('.leaflet-tooltip td')")
    assert page.text(".leaflet-tooltip td").strip() == "west"
    colour = "() => getComputedStyle(document.querySelector('.leaflet-tooltip')).color"
    assert page.run(colour) == "rgb(1, 2, 3)"


GROUP = "#panel input[value=added-0]"
ON_MAP = "() => document.querySelectorAll('.leaflet-overlay-pane path').length"


def test_a_group_stands_in_the_panel_under_its_name(reader, m: PledgeMap, save: Save):
    group = folium.FeatureGroup(name="Capitals <b> & more").add_to(m)
    folium.CircleMarker(KYIV, radius=20, fill=True, color="#ff00aa").add_to(group)
    folium.FeatureGroup().add_to(m)
    folium.LayerControl(collapsed=False).add_to(m)
    path = save(m)
    page = reader.open(path)
    wait_painted(page, ".leaflet-overlay-pane path")
    label = "document.querySelector('#panel input[value=added-0]').closest('label')"
    assert page.run(f"() => {label}.innerText.trim()") == "Capitals <b> & more"
    # By keyboard, and folium's own control keeps up with the panel.
    assert page.run(ON_MAP) == 1
    page.run("s => document.querySelector(s).focus()", GROUP)
    page.press(" ")
    page.wait(f"() => ({ON_MAP})() === 0")
    control = "document.querySelector('.leaflet-control-layers-overlays input')"
    assert page.run(f"() => {control}.checked") is False
    assert page.run("() => document.activeElement.value") == "added-0"
    # The address keeps it, as all that is chosen.
    page.wait("() => location.hash === '#added=added-1'")
    again = reader.open(path, "#added=added-1")
    assert again.run(ON_MAP) == 0
    assert again.run("s => document.querySelector(s).checked", GROUP) is False
    # Another language, and then another view of the control: all keep it so.
    page.run(
        "() => { const s = document.querySelector('#languages select'); s.value = 'fr';"
        " s.dispatchEvent(new Event('change', { bubbles: true })); }"
    )
    page.wait("() => document.documentElement.lang === 'fr'")
    assert page.run("s => document.querySelector(s).checked", GROUP) is False
    assert "Couche ajoutée 2" in page.text("#panel")
    page.click_on(".leaflet-control-layers-overlays input")
    page.wait(f"() => ({ON_MAP})() === 1")
    page.wait("s => document.querySelector(s).checked", GROUP)


def test_a_choropleth_has_its_colours_and_its_scale(
    reader, m: PledgeMap, save_asking: Save
):
    choropleth(m)
    page = reader.open(save_asking(m))
    wait_painted(page, ".leaflet-overlay-pane path")
    wait_painted(page, ".legend.leaflet-control svg")
    assert "Choropleth" in page.text("#panel")
    assert all("127.0.0.1" in address for address in page.asked_for())


# --- one idiom each ---


@in_chromium
def test_added_layers_go_with_the_view(reader, project: Path, edit, save_asking: Save):
    edit(
        "maps/small.toml",
        "[[layers]]",
        '[[views]]\nid = "world"\nprojection = "equal_earth"\n'
        'bounds = [-180, -60, 180, 84]\ntitle = "World"\n\n[[layers]]',
    )
    m = pledge_map(project / "maps" / "small.toml")
    near = [[KYIV[0] + i / 100, KYIV[1]] for i in range(5)]
    folium.plugins.MarkerCluster([*near, PARIS]).add_to(m)
    folium.CircleMarker(KYIV, radius=20, fill=True, color="#ff00aa").add_to(m)
    page = reader.open(save_asking(m))
    place = "s => { const b = document.querySelector(s).getBoundingClientRect();"
    place += " return [b.x + b.width / 2, b.y + b.height / 2]; }"
    wait_painted(page, ".marker-cluster")
    page.run("() => document.querySelectorAll('.choice')[1].click()")
    page.wait("() => document.querySelectorAll('.choice')[1].ariaPressed === 'true'")
    page.wait_still()
    wait_painted(page, ".marker-cluster")
    circle = page.run(place, ".leaflet-overlay-pane path")
    cluster = page.run(place, ".marker-cluster")
    assert circle == pytest.approx(cluster, abs=12)


@in_chromium
def test_bounds_that_were_asked_for_are_seen(reader, m: PledgeMap, save: Save):
    folium.Rectangle([[46, 10], [52, 20]], fill=True).add_to(m)
    m.fit_bounds([[46, 10], [52, 20]])
    page = reader.open(save(m))

    def is_seen() -> bool:
        ((left, top, right, bottom),) = page.run(BOXES, ".leaflet-overlay-pane path")
        ((a, b, c, d),) = page.run(BOXES, ".folium-map")
        is_large = (right - left) / (c - a) > 0.5 or (bottom - top) / (d - b) > 0.5
        return is_large and a <= left < right <= c

    poll(is_seen, f"{page.engine}: the rectangle large within the map")


def shows_dot(page: Page, share: tuple[float, float]) -> bool:
    """Whether a part of the window, from one share of its width to another, has it."""
    picture = page.pixels()
    left, right = (round(part * picture.width) for part in share)
    part = picture.crop((left, 0, right, picture.height))
    return MAGENTA in {colour for _, colour in part.getcolors(part.width * part.height)}


COMPLETE = "() => document.readyState === 'complete'"


@in_chromium
def test_a_figure_of_a_size_holds_the_page(reader, m: PledgeMap, save: Save):
    folium.CircleMarker(KYIV, **DOT).add_to(m)
    figure = branca.element.Figure(width="700px", height="500px")
    figure.add_child(m)
    page = reader.go(save(m).as_uri(), height=1200)
    page.wait(COMPLETE)
    poll(lambda: shows_dot(page, (0, 1)), "the live map in the figure")
    shown = m._repr_mimebundle_()[0]["text/html"]
    assert "width:700px;height:500px" in shown


@in_chromium
def test_two_maps_stand_side_by_side_in_a_figure(reader, project: Path, tmp_path: Path):
    figure = branca.element.Figure()
    for number in (1, 2):
        one = pledge_map(project / "maps" / "small.toml")
        folium.CircleMarker(KYIV, **DOT).add_to(one)
        figure.add_subplot(1, 2, number).add_child(one)
    path = tmp_path / "two.html"
    figure.save(path)
    page = reader.go(path.as_uri(), height=1200)
    page.wait(COMPLETE)
    for half in ((0, 0.5), (0.5, 1)):
        poll(lambda half=half: shows_dot(page, half), f"a live map in {half}")


def test_no_text_of_a_table_is_a_template_of_a_figure(
    project: Path, edit, tmp_path: Path
) -> None:
    edit("data/sources.csv", "A statement", "{{ 7*7 }} {% bad %}")
    edit("maps/small.toml", '"A map"', '"{{ 7*7 }}"')
    figure = branca.element.Figure()
    part = figure.add_subplot(1, 1, 1)
    part.add_child(pledge_map(project / "maps" / "small.toml"))
    page = unescape(figure.render())
    assert "{{ 7*7 }} {% bad %}" in page
    assert "<title>{{ 7*7 }}</title>" in page


@in_chromium
@pytest.mark.parametrize("column", [None, "status", "decided_by_n"])
def test_a_frame_is_explored_on_the_map(
    reader, project: Path, m: PledgeMap, save: Save, save_asking: Save, column
):
    pledges = geo.read_pledges(project / "data" / "pledges.csv")
    features = geo.join_pledges(pledges, geo.read_boundaries())
    features = features[features["status"] != "no_data"]
    features["decided_by_n"] = range(len(features))
    shown = features[["name", "status", "decided_by_n", "geometry"]]
    assert shown.explore(column, m=m, name="Explored") is m
    page = reader.open(save(m) if column is None else save_asking(m), height=900)
    wait_painted(page, ".leaflet-overlay-pane path")
    assert "Explored" in page.text("#panel")
    if column == "status":
        wait_painted(page, ".maplegend")


@in_chromium
def test_two_maps_in_one_notebook(reader, project: Path, tmp_path: Path):
    cells = []
    for place in (KYIV, PARIS):
        one = pledge_map(project / "maps" / "small.toml")
        folium.CircleMarker(place, **DOT).add_to(one)
        cells.append(one._repr_mimebundle_()[0]["text/html"])
    path = tmp_path / "notebook.html"
    path.write_text("<!doctype html>" + "".join(cells), encoding="utf-8")
    page = reader.go(path.as_uri(), height=1000)
    page.wait(COMPLETE)
    poll(lambda: shows_dot(page, (0, 1)), "a live map")
    page.run("() => scrollTo(0, 1e6)")
    poll(lambda: shows_dot(page, (0, 1)), "the other")


def test_saving_twice_gives_the_same_bytes(m: PledgeMap, tmp_path: Path) -> None:
    folium.Marker(KYIV, icon=folium.DivIcon(html="Kyiv"), popup="Kyiv").add_to(m)
    folium.GeoJson(AREAS, name="Areas").add_to(m)
    folium.LayerControl().add_to(m)
    m.save(tmp_path / "one.html")
    m.save(tmp_path / "two.html")
    first, second = (tmp_path / f"{n}.html" for n in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()


def test_the_same_script_gives_the_same_bytes(project: Path) -> None:
    """folium names its elements by chance."""

    def made() -> str:
        m = pledge_map(project / "maps" / "small.toml")
        folium.Marker(KYIV, popup="Kyiv", tooltip="Kyiv").add_to(m)
        folium.GeoJson(AREAS, tooltip=folium.GeoJsonTooltip(fields=["name"])).add_to(m)
        return m.get_root().render()

    assert made() == made()


def test_parts_of_a_page_asked_for_alone_hold_it_whole(m: PledgeMap) -> None:
    """As a page of Flask's takes a folium map to pieces: header, body, script."""
    folium.CircleMarker(KYIV).add_to(m)
    m.get_root().render()
    assert m.get_root().html.render().startswith("<iframe")
    assert m.get_root().script.render().strip() == ""
