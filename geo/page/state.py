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
from geo.join.join import join_pledges
from geo.page.disputed import disputed_labels
from geo.page.free_texts import FreeTexts
from geo.page.payload import payload


@dataclass(frozen=True)
class MapState:
    """A map's rows as of its date, joined to boundaries.

    ``frame`` has one row a statement, ``features`` one a boundary with its standing,
    as :func:`geo.join_pledges` returns it; ``present`` is who took part in meetings,
    and ``present_beside`` who did by the word of other sources.
    """

    loaded: MapInput
    frame: Any
    features: gpd.GeoDataFrame
    present: tuple[Attendance, ...]
    present_beside: tuple[Attendance, ...] = ()

    @cached_property
    def texts(self) -> FreeTexts:
        """The translated texts that the payload, or a page of it, shows."""
        translations = self.loaded.dataset.translations
        return FreeTexts(translations, self.loaded.definition.languages)

    @cached_property
    def values(self) -> Mapping[str, Any]:
        """The payload: all that is drawn and said, but finding and words."""
        layers = [layer.spec(self.loaded) for layer in self.loaded.definition.layers]
        present = (*self.present, *self.present_beside)
        values = payload(self.loaded, self.features, present, layers, self.texts)
        disputed = disputed_labels(self.loaded.definition.languages)
        return {**values, "disputed": disputed}


def map_state(loaded: MapInput, boundaries: gpd.GeoDataFrame) -> MapState:
    """Join a map's statements to boundaries.

    Parameters
    ----------
    loaded
        A map definition and its tables, without errors.
    boundaries
        One row a country, as :func:`geo.read_boundaries` returns them.
    """
    definition, dataset = loaded.definition, loaded.dataset
    frame = statements_frame(dataset, loaded.files["pledges"], definition.until)
    present = attendances(dataset.participations.values(), dataset.sources)
    features = join_pledges(
        frame,
        boundaries,
        attendances=present,
        as_told=definition.status_rests_on == "as_told",
        statuses=definition.statuses,
    )
    others = attendances(loaded.took_part_beside.values(), dataset.sources)
    return MapState(loaded, frame, features, present, others)
