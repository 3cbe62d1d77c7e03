"""The same data as folium's own documentation would draw it."""

from __future__ import annotations

import json
from pathlib import Path

import folium

from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.definitions.load import load_map
from geo.join.attendance import attendances
from geo.join.frames import statements_frame
from geo.join.join import join_pledges
from geo.layers.specs import layer_specs
from geo.page.leaflet import leaflet_script, leaflet_style

Links = list[tuple[str, str]]

COLOURS = {
    "pledged_troops": "#0d4a80",
    "pledged_other": "#4a94bd",
    "conditional": "#a9d2e2",
    "considering": "#f5eab9",
    "declined": "#e8a055",
    "opposed": "#95391a",
    "beneficiary": "#fffefb",
    "took_part_only": "#b3b0a8",
    "no_data": "#e7e3da",
}


def plain_folium(root: Path, slug: str, links: Path | None = None) -> str:
    """Give the HTML of a plain folium map with the map's statuses and figures.

    A ``GeoJson`` layer with tooltips and popups, and a ``CircleMarker`` a figure, on no
    tiles.  folium's links lead to files beside the page that are called as those of the
    folder ``links``; those that it lacks are left out.  Without it Leaflet is inlined.
    """
    loaded, _ = load_map(root / "maps" / f"{slug}.toml", root / "data", boundary_keys())
    assert loaded is not None
    dataset = loaded.dataset
    features = join_pledges(
        statements_frame(dataset, loaded.files["pledges"], loaded.definition.until),
        read_boundaries(),
        attendances=attendances(dataset.participations.values(), dataset.sources),
        as_told=loaded.definition.status_rests_on == "as_told",
    )
    plain = folium.Map([54, 15], zoom_start=4, tiles=None)
    shown = features[["iso_a3", "name", "status", "geometry"]]
    folium.GeoJson(
        json.loads(shown.to_json()),
        style_function=lambda feature: {
            "fillColor": COLOURS[feature["properties"]["status"]],
            "color": "#fffefb",
            "weight": 0.8,
            "fillOpacity": 1,
        },
        tooltip=folium.GeoJsonTooltip(["name", "status"]),
        popup=folium.GeoJsonPopup(["name", "status"]),
    ).add_to(plain)
    places = features.set_index("iso_a3")[["label_lat", "label_lon"]]
    for spec in layer_specs(loaded):
        for mark in spec.get("marks", ()):
            figure = loaded.statements[mark["row"]].figure
            assert figure is not None
            troops = figure.maximum or figure.minimum or 0
            folium.CircleMarker(
                places.loc[mark["country"]].tolist(), radius=36 * (troops / 1e4) ** 0.5,
                tooltip=str(troops),
            ).add_to(plain)  # fmt: skip
    plain.default_js = _local(folium.Map.default_js, links)
    plain.default_css = _local(folium.Map.default_css, links)
    page: str = plain.get_root().render()
    if links is not None:
        return page
    inlined = f"<style>{leaflet_style()}</style><script>{leaflet_script()}</script>"
    return page.replace("<head>", f"<head>{inlined}", 1)


def _local(wanted: Links, folder: Path | None) -> Links:
    """Lead links to files beside the page: what is near loads sooner."""
    files = set() if folder is None else {file.name for file in folder.iterdir()}
    named = [(name, url.rpartition("/")[2]) for name, url in wanted]
    return [(name, file) for name, file in named if file in files]
