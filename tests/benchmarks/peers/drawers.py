"""The same four layers, as the documentation of other libraries would draw them.

    python -m tests.benchmarks.peers.drawers NAME MAP PAGE

Each draws the countries by status with tooltips, the figures, the names, the disputed
areas and lines and the participants of the meeting that our page opens with. None has a
source, a statement beyond a tooltip, tables, time, languages, use by keyboard,
downloads or a picture without JavaScript; what each lacks besides stands beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd

from tests.benchmarks.paint.plain_folium import plain_folium
from tests.benchmarks.peers.drawn import COLOURS, DISPUTED, Drawn, disputed, drawn

ROOT = Path(__file__).parents[3]


def folium_inlined(slug: str, page: Path) -> None:
    """folium with its Leaflet in the page, without the nine other files it asks for.

    It has the statements of each country in popups besides; it lacks a legend, search
    and an equal-area view.
    """
    page.write_text(plain_folium(ROOT, slug, None), encoding="utf-8")


def explore(slug: str, page: Path) -> None:
    """geopandas' own ``explore``: folium, as it saves it, with a legend; no names."""
    data = drawn(ROOT, slug)
    countries = data.countries
    present = [status for status in COLOURS if status in set(countries["status"])]
    plain = countries.explore(
        "status", tiles=None, name="Statuses", categories=present,
        cmap=[COLOURS[status] for status in present],
    )  # fmt: skip
    for layer, colour in DISPUTED.items():
        disputed(layer).explore(m=plain, color=colour, name=layer)
    for name, countries_of in (
        ("Figures", _sized(data)),
        ("Participants", _part(data)),
    ):
        if countries_of:
            points = _points(data, countries_of)
            points.explore(m=plain, name=name, marker_kwds={"radius": 8})
    plain.save(page)


def plotly(slug: str, page: Path) -> None:
    """plotly, its script in the page: pans and zooms, with a legend; no popups.

    Each status carries all boundaries, as its documentation has it.  The land it asks
    of another host, though none of it is drawn, and without an answer it draws nothing.
    """
    import plotly.express as px
    import plotly.graph_objects as go

    data = drawn(ROOT, slug)
    countries = _clockwise(data.countries).set_index("iso_a3")
    figure = px.choropleth(
        countries, geojson=countries.geometry.__geo_interface__,
        locations=countries.index, color="status", hover_name="name",
        color_discrete_map=COLOURS, projection="azimuthal equal area",
    )  # fmt: skip
    for layer in DISPUTED:
        lons, lats = _strung(disputed(layer).geometry)
        figure.add_trace(go.Scattergeo(lon=lons, lat=lats, mode="lines", name=layer))
    groups = {"Figures": _sized(data), "Participants": _part(data)}
    groups["Names"] = dict(data.named)
    for name, texts in groups.items():
        at = [data.places[country] for country in texts]
        figure.add_trace(
            go.Scattergeo(
                lat=[lat for lat, _ in at], lon=[lon for _, lon in at], name=name,
                text=list(texts.values()),
                mode="text" if name == "Names" else "markers",
            )
        )  # fmt: skip
    figure.write_html(page, include_plotlyjs=True)


def altair(slug: str, page: Path) -> None:
    """Vega-Altair, its scripts in the page: a legend; does not pan or zoom."""
    import altair as alt

    data = drawn(ROOT, slug)
    shown = [status for status in COLOURS if status in set(data.countries["status"])]
    scale = alt.Scale(domain=shown, range=[COLOURS[status] for status in shown])
    chart = alt.layer(
        alt.Chart(_clockwise(data.countries))
        .mark_geoshape(stroke="#fffefb")
        .encode(color=alt.Color("status:N", scale=scale), tooltip=["name", "status"]),
        *(
            alt.Chart(_clockwise(disputed(layer))).mark_geoshape(
                filled=False, stroke=colour
            )
            for layer, colour in DISPUTED.items()
        ),
        *(
            alt.Chart(_points(data, texts)).mark_geoshape(filled=False, stroke="black")
            .encode(tooltip=["text"])
            for texts in (_sized(data), _part(data))
        ),
        alt.Chart(_points(data, dict(data.named)).assign(
            lon=lambda frame: frame.geometry.x, lat=lambda frame: frame.geometry.y
        ).drop(columns="geometry"))
        .mark_text()
        .encode(longitude="lon:Q", latitude="lat:Q", text="text:N"),
    )  # fmt: skip
    chart = chart.project(
        "azimuthalEqualArea", rotate=[-15, -54, 0], scale=900
    ).properties(width=900, height=600)
    chart.save(page, inline=True)


def _sized(data: Drawn) -> dict[str, str]:
    return {country: str(troops) for country, troops in data.figures}


def _part(data: Drawn) -> dict[str, str]:
    return {
        part.actor: str(part.mode)
        for part in data.present
        if part.meeting in data.shown and part.actor in data.places
    }


def _points(data: Drawn, texts: dict[str, str]) -> gpd.GeoDataFrame:
    """Return a point a country, with its text."""
    at = [data.places[country] for country in texts]
    points = gpd.points_from_xy([lon for _, lon in at], [lat for lat, _ in at])
    return gpd.GeoDataFrame({"text": list(texts.values())}, geometry=points, crs=4326)


def _clockwise(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Wind outer rings as D3 wants them: else all the world but them is meant."""
    return frame.assign(geometry=frame.geometry.orient_polygons(exterior_cw=True))


def _strung(shapes: gpd.GeoSeries) -> tuple[list[float | None], list[float | None]]:
    """Return all lines as one, with a gap after each."""
    longitudes: list[float | None] = []
    latitudes: list[float | None] = []
    polygons = shapes.geom_type.str.contains("Polygon")
    for line in shapes.where(~polygons, shapes.boundary).explode():
        for lon, lat in line.coords:
            longitudes.append(lon)
            latitudes.append(lat)
        longitudes.append(None)
        latitudes.append(None)
    return longitudes, latitudes


DRAWERS: dict[str, Callable[[str, Path], None]] = {
    "folium, Leaflet in it": folium_inlined,
    "geopandas explore": explore,
    "plotly": plotly,
    "altair": altair,
}

if __name__ == "__main__":
    DRAWERS[sys.argv[1]](sys.argv[2], Path(sys.argv[3]))
