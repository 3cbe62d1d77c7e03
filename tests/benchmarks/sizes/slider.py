"""A map as a person makes one with folium's TimeSliderChoropleth: colours over time.

    python slider.py TABLE BOUNDARIES PAGE

It shows of each country the status of its latest row, day after day; no figure, no
source, no headline, no filter, and its scripts stay on other hosts.
"""

from __future__ import annotations

import sys

import folium
import pandas as pd
from folium.plugins import TimeSliderChoropleth

import geopandas as gpd

COLOURS = {
    "pledged_troops": "#0b4a8f",
    "conditional": "#9ccbe0",
    "considering": "#f4e9b8",
    "declined": "#e8a04c",
}


def main(table: str, boundaries: str, page: str) -> None:
    rows = pd.read_csv(table)
    rows["second"] = (
        pd.to_datetime(rows["date"]).astype("datetime64[s]").astype("int64")
    )
    countries = gpd.read_parquet(boundaries).to_crs(4326)
    countries = countries[countries["iso_a3"].isin(rows["country"])].set_index("iso_a3")
    countries.geometry = countries.geometry.simplify(0.05)
    styles = {
        country: {
            str(second): {"color": COLOURS[status], "opacity": 0.8}
            for second, status in zip(own["second"], own["status"], strict=True)
        }
        for country, own in rows.groupby("country")
    }
    shapes = countries[["geometry"]].to_json()
    m = folium.Map([20, 10], zoom_start=2, tiles=None)
    TimeSliderChoropleth(shapes, styledict=styles).add_to(m)
    m.save(page)


if __name__ == "__main__":
    main(*sys.argv[1:])
