"""A map as it stood on one date: what one panel of a figure shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import geopandas as gpd

from geo.definitions.load import MapInput
from geo.page.names import country_names
from geo.page.rendering import headlines
from geo.page.state import map_state
from geo.page.wording import Wording


@dataclass(frozen=True)
class Moment:
    """What the map shows, in the words of one language."""

    loaded: MapInput
    values: Mapping[str, Any]
    wording: Wording

    @cached_property
    def headline(self) -> Mapping[str, str]:
        """The headline by language."""
        return headlines(self.values)

    def without(self, kinds: Collection[str]) -> Mapping[str, Any]:
        """Return the payload, without layers of some kinds."""
        layers = [
            {**spec, "shown": spec["shown"] and spec["kind"] not in kinds}
            for spec in self.values["layers"]
        ]
        return {**self.values, "layers": layers}


def moment(loaded: MapInput, boundaries: gpd.GeoDataFrame) -> Moment:
    """Join and make the layers of a map, as its page does."""
    state = map_state(loaded, boundaries)
    language = loaded.definition.language
    wording = Wording(language, loaded, country_names(state.features, language))
    return Moment(loaded, state.with_all_rows, wording)
