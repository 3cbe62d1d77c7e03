"""The rows that a page has in its static text alone, for what writes that text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.definitions.load import MapInput
from geo.layers.unplaced import unplaced
from geo.page.payload import figure_values, known_values
from geo.tables.records import Claim, Source


def static_rows(loaded: MapInput) -> dict[str, Any]:
    """Return what stands beside the map, and whether it has a still picture."""
    rows = unplaced(
        loaded.dataset.participations.values(),
        loaded.statements.values(),
        loaded.dataset.claims.values(),
    )
    return {
        "beside": list(loaded.beside),
        "picture": loaded.definition.picture,
        "sources": _sources(loaded),
        "unplaced": {
            "participations": [part.id for part in rows.participations],
            "statements": [said.id for said in rows.statements],
            "claims": [_claim(claim) for claim in rows.claims],
        },
    }


def _sources(loaded: MapInput) -> dict[str, Any]:
    """Return every source that a row of the map rests on."""
    dataset = loaded.dataset
    groups: tuple[Mapping[str, Any], ...] = (
        loaded.statements,
        loaded.beside,
        dataset.meetings,
        dataset.meeting_counts,
        dataset.participations,
        dataset.claims,
    )
    cited = {record.source for group in groups for record in group.values()}
    return {key: _source(dataset.sources[key]) for key in cited}


def _source(source: Source) -> dict[str, Any]:
    return known_values(
        title=source.title,
        url=source.url,
        # A translated title and a description of ours are in English.
        lang=source.language if source.title_is == "title" else "en",
        publisher=source.publisher,
        grade=source.grade,
        aligned=source.aligned_state,
        published=source.published.iso if source.published else None,
    )


def _claim(claim: Claim) -> dict[str, Any]:
    return known_values(
        id=claim.id,
        date=claim.date.iso,
        kind=claim.kind,
        figure=figure_values(claim.figure) if claim.figure else None,
        unit=claim.unit,
        scope=claim.scope,
        source=claim.source,
        confidence=claim.confidence,
    )
