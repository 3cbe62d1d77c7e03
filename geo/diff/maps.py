"""What a map shows in two states, by the very functions that build its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import geopandas as gpd

from geo.boundaries.read import read_boundaries
from geo.definitions.load import MapInput
from geo.diff.model import CellChange, CountryChange, MapChange, MapSummary, Shown
from geo.diff.totals import totals
from geo.join.attendance import Attendance, attendances
from geo.join.frames import statements_frame
from geo.join.join import join_pledges
from geo.layers.specs import layer_specs
from geo.page.names import country_names, sort_key
from geo.page.sentence import finding_sentences
from geo.page.wording import Wording
from geo.tables.records import Statement
from geo.words import told

LANGUAGE = "en"
"""The language in which a comparison is told, as the command line is."""


@dataclass(frozen=True)
class DrawnMap:
    """One state of a map: its input, and the join and the layers made of it."""

    loaded: MapInput
    features: gpd.GeoDataFrame
    present: tuple[Attendance, ...]
    layers: list[dict[str, Any]]


@cache
def shipped_boundaries() -> gpd.GeoDataFrame:
    """The boundaries that both states of every map are drawn on."""
    return read_boundaries()


def draw_map(loaded: MapInput, boundaries: gpd.GeoDataFrame) -> DrawnMap:
    """Join a map's statements to boundaries, as its page does."""
    definition, dataset = loaded.definition, loaded.dataset
    present = attendances(dataset.participations.values(), dataset.sources)
    features = join_pledges(
        statements_frame(dataset, loaded.files["pledges"], definition.until),
        boundaries,
        attendances=present,
        as_told=definition.status_rests_on == "as_told",
    )
    return DrawnMap(loaded, features, present, layer_specs(loaded))


def compare_maps(
    slug: str,
    old: DrawnMap | None,
    new: DrawnMap | None,
    definition: tuple[CellChange, ...] = (),
    trouble: str = "",
) -> MapChange:
    """Give the countries that two states of a map show otherwise, by their names.

    Without one of the two states there are no countries to compare.
    """
    countries: Iterable[CountryChange] = ()
    if old is not None and new is not None:
        countries = _countries(old, new)
    return MapChange(
        slug,
        None if old is None else _summary(old),
        None if new is None else _summary(new),
        definition,
        tuple(countries),
        trouble,
    )


def _countries(old: DrawnMap, new: DrawnMap) -> Iterable[CountryChange]:
    names = country_names(new.features, LANGUAGE)
    before, after = _shown(old), _shown(new)
    for key in sorted(names, key=lambda key: sort_key(names[key], LANGUAGE)):
        was, now = before.get(key, Shown()), after.get(key, Shown())
        if was != now:
            yield CountryChange(key, names[key], was, now)


def _shown(drawn: DrawnMap) -> Mapping[str, Shown]:
    wording = Wording(
        LANGUAGE, drawn.loaded, country_names(drawn.features, LANGUAGE)
    )  # fmt: skip
    figures: dict[str, list[str]] = {}
    for said in _drawn_figures(drawn):
        if said.figure:
            figures.setdefault(said.actor, []).append(wording.figure(said.figure))
    with_data = drawn.features[drawn.features["status"] != "no_data"]
    return {
        str(row.iso_a3): Shown(
            str(row.status),
            str(row.strength),
            bool(row.contested),
            tuple(figures.get(str(row.iso_a3), ())),
        )
        for row in with_data.itertuples()
    }


def _drawn_figures(drawn: DrawnMap) -> list[Statement]:
    """Give the statements whose figures any layer draws, each once."""
    rows = [mark["row"] for spec in drawn.layers for mark in spec.get("marks", ())]
    return [drawn.loaded.statements[row] for row in dict.fromkeys(rows)]


def _summary(drawn: DrawnMap) -> MapSummary:
    sentences = finding_sentences(drawn.loaded, drawn.features)
    return MapSummary(
        finding=told(sentences, LANGUAGE)[0],
        as_of=drawn.loaded.as_of.iso,
        statements=len(drawn.loaded.statements),
        totals=totals(_drawn_figures(drawn)),
    )
