"""A map as it stood on one date: what one panel of a figure shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import geopandas as gpd

from geo.definitions.load import MapInput
from geo.page.compose import map_values
from geo.page.names import country_names
from geo.page.sentence import finding_sentences
from geo.page.wording import Wording
from geo.tables.records import Text


@dataclass(frozen=True)
class Moment:
    """What the map shows, in the words of one language; ``finding`` by language."""

    loaded: MapInput
    values: Mapping[str, Any]
    wording: Wording
    finding: Text

    def without(self, kinds: Collection[str]) -> Mapping[str, Any]:
        """Return the payload, without layers of some kinds."""
        layers = [
            {**spec, "shown": spec["shown"] and spec["kind"] not in kinds}
            for spec in self.values["layers"]
        ]
        return {**self.values, "layers": layers}


def moment(loaded: MapInput, boundaries: gpd.GeoDataFrame) -> Moment:
    """Join and make the layers of a map, as its page does."""
    features, values = map_values(loaded, boundaries)
    language = loaded.definition.language
    wording = Wording(language, loaded, country_names(features, language))
    return Moment(loaded, values, wording, finding_sentences(loaded, features))
