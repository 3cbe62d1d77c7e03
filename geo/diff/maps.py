"""What a map shows in two states, by the very functions that build its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import geopandas as gpd

from geo.boundaries.read import read_boundaries
from geo.diff.model import CellChange, CountryChange, MapChange, MapSummary, Shown
from geo.diff.totals import totals
from geo.page.names import country_names, sort_key
from geo.page.rendering import figure_texts, headlines
from geo.page.state import MapState
from geo.tables.records import Statement
from geo.words import FALLBACK, text_in


@cache
def shipped_boundaries() -> gpd.GeoDataFrame:
    """The boundaries that both states of every map are drawn on."""
    return read_boundaries()


def compare_maps(
    slug: str,
    old: MapState | None,
    new: MapState | None,
    definition: tuple[CellChange, ...] = (),
    trouble: str = "",
    language: str = FALLBACK,
) -> MapChange:
    """Return the countries that two states of a map show otherwise, by their names.

    Without one of the two states there are no countries to compare.
    """
    countries: Iterable[CountryChange] = ()
    if old is not None and new is not None:
        countries = _countries(old, new, language)
    return MapChange(
        slug,
        None if old is None else _summary(old, language),
        None if new is None else _summary(new, language),
        definition,
        tuple(countries),
        trouble,
    )


def _countries(old: MapState, new: MapState, language: str) -> Iterable[CountryChange]:
    names = country_names(new.features, language)
    before, after = _shown(old, language), _shown(new, language)
    for key in sorted(names, key=lambda key: sort_key(names[key], language)):
        was, now = before.get(key, Shown()), after.get(key, Shown())
        if was != now:
            yield CountryChange(key, names[key], was, now)


def _shown(drawn: MapState, language: str) -> Mapping[str, Shown]:
    texts = figure_texts(drawn.values, language)
    figures: dict[str, list[str]] = {}
    for said in _drawn_figures(drawn):
        figures.setdefault(said.actor, []).append(texts[said.id])
    known = drawn.loaded.definition.statuses.statuses
    with_data = drawn.features[drawn.features["status"] != "no_data"]
    return {
        str(row.iso_a3): Shown(
            str(row.status),
            str(row.strength),
            bool(row.contested),
            isinstance(row.help, str) and not known[str(row.status)].both,
            tuple(figures.get(str(row.iso_a3), ())),
        )
        for row in with_data.itertuples()
    }


def _drawn_figures(drawn: MapState) -> list[Statement]:
    """Return the statements whose figures any layer draws, each once."""
    layers = drawn.values["layers"]
    rows = [mark["row"] for spec in layers for mark in spec.get("marks", ())]
    return [drawn.loaded.statements[row] for row in dict.fromkeys(rows)]


def _summary(drawn: MapState, language: str) -> MapSummary:
    return MapSummary(
        headline=text_in(headlines(drawn.values), language)[0],
        as_of=drawn.loaded.as_of.iso,
        statements=len(drawn.loaded.statements),
        totals=totals(_drawn_figures(drawn)),
    )
