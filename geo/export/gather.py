"""What is exported of a map: countries, statements, and what is said of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

import geopandas as gpd

from geo.cells.dates import PartialDate
from geo.definitions.as_of import known_by, nothing_known
from geo.definitions.load import MapInput
from geo.export.about import About
from geo.findings import ExportError
from geo.page.names import country_names, date_text
from geo.page.state import map_state
from geo.page.wording import Wording
from geo.tables.schema import OF_ANY_UNIT
from geo.words import standing_key, text_in

COUNTRY_COLUMNS = (
    "iso_a3", "country", "status", "status_label", "strength", "contested",
    "decided_on", "since", "before", "basis", "since_basis", "help", "help_strength",
    "help_on", "help_since", "help_basis", "help_since_basis", "name", "iso_a2",
    "continent", "subregion", "label_lon", "label_lat", "area_km2",
)  # fmt: skip


@dataclass(frozen=True)
class Exported:
    """One map's data, as any of the formats takes it.

    ``countries`` has one row a country, in the order of ``iso_a3``, with
    ``COUNTRY_COLUMNS`` and the geometry in EPSG:4326; ``statements`` one row a
    statement, with the columns of :func:`geo.read_pledges` but ``row``, some of them
    renamed by ``OF_ANY_UNIT``, the actor's name, the status' label and the source's
    title; ``date_certainty``, as in the table, stands for ``approximate``.  A missing
    value is missing.
    """

    about: About
    countries: gpd.GeoDataFrame
    statements: pd.DataFrame


def gather(
    loaded: MapInput,
    boundaries: gpd.GeoDataFrame,
    *,
    until: PartialDate | None = None,
    language: str | None = None,
    version: str = "",
) -> Exported:
    """Join a map's statements to its boundaries, as the page shows them.

    What was not said, or met for, by ``until`` is left out; names and labels are in
    ``language``, else in the map's own.  ``version`` is that of the tables, if known.

    Raises
    ------
    ExportError
        If no statement is known by ``until``.
    """
    limited = known_by(loaded, until)
    definition = limited.definition
    if until is not None and not limited.statements:
        raise ExportError(nothing_known(loaded, until))
    state = map_state(limited, boundaries)
    language = language or definition.language
    wording = Wording(language, limited, country_names(state.features, language))
    about = About(
        slug=definition.slug,
        title=text_in(definition.title, language)[0],
        language=language,
        as_of=limited.as_of.iso,
        as_of_text=f"{wording.say('as_of')} {date_text(limited.as_of, language)}",
        licence=definition.licence,
        version=version,
        boundaries=wording.say("about.boundaries"),
    )
    countries = _countries(state.features, wording)
    statements = _statements(state.frame, wording, _drawn(limited))
    return Exported(about, countries, statements)


def _drawn(loaded: MapInput) -> dict[str, str]:
    """Return the ids of the layers that draw a statement, by the statement's id."""
    drawn: dict[str, list[str]] = {}
    for layer in loaded.definition.layers:
        for row in layer.rows(loaded):
            drawn.setdefault(row, []).append(layer.id)
    return {row: ";".join(ids) for row, ids in drawn.items()}


def _countries(features: gpd.GeoDataFrame, wording: Wording) -> gpd.GeoDataFrame:
    standings = zip(features["status"], features["strength"], strict=True)
    added = features.assign(
        country=[wording.actor(key) for key in features["iso_a3"]],
        status_label=[wording.say(standing_key(*one)) for one in standings],
        contested=features["contested"].astype("boolean"),
    )
    ordered = added.sort_values("iso_a3", ignore_index=True)
    return ordered[[*COUNTRY_COLUMNS, "geometry"]]


def _statements(
    frame: pd.DataFrame, wording: Wording, drawn: Mapping[str, str]
) -> pd.DataFrame:
    sources = wording.loaded.dataset.sources
    titles: list[Any] = [
        sources[key].title if key in sources else None for key in frame["source"]
    ]
    layers: list[Any] = [drawn.get(key) for key in frame["id"]]
    named = frame.drop(columns="row").assign(source_title=titles, layers=layers)
    actors = [wording.actor(key) for key in frame["actor"]]
    labels = [
        "; ".join(wording.say(f"status.{term}") for term in key.split(";"))
        for key in frame["status"]
    ]
    columns = list(named.columns)
    named.insert(columns.index("status") + 1, "status_label", labels)
    named.insert(columns.index("actor") + 1, "actor_name", actors)
    certainty = ["approximate" if one else None for one in named["approximate"]]
    named["approximate"] = certainty
    named = named.rename(columns={"approximate": "date_certainty"})
    if not wording.loaded.is_of_troops:
        named = named.rename(columns=OF_ANY_UNIT)
    # A blank cell and a missing one say the same.
    return named.replace("", None).reset_index(drop=True)
