"""From parsed values to records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from geo.tables import records
from geo.tables.shared_columns import LANGUAGE_NAMES
from geo.tables.shorthand import Values

UNGRADED = "ungraded"
_NO_FIGURE = (None,) * 6

RECORDS: Mapping[str, type[records.Record]] = {
    "pledges": records.Statement,
    "meetings": records.Meeting,
    "meeting_counts": records.MeetingCount,
    "participants": records.Participation,
    "sources": records.Source,
    "claims": records.Claim,
    "not_pledges": records.NotPledge,
    "sayings": records.Saying,
    "actors": records.Actor,
    "places": records.Place,
    "translations": records.Translation,
}

FIGURES = {"pledges": "troops", "meeting_counts": "count", "claims": "value"}
"""The noun of each table's figure: its bounds are ``troops_min`` and ``troops_max``."""


def record_of(table: str, values: Values, key: str = "id") -> Any:
    """Return the record of a row; a blank is what the record's default says."""
    names = _names(table)
    parts: dict[str, Any] = {name: values.get(name) for name in names}
    parts["id"] = values[key]
    if table in FIGURES:
        parts["figure"] = figure_of(values, FIGURES[table])
    for noun in names & {"name", "where", "text"}:
        parts[noun] = _texts(values, noun)
    if "approximate" in names:
        parts["approximate"] = values["date_certainty"] == "approximate"
    if "confidence" in names:
        parts["confidence_stated"] = values["confidence"] is not None
    given = {name: value for name, value in parts.items() if value is not None}
    return RECORDS[table](**given)


@cache
def _names(table: str) -> frozenset[str]:
    return frozenset(field.name for field in fields(RECORDS[table]))


def figure_of(values: Values, noun: str) -> records.Figure | None:
    """Return the figure of a row, None if the row states nothing of one."""
    parts = (
        values[f"{noun}_min"],
        values[f"{noun}_max"],
        values["qualifier"],
        values.get("meaning"),
        values.get("figure_place"),
        values.get("figure_words"),
    )
    return None if parts == _NO_FIGURE else records.Figure(*parts)


def _texts(values: Values, noun: str) -> records.Text:
    """Gather the columns of a text, one a language; a blank one is left out."""
    texts = {code: values[f"{noun}_{code}"] for code in LANGUAGE_NAMES}
    return {code: text for code, text in texts.items() if text}


def source_of_url(url: str, row: int) -> records.Source:
    """Make a source of a bare address, as the simplest tables cite one."""
    host = url.split("//", 1)[1].split("/", 1)[0]
    return records.Source(
        id=url, row=row, title=url, publisher=host, grade=UNGRADED, url=url
    )


def participations_of(
    statements: Mapping[str, records.Statement],
) -> dict[str, records.Participation]:
    """Return what statements say of how their countries took part in meetings.

    A table of participants says more; without one, as with the simplest table, this is
    all that is known.
    """
    return {
        key: records.Participation(
            id=key, row=said.row, meeting=said.meeting, actor=said.actor,
            actor_kind=said.actor_kind, mode=said.meeting_mode, source=said.source,
            confidence=said.confidence, confidence_stated=said.confidence_stated,
        )
        for key, said in statements.items()
        if said.meeting is not None and said.meeting_mode is not None
    }  # fmt: skip
