"""The rows that a page has in its static text alone, for what writes that text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geo.definitions.load import MapInput
from geo.layers.unplaced import placed_in_regions, unplaced
from geo.page.article import claims
from geo.page.free_texts import FreeTexts
from geo.page.payload import figure_values, known_values
from geo.tables.records import Claim, Source
from geo.words import FALLBACK


def static_rows(loaded: MapInput, texts: FreeTexts) -> dict[str, Any]:
    """Return what stands beside the map, and whether it has a still picture.

    A free text that is translated stands as its place among ``texts``.
    """
    dataset = loaded.dataset
    placed = placed_in_regions(
        dataset.participations.values(), dataset.actors, loaded.draws
    )
    rows = unplaced(
        dataset.participations.values(),
        loaded.statements.values(),
        dataset.claims.values(),
        placed,
    )
    return {
        "article": claims(loaded, texts),
        "beside": list(loaded.beside),
        "picture": loaded.definition.picture,
        "placed": [part.id for part in placed],
        "sources": _sources(loaded, texts),
        "unplaced": {
            "participations": [part.id for part in rows.participations],
            "statements": [said.id for said in rows.statements],
            "claims": [_claim(claim, texts) for claim in rows.claims],
        },
    }


def _sources(loaded: MapInput, texts: FreeTexts) -> dict[str, Any]:
    """Return every source that a row of the map rests on, or is checked against."""
    dataset = loaded.dataset
    groups: tuple[Mapping[str, Any], ...] = (
        loaded.statements,
        loaded.beside,
        loaded.took_part_beside,
        dataset.meetings,
        dataset.meeting_counts,
        dataset.participations,
        dataset.claims,
        dataset.governments,
    )
    cited = {record.source for group in groups for record in group.values()}
    cited |= {said.check_source for said in dataset.sayings.values()} - {None}
    return {key: _source(dataset.sources[key], texts) for key in sorted(cited)}


def _source(source: Source, texts: FreeTexts) -> dict[str, Any]:
    # A translated title and a description of ours are in English.
    language = source.language if source.title_is == "title" else FALLBACK
    return known_values(
        title=texts.place(source.title, language),
        url=source.url,
        lang=language,
        publisher=texts.place(source.publisher),
        grade=source.grade,
        aligned=source.aligned_state,
        published=source.published.iso if source.published else None,
    )


def _claim(claim: Claim, texts: FreeTexts) -> dict[str, Any]:
    return known_values(
        id=claim.id,
        date=claim.date.iso,
        kind=claim.kind,
        figure=figure_values(claim.figure, texts) if claim.figure else None,
        # The scope may begin with what is counted.
        unit="" if begins(claim.scope, claim.unit) else texts.place(claim.unit),
        scope=texts.place(claim.scope),
        source=claim.source,
        confidence=claim.confidence,
    )


def begins(scope: str, unit: str) -> bool:
    """Return whether one of a scope's first two words is the unit."""
    return unit in scope.replace(",", " ").split()[:2]
