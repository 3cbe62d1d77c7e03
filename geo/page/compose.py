"""One map, from its checked input to a ``folium.Map`` that renders the page."""

from __future__ import annotations

import re
from pathlib import Path

import geopandas as gpd

from geo import __version__
from geo.definitions.load import MapInput
from geo.page.arcs import packed_page_topology, page_topology
from geo.page.folium_map import PledgeMap
from geo.page.large import newest_tabled
from geo.page.metadata import metadata
from geo.page.packing import packed
from geo.page.page_words import page_words
from geo.page.parts import PageParts
from geo.page.payload import to_json
from geo.page.provenance import provenance
from geo.page.rendering import page_parts
from geo.page.state import map_state
from geo.page.static import static_rows
from geo.words import text_in, words

# The parts of a page that name words, or free texts, which they show.
WITH_TEXTS = ("legend", "strips", "unplaced", "tables")


def compose(
    loaded: MapInput, boundaries: gpd.GeoDataFrame, topology: Path
) -> PledgeMap:
    """Join, make the layers, and put them on a map.

    ``topology`` is the TopoJSON file of the same boundaries, for the page.
    """
    definition = loaded.definition
    state = map_state(loaded, boundaries)
    values = {
        **state.values,
        "pledgemap": __version__,
        "made_from": provenance(loaded),
    }
    shapes = topology.read_text(encoding="utf-8")
    rows = static_rows(loaded, state.texts)
    html = page_parts(values, rows, page_topology(shapes))
    headline = html.pop("headline")
    values = {**values, **state.with_all_rows, "headline": headline}
    said = "".join(html[part] for part in WITH_TEXTS)
    is_large = state.whole is not None
    tabled = newest_tabled(loaded) if is_large else loaded.statements
    shown = {int(place) for place in re.findall(r'data-text="(\d+)"', said)}
    values["words"] = page_words(definition.languages, values, said)
    parts = PageParts(
        language=definition.language,
        direction=words(definition.language)["language.direction"],
        title=text_in(definition.title, definition.language)[0],
        description=text_in(headline, definition.language)[0],
        metadata=metadata(loaded, headline),
        payload=to_json(packed(values, tabled, shown)),
        boundaries=to_json(packed_page_topology(shapes)),
        statuses=definition.statuses,
        **html,
    )
    return PledgeMap(parts, values["layers"])
