"""The same data as folium's own documentation would draw it.

The whole map has, each a layer of its own where folium has layers:

- the countries by status (``GeoJson``) with tooltips, and popups that hold all the
  country's statements;
- the figures (``CircleMarker``), the names of the countries with data (``DivIcon``),
  the disputed areas and lines (``GeoJson``);
- the participants of every meeting (a ``FeatureGroup`` of ``Marker`` a meeting), shown
  as our page shows them when it opens;
- a ``LayerControl``.

It has not: a legend, the headline, tables, sources, search, time, filters, languages,
equal-area views, signs and dots on the statuses, use by keyboard, downloads, a picture
without JavaScript.  The lean map has the statuses, without statements, and the figures.
"""

from __future__ import annotations

import json
from html import escape
from importlib.resources import files
from pathlib import Path

import folium

from geo.definitions.load import MapInput
from geo.page.leaflet import PACKAGE, leaflet_script
from tests.benchmarks.peers.drawn import (
    COLOURS,
    DISPUTED,
    Drawn,
    disputed,
    drawn,
)

Links = list[tuple[str, str]]


def plain_folium(
    root: Path, slug: str, links: Path | None = None, *, lean: bool = False
) -> str:
    """Return the HTML of a plain folium map, on no tiles.

    folium's links lead to files beside the page that are called as those of the folder
    ``links``; those that it lacks are left out.  Without it Leaflet is inlined.
    """
    data = drawn(root, slug)
    plain = folium.Map([54, 15], zoom_start=4, tiles=None)
    _countries(data, {} if lean else _said(data.loaded)).add_to(plain)
    if not lean:
        _add_disputed(plain)
        _names(data).add_to(plain)
        _add_meetings(plain, data)
    _figures(data).add_to(plain)
    if not lean:
        folium.LayerControl().add_to(plain)
    return _rendered(plain, links)


def _countries(data: Drawn, said: dict[str, str]) -> folium.GeoJson:
    shown = data.countries.copy()
    fields = ["name", "status"]
    if said:
        shown["statements"] = shown["iso_a3"].map(said).fillna("")
        fields = [*fields, "statements"]
    return folium.GeoJson(
        json.loads(shown.to_json()),
        name="Statuses",
        style_function=lambda feature: {
            "fillColor": COLOURS[feature["properties"]["status"]],
            "color": "#fffefb",
            "weight": 0.8,
            "fillOpacity": 1,
        },
        tooltip=folium.GeoJsonTooltip(["name", "status"]),
        popup=folium.GeoJsonPopup(fields),
    )


def _said(loaded: MapInput) -> dict[str, str]:
    """Return each country's statements as a list in HTML."""
    items: dict[str, list[str]] = {}
    for said in loaded.statements.values():
        status = "; ".join(said.status)
        text = f"{said.date.iso}, {status}: {said.statement} ({said.source})"
        items.setdefault(said.actor, []).append(f"<li>{escape(text)}</li>")
    return {actor: f"<ul>{''.join(texts)}</ul>" for actor, texts in items.items()}


def _figures(data: Drawn) -> folium.FeatureGroup:
    group = folium.FeatureGroup("Figures")
    for country, troops in data.figures:
        folium.CircleMarker(
            data.places[country], radius=36 * (troops / 1e4) ** 0.5,
            tooltip=str(troops),
        ).add_to(group)  # fmt: skip
    return group


def _add_disputed(plain: folium.Map) -> None:
    for layer, colour in DISPUTED.items():
        drawn = disputed(layer)
        look = {"color": colour, "weight": 1, "dashArray": "3 3", "fillOpacity": 0.3}
        folium.GeoJson(
            json.loads(drawn[["id", "geometry"]].to_json()),
            name=layer,
            style_function=lambda _, look=look: look,
            tooltip=folium.GeoJsonTooltip(["id"]),
        ).add_to(plain)


def _names(data: Drawn) -> folium.FeatureGroup:
    group = folium.FeatureGroup("Names")
    for country, name in data.named:
        icon = folium.DivIcon(html=f"<div>{escape(name)}</div>")
        folium.Marker(data.places[country], icon=icon).add_to(group)
    return group


def _add_meetings(plain: folium.Map, data: Drawn) -> None:
    """Add a group a meeting; those that no layer shows when the page opens wait."""
    for key, meeting in data.loaded.dataset.meetings.items():
        group = folium.FeatureGroup(escape(meeting.name["en"]), show=key in data.shown)
        for part in data.present:
            if part.meeting == key and part.actor in data.places:
                tooltip = escape(f"{part.actor}, {part.mode}")
                folium.Marker(data.places[part.actor], tooltip=tooltip).add_to(group)
        group.add_to(plain)


def _rendered(plain: folium.Map, links: Path | None) -> str:
    plain.default_js = _local(folium.Map.default_js, links)
    plain.default_css = _local(folium.Map.default_css, links)
    page: str = plain.get_root().render()
    if links is not None:
        return page
    style = (files(PACKAGE) / "data" / "leaflet.css").read_text(encoding="utf-8")
    inlined = f"<style>{style}</style><script>{leaflet_script()}</script>"
    return page.replace("<head>", f"<head>{inlined}", 1)


def _local(wanted: Links, folder: Path | None) -> Links:
    """Lead links to files beside the page: what is near loads sooner."""
    files = set() if folder is None else {file.name for file in folder.iterdir()}
    named = [(name, url.rpartition("/")[2]) for name, url in wanted]
    return [(name, file) for name, file in named if file in files]
