"""From parsed values to records, table by table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from geo.tables import records
from geo.tables.shared_columns import LANGUAGE_NAMES
from geo.tables.shorthand import Values

UNGRADED = "ungraded"
_NO_FIGURE = (None,) * 6


FIGURES = {"pledges": "troops", "meeting_counts": "count", "claims": "value"}
"""The noun of each table's figure: its bounds are ``troops_min`` and ``troops_max``."""


def figure_of(values: Values, noun: str) -> records.Figure | None:
    """Give the figure of a row, None if the row states nothing of one."""
    parts = (
        values[f"{noun}_min"],
        values[f"{noun}_max"],
        values["qualifier"],
        values.get("meaning"),
        values.get("figure_place"),
        values.get("figure_words"),
    )
    return None if parts == _NO_FIGURE else records.Figure(*parts)


def _common(values: Values) -> dict[str, Any]:
    """The fields that most tables share; a blank confidence counts as medium.

    It is not said to be medium: what the table does not say stays apart.
    """
    return {
        "id": values["id"],
        "row": values["row"],
        "source": values["source"],
        "confidence": values["confidence"] or "medium",
        "confidence_stated": values["confidence"] is not None,
        "note": values["note"] or "",
    }


def _actor(values: Values) -> dict[str, Any]:
    return {
        "actor": values["actor"],
        "actor_kind": values["actor_kind"] or "country",
    }


def statement(values: Values) -> records.Statement:
    return records.Statement(
        **_common(values),
        **_actor(values),
        date=values["date"],
        approximate=values["date_certainty"] == "approximate",
        status=values["status"],
        domains=values["domains"],
        figure=figure_of(values, "troops"),
        conditions=values["conditions"],
        conditions_note=values["conditions_note"] or "",
        meeting=values["meeting"],
        meeting_mode=values["meeting_mode"],
        speaker=values["speaker"] or "",
        speaks_for=values["speaks_for"] or "own_government",
        statement=values["statement"] or "",
        language=values["language"] or "en",
    )


def meeting(values: Values) -> records.Meeting:
    return records.Meeting(
        **_common(values),
        date=values["date"],
        name=_texts(values, "name"),
        places=values["places"],
        level=values["level"],
        format=values["format"] or "",
        hosts=values["hosts"],
    )


def meeting_count(values: Values) -> records.MeetingCount:
    return records.MeetingCount(
        **_common(values),
        meeting=values["meeting"],
        figure=figure_of(values, "count"),
        counted=values["counted"],
        words=values["words"] or "",
    )


def participation(values: Values) -> records.Participation:
    return records.Participation(
        **_common(values),
        **_actor(values),
        meeting=values["meeting"],
        mode=values["mode"],
        hub=values["hub"],
        occurrence=values["occurrence"] or "actual",
        absence_reason=values["absence_reason"],
        roles=values["roles"],
        person=values["person"] or "",
    )


def source(values: Values) -> records.Source:
    return records.Source(
        id=values["id"],
        row=values["row"],
        title=values["title"],
        title_is=values["title_is"] or "title",
        language=values["language"] or "",
        publisher=values["publisher"],
        grade=values["grade"],
        kind=values["kind"] or "",
        aligned_state=values["aligned_state"],
        url=values["url"],
        published=values["published"],
        read=values["read"],
        note=values["note"] or "",
    )


def claim(values: Values) -> records.Claim:
    return records.Claim(
        **_common(values),
        date=values["date"],
        kind=values["kind"],
        figure=figure_of(values, "value"),
        unit=values["unit"] or "",
        scope=values["scope"],
        members=values["members"],
        unnamed=values["unnamed"] or "",
    )


def not_pledge(values: Values) -> records.NotPledge:
    return records.NotPledge(
        **_common(values),
        **_actor(values),
        date=values["date"],
        reason=values["reason"],
        statement=values["statement"],
    )


def saying(values: Values) -> records.Saying:
    return records.Saying(
        **_common(values),
        subject=values["subject"],
        actors=values["actors"],
        says=values["says"],
        words=values["words"] or "",
        reading=values["reading"] or "",
        check=values["check"] or "",
        check_source=values["check_source"],
    )


def actor(values: Values) -> records.Actor:
    return records.Actor(
        id=values["id"],
        row=values["row"],
        kind=values["kind"],
        name=_texts(values, "name"),
        note=values["note"] or "",
    )


def place(values: Values) -> records.Place:
    return records.Place(
        id=values["id"],
        row=values["row"],
        name=_texts(values, "name"),
        where=_texts(values, "where"),
        country=values["country"],
        lon=values["lon"],
        lat=values["lat"],
        note=values["note"] or "",
    )


def _texts(values: Values, noun: str) -> records.Text:
    """Gather the columns of a text, one a language; a blank one is left out."""
    texts = {code: values[f"{noun}_{code}"] for code in LANGUAGE_NAMES}
    return {code: text for code, text in texts.items() if text}


def source_of_url(url: str, row: int) -> records.Source:
    """Make a source of a bare address, as the simplest tables cite one."""
    host = url.split("//", 1)[1].split("/", 1)[0]
    return records.Source(
        id=url, row=row, title=url, title_is="title", language="", publisher=host,
        grade=UNGRADED, kind="", aligned_state=None, url=url, published=None,
        read=None, note="",
    )  # fmt: skip


def participations_of(
    statements: Mapping[str, records.Statement],
) -> dict[str, records.Participation]:
    """Give what statements say of how their countries took part in meetings.

    A table of participants says more; without one, as with the simplest table, this is
    all that is known.
    """
    return {
        key: records.Participation(
            id=key, row=said.row, meeting=said.meeting, actor=said.actor,
            actor_kind=said.actor_kind, mode=said.meeting_mode, hub=None,
            occurrence="actual", absence_reason=None, roles=(), person="",
            source=said.source, confidence=said.confidence, note="",
            confidence_stated=said.confidence_stated,
        )
        for key, said in statements.items()
        if said.meeting is not None and said.meeting_mode is not None
    }  # fmt: skip


RECORDS: Mapping[str, Callable[[Values], Any]] = {
    "pledges": statement,
    "meetings": meeting,
    "meeting_counts": meeting_count,
    "participants": participation,
    "sources": source,
    "claims": claim,
    "not_pledges": not_pledge,
    "sayings": saying,
    "actors": actor,
    "places": place,
}
