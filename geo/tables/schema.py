"""The columns of every table: the one place where they are defined.

``data/datapackage.json`` (Frictionless Table Schema) and the column reference in
``docs/reference/columns.md`` are tested to agree with this module.
"""

from __future__ import annotations

from collections.abc import Mapping

from geo import vocabulary
from geo.tables.schema_context import (
    ACTORS,
    ALIASES,
    CLAIMS,
    NOT_PLEDGES,
    PLACES,
    SAYINGS,
    SOURCES,
)
from geo.tables.shared_columns import (
    actor_columns,
    confidence_column,
    date_column,
    figure_columns,
    id_column,
    name_columns,
    note_column,
    source_column,
)
from geo.tables.table import Column, Table

PLEDGES = Table(
    "pledges",
    "one statement: who said what, when, on whose word",
    (
        id_column("a stable id of the statement"),
        *actor_columns(),
        date_column("the day of the statement", required=True),
        Column(
            "date_certainty",
            "term",
            "blank is stated",
            terms=vocabulary.CERTAINTY,
        ),
        Column(
            "status",
            "terms",
            "the position that the statement takes: one on troops, and one on other"
            " help, parted by ;",
            required=True,
            terms=vocabulary.STATUS,
        ),
        Column(
            "domains",
            "terms",
            "what the statement speaks of; several are parted by ;",
            terms=vocabulary.DOMAIN,
        ),
        *figure_columns("troops"),
        Column(
            "meaning",
            "term",
            "what the number counts; only a pledge is ever summed",
            terms=vocabulary.MEANING,
        ),
        Column(
            "figure_place",
            "id",
            "where the counted troops are, if not pledged for Ukraine",
            refers_to="places",
        ),
        Column("figure_words", "text", "the figure in words, if there is no number"),
        Column(
            "conditions",
            "terms",
            "the conditions stated; several are parted by ;",
            terms=vocabulary.CONDITION,
        ),
        Column(
            "conditions_note", "text", "the conditions' own terms where they differ"
        ),
        Column(
            "meeting",
            "id",
            "the meeting at or about which it was said",
            refers_to="meetings",
        ),
        Column(
            "meeting_mode",
            "term",
            "how the speaker's country took part in it",
            terms=vocabulary.MODE,
        ),
        Column("speaker", "text", "who said it, with the post"),
        Column(
            "speaks_for",
            "term",
            "for whom the speaker speaks; blank is own_government",
            terms=vocabulary.SPEAKS_FOR,
        ),
        source_column(),
        confidence_column(),
        Column("statement", "text", "what was said, in a sentence of our own"),
        Column(
            "language",
            "text",
            "the language of statement and notes (ISO 639-1); blank is en",
        ),
        note_column(),
    ),
    numbers_itself=True,
    shorthands=(
        Column(
            "troops",
            "figure",
            "the figure as people write it: 3000, up to 150, 2 000–3 000; it stands"
            " for troops_min, troops_max, qualifier and figure_words",
        ),
        Column(
            "participation",
            "participation",
            "a status, or how the country took part in the meeting: in person,"
            " videoconference; it stands for status and meeting_mode",
        ),
    ),
)

MEETINGS = Table(
    "meetings",
    "one meeting",
    (
        id_column("the meeting's date and place"),
        date_column("its first day", required=True),
        *name_columns(),
        Column(
            "places",
            "ids",
            "where it was held; several hubs are parted by ; blank is online only",
            refers_to="places",
        ),
        Column("level", "term", "who met", terms=vocabulary.LEVEL),
        Column("format", "text", "how it was held"),
        Column("hosts", "actors", "the hosts and co-chairs, parted by ;"),
        source_column(),
        confidence_column(),
        note_column(),
    ),
)

MEETING_COUNTS = Table(
    "meeting_counts",
    "one source's count of who took part in one meeting; rival counts are rows",
    (
        id_column("a stable id of the count"),
        Column(
            "meeting", "id", "the meeting counted", required=True, refers_to="meetings"
        ),
        *figure_columns("count"),
        Column("counted", "term", "what was counted", terms=vocabulary.COUNTED),
        Column("words", "text", "the count in the source's words"),
        source_column(),
        confidence_column(),
        note_column(),
    ),
)

PARTICIPANTS = Table(
    "participants",
    "one participant at one meeting, as one source has it",
    (
        id_column("a stable id of the participation"),
        Column("meeting", "id", "the meeting", required=True, refers_to="meetings"),
        *actor_columns(),
        Column(
            "mode",
            "term",
            "how the participant took part",
            required=True,
            terms=vocabulary.MODE,
        ),
        Column(
            "hub",
            "id",
            "at which of the meeting's places, or seen from which",
            refers_to="places",
        ),
        Column(
            "occurrence",
            "term",
            "whether it was planned or happened; blank is actual",
            terms=vocabulary.OCCURRENCE,
        ),
        Column(
            "absence_reason",
            "term",
            "why absent",
            terms=vocabulary.ABSENCE_REASON,
        ),
        Column(
            "roles",
            "terms",
            "the part played; several are parted by ;",
            terms=vocabulary.ROLE,
        ),
        Column("person", "text", "who represented the participant"),
        source_column(),
        confidence_column(),
        note_column(),
    ),
    numbers_itself=True,
)

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        PLEDGES,
        MEETINGS,
        MEETING_COUNTS,
        PARTICIPANTS,
        SOURCES,
        CLAIMS,
        NOT_PLEDGES,
        SAYINGS,
        ACTORS,
        PLACES,
        ALIASES,
    )
}

DEFAULTS = (
    "date",
    "status",
    "meaning",
    "meeting",
    "speaks_for",
    "source",
    "confidence",
    "language",
)
"""The columns that a map definition may fill for a table of statements."""
