"""What the peers draw: the rows of one of our maps, joined to our boundaries."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd

from geo.boundaries.files import shipped
from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.definitions.layers import ParticipantsLayer
from geo.definitions.load import MapInput, load_map
from geo.join.attendance import Attendance, attendances
from geo.join.frames import statements_frame
from geo.join.join import join_pledges
from geo.vocabulary.statuses import STATUSES

COLOURS = {name: status.light for name, status in STATUSES.items()} | {
    "no_data": "#e7e3da"
}
DISPUTED = {"disputed_areas": "#5c5850", "disputed_lines": "#23211d"}


@dataclass(frozen=True)
class Drawn:
    """A map's rows as a person who draws them by hand has them.

    ``countries`` has the columns iso_a3, name, status and geometry (EPSG:4326), a row a
    country; ``places`` is where each is marked, (lat, lon); ``figures`` are countries
    with their troops; ``shown`` are the meetings that the page opens with.
    """

    loaded: MapInput
    countries: gpd.GeoDataFrame
    places: dict[str, list[float]]
    present: list[Attendance]
    figures: list[tuple[str, int]]
    shown: set[str]

    @property
    def named(self) -> list[tuple[str, str]]:
        """The countries with data, and their names."""
        rows = self.countries[self.countries["status"] != "no_data"]
        return list(zip(rows["iso_a3"], rows["name"], strict=True))


def drawn(root: Path, slug: str) -> Drawn:
    """Join a map's rows to the boundaries, on the map's own date."""
    loaded, _ = load_map(root / "maps" / f"{slug}.toml", root / "data", boundary_keys())
    assert loaded is not None
    dataset = loaded.dataset
    present = attendances(dataset.participations.values(), dataset.sources)
    features = join_pledges(
        statements_frame(dataset, loaded.files["pledges"], loaded.definition.until),
        read_boundaries(),
        attendances=present,
        as_told=loaded.definition.status_rests_on == "as_told",
    )
    return Drawn(
        loaded=loaded,
        countries=features[["iso_a3", "name", "status", "geometry"]],
        places={
            row.iso_a3: [row.label_lat, row.label_lon] for row in features.itertuples()
        },
        present=present,
        figures=_figures(loaded),
        shown={
            layer.meeting
            for layer in loaded.definition.layers
            if isinstance(layer, ParticipantsLayer) and layer.shown
        },
    )


def disputed(layer: str) -> gpd.GeoDataFrame:
    """Read the disputed areas or lines: id and geometry, EPSG:4326."""
    read = gpd.read_file(shipped("boundaries.topojson"), layer=layer)
    return read[["id", "geometry"]].set_crs(4326, allow_override=True)


def _figures(loaded: MapInput) -> list[tuple[str, int]]:
    found = []
    for layer in loaded.definition.layers:
        for mark in layer.spec(loaded).get("marks", ()):
            figure = loaded.statements[mark["row"]].figure
            assert figure is not None
            found.append((mark["country"], figure.maximum or figure.minimum or 0))
    return found
