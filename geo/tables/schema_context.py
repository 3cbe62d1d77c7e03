"""The columns of the tables round the statements: sources, claims, actors, places."""

from __future__ import annotations

from geo import vocabulary
from geo.tables.shared_columns import (
    actor_columns,
    confidence_column,
    date_column,
    figure_columns,
    id_column,
    name_columns,
    note_column,
    source_column,
    text_columns,
    where_columns,
)
from geo.tables.table import Column, Table

SOURCES = Table(
    "sources",
    "one page or document",
    (
        id_column("a short key"),
        Column("title", "text", "the page's title", required=True),
        Column(
            "title_is",
            "term",
            "whose words the title is; blank is title",
            terms=vocabulary.TITLE_IS,
        ),
        Column("language", "text", "the page's language (ISO 639-1); blank is unknown"),
        Column(
            "publisher", "text", "who published it, and whom it relays", required=True
        ),
        Column(
            "grade",
            "term",
            "what kind of publisher it is",
            required=True,
            terms=vocabulary.GRADE,
        ),
        Column("kind", "text", "the kind of publisher in finer words"),
        Column(
            "aligned_state",
            "actor",
            "the state that runs it or that it is aligned with",
        ),
        Column("url", "url", "its address, https: or http:", required=True),
        Column("published", "date", "the date of publication"),
        Column("read", "date", "the date on which it was read"),
        note_column(),
    ),
)

CLAIMS = Table(
    "claims",
    "one figure about the whole force or a group; never a country's pledge",
    (
        id_column("a stable id of the claim"),
        date_column("the day of the claim", required=True),
        Column(
            "kind",
            "term",
            "what kind of figure it is",
            required=True,
            terms=vocabulary.CLAIM_KIND,
        ),
        *figure_columns("value"),
        Column("unit", "text", "what is counted: troops, countries, GBP"),
        Column("scope", "text", "what the figure covers", required=True),
        Column("members", "actors", "the countries that are named, parted by ;"),
        Column("unnamed", "text", "the part whose members are not named"),
        source_column(),
        confidence_column(),
        note_column(),
    ),
)

NOT_PLEDGES = Table(
    "not_pledges",
    "something that looks like a pledge and is none",
    (
        id_column("a stable id"),
        *actor_columns(),
        date_column("the day it was said or done", required=True),
        Column("reason", "text", "why it is no pledge", required=True),
        Column("statement", "text", "what was said or done", required=True),
        source_column(),
        confidence_column(),
        note_column(),
    ),
)

SAYINGS = Table(
    "sayings",
    "one thing that a text says, read literally, with a check against other sources",
    (
        id_column("a stable id"),
        Column("subject", "text", "who or what it is about", required=True),
        Column("actors", "actors", "the countries it names, parted by ;"),
        Column("says", "text", "what the text says", required=True),
        Column("words", "text", "the text's own words, in its language"),
        Column("reading", "text", "what the words do and do not say"),
        Column("check", "text", "what other sources say of it"),
        Column(
            "check_source",
            "id",
            "the source of the check",
            refers_to="sources",
        ),
        source_column(),
        confidence_column(),
        note_column(),
    ),
)

ACTORS = Table(
    "actors",
    "one actor that is no country: an organisation, a region, an unnamed group",
    (
        id_column("a short key"),
        Column(
            "kind",
            "term",
            "what the actor is",
            required=True,
            terms=vocabulary.ACTOR_KIND,
        ),
        *name_columns(),
        note_column(),
    ),
)

PLACES = Table(
    "places",
    "one place that a meeting was held at or that troops are deployed in",
    (
        id_column("a short key"),
        *name_columns(),
        *where_columns(),
        Column("country", "actor", "the country it lies in; blank for a region"),
        Column("lon", "number", "longitude in degrees; blank for a region"),
        Column("lat", "number", "latitude in degrees; blank for a region"),
        note_column(),
    ),
)

TRANSLATIONS = Table(
    "translations",
    "one text of the other tables, in other languages; an edited text is another one",
    (
        Column("text", "text", "the text as it stands in the other table", True),
        *text_columns(),
    ),
)

ALIASES = Table(
    "aliases",
    "one more name of a country, exact after normalisation",
    (
        Column("alias", "text", "the name as people write it", required=True),
        Column(
            "iso_a3",
            "actor",
            "the country it always means",
            required=True,
        ),
        note_column(),
    ),
)
