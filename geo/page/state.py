"""One map as it stands on a date: what page, sheet, export and comparison ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import geopandas as gpd

from geo.definitions.load import MapInput
from geo.join.attendance import Attendance, attendances
from geo.join.frames import statements_frame
from geo.join.join import join_statements
from geo.join.rows import CountryStatement, statements_of
from geo.page.disputed import disputed_labels
from geo.page.free_texts import FreeTexts
from geo.page.large import columns, kept_whole
from geo.page.payload import payload


@dataclass(frozen=True)
class MapState:
    """A map's rows as of its date, joined to boundaries.

    ``said`` are the statements by countries, ``features`` has a row for each boundary
    with its standing, as :func:`geo.join_pledges` returns it; ``present`` is who took
    part in meetings, and ``present_beside`` who did by the word of other sources.
    """

    loaded: MapInput
    said: tuple[CountryStatement, ...]
    features: gpd.GeoDataFrame
    present: tuple[Attendance, ...]
    present_beside: tuple[Attendance, ...] = ()

    @cached_property
    def frame(self) -> Any:
        """One row a statement, of countries and others."""
        file, until = self.loaded.files["pledges"], self.loaded.definition.until
        return statements_frame(self.loaded.dataset, file, until)

    @cached_property
    def texts(self) -> FreeTexts:
        """The translated texts that the payload, or a page of it, shows."""
        translations = self.loaded.dataset.translations
        return FreeTexts(translations, self.loaded.definition.languages)

    @cached_property
    def whole(self) -> frozenset[str] | None:
        """The statements that the payload has whole; None for all of them."""
        return kept_whole(self.loaded, self.said, self.features)

    @cached_property
    def with_all_rows(self) -> Mapping[str, Any]:
        """The payload, and what a large map has of its other statements."""
        if self.whole is None:
            return self.values
        rows = columns(self.loaded, self.whole, self.texts)
        return {**self.values, "rows": rows}

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """The payload: all that is drawn and said, but headline and words."""
        layers = [layer.spec(self.loaded) for layer in self.loaded.definition.layers]
        present = (*self.present, *self.present_beside)
        values = payload(
            self.loaded, self.features, present, layers, self.texts, self.whole
        )
        disputed = disputed_labels(self.loaded.definition.languages)
        return {**values, "disputed": disputed}


def map_state(loaded: MapInput, boundaries: gpd.GeoDataFrame) -> MapState:
    """Join a map's statements to boundaries, one row a country."""
    definition, dataset = loaded.definition, loaded.dataset
    said = tuple(statements_of(loaded.statements.values(), dataset.sources))
    present = attendances(dataset.participations.values(), dataset.sources)
    features = join_statements(
        said,
        boundaries,
        attendances=present,
        as_told=definition.status_rests_on == "as_told",
        statuses=definition.statuses,
    )
    others = attendances(loaded.took_part_beside.values(), dataset.sources)
    return MapState(loaded, said, features, present, others)
