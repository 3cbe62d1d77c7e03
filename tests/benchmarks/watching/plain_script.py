"""What one would write with pandas, geopandas and folium, and run after each edit.

    python plain_script.py PLEDGES.csv BOUNDARIES.parquet PAGE.html

A country has the status of its last row.  folium's links to the web are left out but
for Leaflet, which is put into the page, so that the page opens here as it would with
the fastest of networks.
"""

import json
import sys
from importlib.resources import files

import folium
import pandas as pd

import geopandas as gpd

COLOURS = {
    "pledged_troops": "#0d4a80",
    "pledged_other": "#4a94bd",
    "conditional": "#a9d2e2",
    "considering": "#f5eab9",
    "declined": "#e8a055",
    "opposed": "#95391a",
    "beneficiary": "#fffefb",
    "took_part_only": "#b3b0a8",
}

table, boundaries, page = sys.argv[1:]
pledges = pd.read_csv(table, keep_default_na=False)
last = pledges.sort_values("date").groupby("actor").last().reset_index()
countries = gpd.read_parquet(boundaries)[["iso_a3", "name", "geometry"]]
joined = countries.merge(
    last[["actor", "status"]], left_on="iso_a3", right_on="actor", how="left"
).fillna({"status": "", "actor": ""})
plain = folium.Map([54, 15], zoom_start=4, tiles=None)
folium.GeoJson(
    json.loads(joined.to_json()),
    style_function=lambda feature: {
        "fillColor": COLOURS.get(feature["properties"]["status"], "#e7e3da"),
        "className": f"plain-{feature['properties']['iso_a3']}",
        "color": "#fffefb",
        "weight": 0.8,
        "fillOpacity": 1,
    },
    tooltip=folium.GeoJsonTooltip(["name", "status"]),
).add_to(plain)
plain.default_js, plain.default_css = [], []
leaflet = files("xstatic.pkg.leaflet") / "data"
inlined = (
    f"<style>{(leaflet / 'leaflet.css').read_text()}</style>"
    f"<script>{(leaflet / 'leaflet.js').read_text()}</script>"
)
html = plain.get_root().render().replace("<head>", f"<head>{inlined}", 1)
with open(page, "w", encoding="utf-8") as file:  # noqa: PTH123  # as one would
    file.write(html)
