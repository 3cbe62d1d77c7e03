"""What people do with a folium.Map: each idiom of folium's gallery, on ours.

An idiom is a function that is given the map.  Beside it stands what it gives: OFFLINE,
the page asks for nothing and keeps its strict policy; REMOTE, it asks for scripts of
the web and says so; or a part of the sentence by which it is refused.  `seen` is where
the page then shows what was added, which a test looks at in pixels.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import branca.colormap
import folium
import numpy as np
import pandas as pd
from branca.element import Element, IFrame, MacroElement, Template
from folium import plugins
from folium.utilities import JsCode

KYIV, PARIS, WARSAW = [50.45, 30.52], [48.85, 2.35], [52.23, 21.01]
PLACES = [KYIV, PARIS, WARSAW]
OFFLINE, REMOTE = "offline", "remote"
AREAS: dict[str, Any] = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "id": name,
            "properties": {"name": name, "n": n, "day": f"2025-0{n}-01"},
            "geometry": {
                "type": "Polygon",
                "coordinates": [
                    [[x, y], [x + 6, y], [x + 6, y + 5], [x, y + 5], [x, y]]
                ],
            },
        }
        for n, (name, x, y) in enumerate(
            [("west", 0, 46), ("middle", 12, 46), ("east", 24, 46)], start=1
        )
    ],
}
POINTS: dict[str, Any] = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {
                "name": f"place {i}",
                "time": f"2025-0{i + 1}-01",
                "times": [f"2025-0{i + 1}-01"],
                "start": f"2025-0{i + 1}-01",
                "end": f"2025-0{i + 2}-01",
            },
            "geometry": {"type": "Point", "coordinates": [lon, lat]},
        }
        for i, (lat, lon) in enumerate(PLACES)
    ],
}
TOPOLOGY: dict[str, Any] = {
    "type": "Topology",
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [[[10, 45], [10, 0], [0, 5], [-10, 0], [0, -5]]],
    "objects": {
        "areas": {
            "type": "GeometryCollection",
            "geometries": [{"type": "Polygon", "arcs": [[0]], "id": "a"}],
        }
    },
}


@dataclass(frozen=True)
class Idiom:
    name: str
    add: Callable[[folium.Map], object]
    gives: str
    seen: str = ""
    #: Whether what it asks for is on npm, so that a test can serve it.
    is_served: bool = True

    @property
    def is_refused(self) -> bool:
        return self.gives not in (OFFLINE, REMOTE)


IDIOMS: list[Idiom] = []


def idiom(
    gives: str, seen: str = "", *, is_served: bool = True
) -> Callable[[Any], Any]:
    def note(add: Callable[[folium.Map], object]) -> Callable[[folium.Map], object]:
        IDIOMS.append(Idiom(add.__name__, add, gives, seen, is_served))
        return add

    return note


MARKER = ".leaflet-marker-icon"
PATH = ".leaflet-overlay-pane path"
CONTROL = ".leaflet-control"


# --- marks ---


@idiom(OFFLINE, MARKER)
def marker(m: folium.Map) -> None:
    folium.Marker(KYIV, popup="<b>Kyiv</b>", tooltip="Kyiv").add_to(m)


@idiom(OFFLINE, ".leaflet-popup")
def popup_that_is_open(m: folium.Map) -> None:
    folium.Marker(KYIV, popup=folium.Popup("Kyiv, “a” & more", show=True)).add_to(m)


@idiom(OFFLINE, ".leaflet-popup")
def popup_with_the_end_of_a_script(m: folium.Map) -> None:
    popup = folium.Popup("<p>a</script><!-- b</p>", show=True)
    folium.Marker(KYIV, popup=popup, tooltip="</SCRIPT>").add_to(m)


@idiom(OFFLINE, MARKER)
def popup_lazy(m: folium.Map) -> None:
    folium.Marker(KYIV, popup=folium.Popup("Kyiv", lazy=True)).add_to(m)


@idiom(OFFLINE, ".leaflet-popup table")
def popup_with_a_table(m: folium.Map) -> None:
    html = pd.DataFrame({"a": [1, 2]}).to_html(classes="table table-striped")
    folium.Marker(KYIV, popup=folium.Popup(html, show=True)).add_to(m)


@idiom(REMOTE, ".leaflet-popup iframe")
def popup_with_a_frame(m: folium.Map) -> None:
    frame = IFrame("<b>Kyiv</b>", width="200px", height="80px")
    folium.Marker(KYIV, popup=folium.Popup(frame, show=True)).add_to(m)


@idiom(REMOTE, ".awesome-marker")
def icon_of_a_font(m: folium.Map) -> None:
    folium.Marker(KYIV, icon=folium.Icon(color="green", icon="info-sign")).add_to(m)


@idiom(OFFLINE, MARKER)
def icon_of_a_picture(m: folium.Map) -> None:
    green = [[[0.0, 0.6, 0.0, 1.0]] * 20] * 20
    icon = folium.CustomIcon(np.array(green), icon_size=(20, 20))
    folium.Marker(KYIV, icon=icon).add_to(m)


@idiom(OFFLINE, MARKER)
def icon_of_html(m: folium.Map) -> None:
    html = '<div style="font-size: 20px; color: crimson">Київ</div>'
    folium.Marker(KYIV, icon=folium.DivIcon(html=html)).add_to(m)


@idiom(OFFLINE, MARKER)
def marker_to_drag(m: folium.Map) -> None:
    folium.Marker(KYIV, draggable=True).add_to(m)


@idiom(OFFLINE, PATH)
def circle_marker(m: folium.Map) -> None:
    folium.CircleMarker(
        KYIV, radius=14, color="crimson", fill=True, fill_opacity=1, popup="Kyiv"
    ).add_to(m)


@idiom(OFFLINE, PATH)
def circle_in_metres(m: folium.Map) -> None:
    folium.Circle(KYIV, radius=150_000, color="crimson", fill=True).add_to(m)


@idiom(OFFLINE, PATH)
def line(m: folium.Map) -> None:
    folium.PolyLine(PLACES, color="crimson", weight=6, tooltip="A way").add_to(m)


@idiom(OFFLINE, PATH)
def polygon(m: folium.Map) -> None:
    folium.Polygon(PLACES, color="crimson", fill=True).add_to(m)


@idiom(OFFLINE, PATH)
def rectangle(m: folium.Map) -> None:
    folium.Rectangle([[46, 10], [52, 20]], color="crimson", fill=True).add_to(m)


@idiom(OFFLINE, PATH)
def line_of_colours(m: folium.Map) -> None:
    folium.ColorLine(PLACES, colors=[0, 1], weight=8).add_to(m)


@idiom(REMOTE, PATH, is_served=False)
def regular_polygon(m: folium.Map) -> None:
    folium.RegularPolygonMarker(KYIV, number_of_sides=5, radius=20).add_to(m)


# --- GeoJSON and its kin ---


@idiom(OFFLINE, PATH)
def geo_json(m: folium.Map) -> None:
    folium.GeoJson(
        AREAS,
        name="Areas",
        style_function=lambda _area: {"color": "crimson", "fillColor": "gold"},
        highlight_function=lambda _area: {"weight": 6},
        tooltip=folium.GeoJsonTooltip(fields=["name"], style="color: green"),
        popup=folium.GeoJsonPopup(fields=["name", "n"], aliases=["Name", "Number"]),
        zoom_on_click=False,
    ).add_to(m)


@idiom(OFFLINE, PATH)
def geo_json_of_points(m: folium.Map) -> None:
    mark = folium.CircleMarker(radius=12, fill=True, fill_opacity=1, color="crimson")
    folium.GeoJson(POINTS, marker=mark).add_to(m)


@idiom(OFFLINE, MARKER)
def geo_json_of_markers(m: folium.Map) -> None:
    folium.GeoJson(POINTS).add_to(m)


@idiom(REMOTE, PATH)
def topo_json(m: folium.Map) -> None:
    style = {"color": "crimson", "weight": 5}
    folium.TopoJson(TOPOLOGY, "objects.areas", style_function=lambda _a: style).add_to(
        m
    )


@idiom(REMOTE, PATH)
def choropleth(m: folium.Map) -> None:
    folium.Choropleth(
        AREAS,
        data=pd.Series({"west": 1, "middle": 2, "east": 3}),
        key_on="feature.id",
        fill_color="YlGn",
        legend_name="A number",
        name="Choropleth",
    ).add_to(m)


@idiom(OFFLINE, PATH)
def choropleth_of_one_colour(m: folium.Map) -> None:
    folium.Choropleth(AREAS, fill_color="crimson").add_to(m)


@idiom(REMOTE, ".legend.leaflet-control svg")
def colormap(m: folium.Map) -> None:
    scale = branca.colormap.linear.YlOrRd_09.scale(0, 100)
    scale.caption = "A number"
    scale.add_to(m)


# --- layers and where the map looks ---


@idiom(OFFLINE, PATH)
def feature_group(m: folium.Map) -> None:
    group = folium.FeatureGroup(name="Added").add_to(m)
    folium.CircleMarker(KYIV, radius=14, color="crimson", fill=True).add_to(group)


@idiom(OFFLINE, ".leaflet-control-layers")
def layer_control(m: folium.Map) -> None:
    feature_group(m)
    folium.LayerControl(collapsed=False).add_to(m)


@idiom(REMOTE, ".leaflet-control-layers")
def grouped_layer_control(m: folium.Map) -> None:
    group = folium.FeatureGroup(name="Added").add_to(m)
    folium.CircleMarker(KYIV).add_to(group)
    plugins.GroupedLayerControl({"All": [group]}, collapsed=False).add_to(m)


@idiom(REMOTE, ".leaflet-control-layers")
def tree_layer_control(m: folium.Map) -> None:
    mark = folium.CircleMarker(KYIV).add_to(m)
    tree = {"label": "All", "children": [{"label": "Kyiv", "layer": mark}]}
    plugins.TreeLayerControl(overlay_tree=tree).add_to(m)


@idiom(REMOTE, PATH)
def group_within_a_group(m: folium.Map) -> None:
    group = folium.FeatureGroup(name="All").add_to(m)
    part = plugins.FeatureGroupSubGroup(group, "Part").add_to(m)
    folium.CircleMarker(KYIV, radius=14, fill=True).add_to(part)


@idiom(OFFLINE, PATH)
def pane(m: folium.Map) -> None:
    folium.map.CustomPane("low", z_index=250).add_to(m)
    folium.PolyLine(PLACES, weight=8).add_to(m)


@idiom(OFFLINE, PATH)
def in_front(m: folium.Map) -> None:
    low = folium.GeoJson(AREAS).add_to(m)
    folium.Rectangle([[46, 0], [51, 30]], fill=True).add_to(m)
    m.keep_in_front(low)


@idiom(OFFLINE, PATH)
def fit_bounds(m: folium.Map) -> None:
    rectangle(m)
    m.fit_bounds([[46, 10], [52, 20]])


@idiom(OFFLINE, PATH)
def fit_overlays(m: folium.Map) -> None:
    feature_group(m)
    folium.FitOverlays().add_to(m)


# --- what answers ---


@idiom(OFFLINE)
def click_says_where(m: folium.Map) -> None:
    m.add_child(folium.LatLngPopup())


@idiom(OFFLINE)
def click_makes_a_marker(m: folium.Map) -> None:
    m.add_child(folium.ClickForMarker("<b>Here</b>: ${lat}, ${lng}"))


@idiom(OFFLINE)
def click_copies_the_place(m: folium.Map) -> None:
    m.add_child(folium.ClickForLatLng(alert=False))


@idiom(OFFLINE, PATH)
def events(m: folium.Map) -> None:
    areas = folium.GeoJson(AREAS).add_to(m)
    areas.on(mouseover=JsCode("(e) => e.layer.setStyle({ color: 'green' })"))
    m.on(click=JsCode("(e) => 0"))


@idiom(OFFLINE, MARKER)
def own_element(m: folium.Map) -> None:
    own = MacroElement()
    own._template = Template(
        "{% macro script(this, kwargs) %}"
        "L.marker([50, 20]).addTo({{ this._parent.get_name() }});"
        "{% endmacro %}"
    )
    m.add_child(own)


# --- the page round the map ---


@idiom(OFFLINE, "h3.over")
def title_over_the_map(m: folium.Map) -> None:
    title = '<h3 class="over" style="text-align: center">My own title</h3>'
    m.get_root().html.add_child(Element(title))


@idiom(OFFLINE, "#own-legend")
def legend_of_html(m: folium.Map) -> None:
    m.get_root().header.add_child(Element("<style>#own-legend { color: red }</style>"))
    legend = '<div id="own-legend" style="position: fixed; bottom: 9px">Legend</div>'
    m.get_root().html.add_child(Element(legend))


@idiom(OFFLINE, "#pressed")
def script_in_the_header(m: folium.Map) -> None:
    root = m.get_root()
    script = "<script>function press() { this.textContent = 'Pressed'; }</script>"
    root.header.add_child(Element(script))
    button = '<button id="pressed" onclick="press.call(this)">Press</button>'
    root.html.add_child(Element(button))


@idiom(REMOTE, "#face")
def style_sheet_of_the_web(m: folium.Map) -> None:
    m.add_css_link(
        "own", "https://cdn.jsdelivr.net/npm/leaflet-draw/dist/leaflet.draw.css"
    )
    m.get_root().html.add_child(Element('<p id="face">Text</p>'))


@idiom(OFFLINE, "img")
def float_image(m: folium.Map) -> None:
    dot = (
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEUlEQVR4nGP4"
        "z8CABzGMSgMAFwb/AbpVVGwAAAAASUVORK5CYII="
    )
    plugins.FloatImage(dot, bottom=40, left=40, width="60px").add_to(m)


# --- plugins ---


@idiom(REMOTE, ".marker-cluster")
def marker_cluster(m: folium.Map) -> None:
    near = [[KYIV[0] + i / 100, KYIV[1]] for i in range(5)]
    cluster = plugins.MarkerCluster(near, name="Cluster").add_to(m)
    folium.Marker(PARIS, popup="Paris").add_to(cluster)


@idiom(REMOTE, ".marker-cluster")
def fast_marker_cluster(m: folium.Map) -> None:
    near = [[KYIV[0] + i / 100, KYIV[1]] for i in range(5)]
    plugins.FastMarkerCluster(near).add_to(m)


@idiom(REMOTE, ".leaflet-draw-toolbar")
def draw(m: folium.Map) -> None:
    plugins.Draw(export=True).add_to(m)


@idiom(REMOTE, ".leaflet-pm-toolbar")
def geoman(m: folium.Map) -> None:
    plugins.GeoMan().add_to(m)


@idiom(REMOTE, ".leaflet-control-zoom-fullscreen, .leaflet-control-fullscreen")
def fullscreen(m: folium.Map) -> None:
    plugins.Fullscreen().add_to(m)


@idiom(REMOTE, "canvas.leaflet-heatmap-layer")
def heat_map(m: folium.Map) -> None:
    plugins.HeatMap(PLACES, radius=40).add_to(m)


@idiom(REMOTE, ".leaflet-bar-timecontrol")
def heat_map_with_time(m: folium.Map) -> None:
    plugins.HeatMapWithTime([[[*KYIV, 1]], [[*PARIS, 1]]], radius=40).add_to(m)


@idiom(REMOTE, ".leaflet-control-search")
def search(m: folium.Map) -> None:
    areas = folium.GeoJson(AREAS, name="Areas").add_to(m)
    plugins.Search(areas, search_label="name", geom_type="Polygon").add_to(m)


@idiom(REMOTE, ".leaflet-control-geocoder")
def geocoder(m: folium.Map) -> None:
    plugins.Geocoder().add_to(m)


@idiom(REMOTE, ".leaflet-control-locate")
def locate(m: folium.Map) -> None:
    plugins.LocateControl().add_to(m)


@idiom(REMOTE, ".leaflet-control-measure")
def measure(m: folium.Map) -> None:
    plugins.MeasureControl().add_to(m)


@idiom(REMOTE, PATH)
def ant_path(m: folium.Map) -> None:
    plugins.AntPath(PLACES, weight=8).add_to(m)


@idiom(REMOTE, MARKER)
def boat_marker(m: folium.Map) -> None:
    plugins.BoatMarker([45, 0], heading=45).add_to(m)


@idiom(REMOTE, PATH)
def pattern(m: folium.Map) -> None:
    stripes = plugins.StripePattern(angle=45).add_to(m)
    style = {"fillPattern": stripes, "fillOpacity": 1}
    folium.GeoJson(AREAS, style_function=lambda _area: dict(style)).add_to(m)


@idiom(REMOTE, PATH)
def line_beside_a_line(m: folium.Map) -> None:
    plugins.PolyLineOffset(PLACES, weight=5, offset=10).add_to(m)


@idiom(REMOTE, ".leaflet-overlay-pane text")
def text_along_a_line(m: folium.Map) -> None:
    way = folium.PolyLine(PLACES, weight=5).add_to(m)
    attributes = {"font-size": "24", "fill": "crimson"}
    plugins.PolyLineTextPath(way, "The way", attributes=attributes).add_to(m)


@idiom(REMOTE, PATH)
def line_from_letters(m: folium.Map) -> None:
    plugins.PolyLineFromEncoded("oo|rH_}gyD~nwHn}|jD_dsS_p{pB", weight=6).add_to(m)


@idiom(REMOTE, MARKER)
def spiderfier(m: folium.Map) -> None:
    folium.Marker(KYIV).add_to(m)
    folium.Marker(KYIV).add_to(m)
    plugins.OverlappingMarkerSpiderfier().add_to(m)


@idiom(REMOTE, MARKER)
def realtime(m: folium.Map) -> None:
    source = JsCode("(done) => done({ type: 'FeatureCollection', features: [] })")
    plugins.Realtime(source, interval=10**6).add_to(m)
    folium.Marker(KYIV).add_to(m)


@idiom(REMOTE, PATH)
def semicircle(m: folium.Map) -> None:
    plugins.SemiCircle(KYIV, radius=300_000, start_angle=10, stop_angle=200).add_to(m)


@idiom(REMOTE, ".easy-button-button")
def tag_filter(m: folium.Map) -> None:
    folium.Marker(KYIV, tags=["capital"]).add_to(m)
    plugins.TagFilterButton(["capital"]).add_to(m)


@idiom(REMOTE)
def terminator(m: folium.Map) -> None:
    plugins.Terminator().add_to(m)


@idiom(REMOTE, ".leaflet-timeline-control")
def timeline(m: folium.Map) -> None:
    layer = plugins.Timeline(POINTS).add_to(m)
    plugins.TimelineSlider(auto_play=False).add_timelines(layer).add_to(m)


@idiom(REMOTE, ".leaflet-bar-timecontrol")
def timestamped_geo_json(m: folium.Map) -> None:
    plugins.TimestampedGeoJson(POINTS, period="P1M", auto_play=False).add_to(m)


@idiom(REMOTE, "img[alt=scroll]")
def scroll_zoom_toggler(m: folium.Map) -> None:
    plugins.ScrollZoomToggler().add_to(m)


@idiom(REMOTE, MARKER, is_served=False)
def beautiful_icon(m: folium.Map) -> None:
    folium.Marker(KYIV, icon=plugins.BeautifyIcon("plane")).add_to(m)


@idiom(REMOTE, CONTROL, is_served=False)
def mouse_position(m: folium.Map) -> None:
    plugins.MousePosition().add_to(m)


@idiom(REMOTE, ".leaflet-popup svg", is_served=False)
def popup_with_a_chart(m: folium.Map) -> None:
    chart = {"$schema": "https://vega.github.io/schema/vega-lite/v5.json"}
    popup = folium.Popup(show=True)
    folium.VegaLite(chart, width=200, height=100).add_to(popup)
    folium.Marker(KYIV, popup=popup).add_to(m)


# --- what an equal-area map cannot show ---

TILES, PICTURE, SECOND = "Web Mercator and would", "picture laid", "a second map"


@idiom(TILES)
def tiles(m: folium.Map) -> None:
    folium.TileLayer("OpenStreetMap").add_to(m)


@idiom(TILES)
def tiles_within_a_group(m: folium.Map) -> None:
    group = folium.FeatureGroup(name="Tiles")
    folium.TileLayer("OpenStreetMap").add_to(group)
    group.add_to(m)


@idiom(TILES)
def wms(m: folium.Map) -> None:
    folium.WmsTileLayer("https://example.org/wms", layers="a").add_to(m)


@idiom(TILES)
def vector_tiles(m: folium.Map) -> None:
    plugins.VectorGridProtobuf("https://example.org/{z}/{x}/{y}.pbf").add_to(m)


@idiom(PICTURE)
def image_overlay(m: folium.Map) -> None:
    box = [[46, 10], [52, 20]]
    folium.raster_layers.ImageOverlay("https://example.org/a.png", box).add_to(m)


@idiom(PICTURE)
def video_overlay(m: folium.Map) -> None:
    box = [[46, 10], [52, 20]]
    folium.raster_layers.VideoOverlay("https://example.org/a.webm", box).add_to(m)


@idiom(SECOND)
def mini_map(m: folium.Map) -> None:
    plugins.MiniMap().add_to(m)


@idiom(TILES)
def side_by_side(m: folium.Map) -> None:
    left, right = folium.FeatureGroup(), folium.FeatureGroup()
    plugins.SideBySideLayers(left, right).add_to(m)


@idiom("builds its slider")
def time_slider_choropleth(m: folium.Map) -> None:
    style = {"west": {"1735689600": {"color": "crimson", "opacity": 0.8}}}
    plugins.TimeSliderChoropleth(AREAS, styledict=style).add_to(m)


@idiom("no room for others")
def subplot_of_its_own_page(m: folium.Map) -> None:
    m.get_root().add_subplot(1, 2, 1)


@idiom("streamlit.components.v1.html")
def streamlit_folium(m: folium.Map) -> None:
    """The first lines of streamlit_folium.st_folium."""
    m.get_root().render()
    m.render()
