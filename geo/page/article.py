"""What one text says, claim by claim, as the page's modules take it."""

from __future__ import annotations

from typing import Any

from geo.definitions.load import MapInput
from geo.layers.unplaced import placed_in_regions
from geo.page.free_texts import FreeTexts
from geo.tables.records import Saying


def claims(loaded: MapInput, texts: FreeTexts) -> list[dict[str, Any]]:
    """Return the sayings in the order of their table, each with what it rests on.

    Its rows are those of the map's own tables that have its id: a statement, which
    stands in the table of statements, who is drawn as a region, which has a row in the
    table of countries, or what has no place on the map.
    """
    return [_claim(said, loaded, texts) for said in loaded.dataset.sayings.values()]


def _claim(said: Saying, loaded: MapInput, texts: FreeTexts) -> dict[str, Any]:
    free = {
        "says": said.says,
        "reading": said.reading,
        "check": said.check,
        "note": said.note,
    }
    values: dict[str, Any] = {
        "id": said.id,
        "lang": loaded.dataset.sources[said.source].language,
        "words": said.words,
        "actors": list(said.actors),
        "rows": _rows(said.id, loaded),
        "source": said.check_source or "",
        **{key: texts.place(text) if text else "" for key, text in free.items()},
    }
    return {key: value for key, value in values.items() if value != ""}


def _rows(key: str, loaded: MapInput) -> list[tuple[str, str]]:
    """Return the links to what a claim is on the page, each with its text."""
    if key in loaded.statements:
        return [(key, f"#said-{key}")]
    part = loaded.dataset.participations.get(key)
    if not part or part.actor_kind not in {"region", "unnamed"}:
        return []
    placed = placed_in_regions([part], loaded.dataset.actors, loaded.draws)
    return [(key, f"#placed-{key}" if placed else f"#told-{key}")]
