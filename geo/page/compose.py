"""One map, from its checked input to a ``folium.Map`` that renders the page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd

from geo import __version__
from geo.definitions.load import MapInput
from geo.join.attendance import attendances
from geo.join.frames import statements_frame
from geo.join.join import join_pledges
from geo.layers.specs import layer_specs
from geo.layers.unplaced import unplaced
from geo.page import static
from geo.page.arcs import page_topology
from geo.page.article import claims
from geo.page.disputed import disputed_labels
from geo.page.folium_map import PledgeMap
from geo.page.free_texts import FreeTexts
from geo.page.labels import Labels
from geo.page.markup import Node, tag, to_html
from geo.page.metadata import metadata
from geo.page.names import country_names
from geo.page.packing import packed
from geo.page.page_words import page_words
from geo.page.parts import PageParts
from geo.page.payload import payload, to_json
from geo.page.provenance import made_from, provenance
from geo.page.rendering import article_part, opening, page_patterns
from geo.page.tables import data_tables, source_list
from geo.page.wording import WITH_A_CHOICE, Wording
from geo.tables.records import Statement
from geo.words import told


def compose(
    loaded: MapInput, boundaries: gpd.GeoDataFrame, topology: Path
) -> PledgeMap:
    """Join, make the layers, and put them on a map.

    Parameters
    ----------
    loaded
        A map definition and its tables, without errors.
    boundaries
        One row a country, as :func:`geo.read_boundaries` gives them.
    topology
        The TopoJSON file of the same boundaries, for the page.
    """
    texts = free_texts(loaded)
    features, values = map_values(loaded, boundaries, texts)
    values["pledgemap"] = __version__
    values["made_from"] = provenance(loaded)
    parts = _parts(loaded, features, values, topology, texts)
    return PledgeMap(parts, values["layers"])


def free_texts(loaded: MapInput) -> FreeTexts:
    """Return the list of a map's translated texts, still empty."""
    return FreeTexts(loaded.dataset.translations, loaded.definition.languages)


def map_values(
    loaded: MapInput, boundaries: gpd.GeoDataFrame, texts: FreeTexts | None = None
) -> tuple[gpd.GeoDataFrame, dict[str, Any]]:
    """Join and make the layers: what page and figure draw from.

    Returns
    -------
    geopandas.GeoDataFrame
        Every boundary with its standing, as :func:`geo.join_pledges` gives it.
    dict
        The payload, all but the words.
    """
    dataset = loaded.dataset
    present = attendances(dataset.participations.values(), dataset.sources)
    features = join_pledges(
        statements_frame(dataset, loaded.files["pledges"], loaded.definition.until),
        boundaries,
        attendances=present,
        as_told=loaded.definition.status_rests_on == "as_told",
    )
    texts = texts or free_texts(loaded)
    values = payload(loaded, features, present, layer_specs(loaded), texts)
    values["disputed"] = disputed_labels(loaded.definition.languages)
    return features, values


def _parts(
    loaded: MapInput,
    features: gpd.GeoDataFrame,
    values: dict[str, Any],
    topology: Path,
    texts: FreeTexts,
) -> PageParts:
    language = loaded.definition.language
    wording = Wording(language, loaded, country_names(features, language))
    labels = Labels(wording, texts)
    sentences = values["finding"]
    nowhere = unplaced(
        loaded.dataset.participations.values(),
        loaded.statements.values(),
        loaded.dataset.claims.values(),
    )
    tables = data_tables(loaded, features, _drawn(loaded, values), labels)
    beside = static.beside_section(loaded, labels)
    boundaries = page_topology(topology.read_text(encoding="utf-8"))
    picture, legend, outside = _still(loaded, values, boundaries)
    noscript = labels.word("noscript.picture" if picture else "noscript", "p")
    article = article_part(values, claims(loaded, texts))
    nowhere_listed = static.unplaced_section(nowhere, loaded, labels)
    unplaced_html = to_html(*article, *beside, *nowhere_listed)
    tables_html = to_html(*tables, *source_list(loaded, labels))
    html = legend + unplaced_html + tables_html
    shown = {int(place) for place in re.findall(r'data-text="(\d+)"', html)}
    definition = loaded.definition
    instead = WITH_A_CHOICE if definition.countries else {}
    values["words"] = page_words(definition.languages, values, html, instead)
    return PageParts(
        language=language,
        direction=labels.wording.say("language.direction"),
        title=told(loaded.definition.title, language)[0],
        description=told(sentences, language)[0],
        metadata=metadata(loaded, sentences),
        heading=to_html(*static.heading(loaded, sentences, labels)),
        patterns=to_html(page_patterns(values["statuses"])),
        trouble=to_html(static.trouble(labels)),
        picture=picture,
        legend=legend,
        noscript=to_html(*outside, noscript),
        unplaced=unplaced_html,
        tables=tables_html,
        about=to_html(
            *static.about(loaded, labels), made_from(values["made_from"], labels)
        ),
        payload=to_json(packed(values, loaded.statements, shown)),
        boundaries=to_json(boundaries),
    )


def _still(
    loaded: MapInput, values: Mapping[str, Any], boundaries: Mapping[str, Any]
) -> tuple[str, str, list[Node]]:
    """Give the still picture of the opening view, if it is asked for.

    With it come its legend, and a line on what lies outside the view.
    """
    if not loaded.definition.picture:
        return "", "", []
    drawn = opening(values, boundaries)
    line = [tag("p", {"class": "outside note"}, drawn.outside)] if drawn.outside else []
    return to_html(drawn.picture), to_html(*drawn.legend), line


def _drawn(
    loaded: MapInput, values: Mapping[str, object]
) -> dict[str, list[tuple[Statement, bool]]]:
    """Give the statements whose figures the layers show, by country, and if weak."""
    drawn: dict[str, list[tuple[Statement, bool]]] = {}
    layers = values["layers"]
    assert isinstance(layers, list)  # noqa: S101  # for the type checker
    for layer in layers:
        for mark in layer.get("marks", ()):
            said = loaded.statements[mark["row"]]
            drawn.setdefault(mark["country"], []).append((said, "weak" in mark))
    return drawn
