"""The columns of every table: the one place where they are defined.

``data/datapackage.json`` (Frictionless Table Schema) and the column reference in
``docs/reference/columns.md`` are tested to agree with this module.
"""

from __future__ import annotations

from collections.abc import Mapping

from geo import vocabulary
from geo.tables.table import Column, Table


def id_column(description: str) -> Column:
    """Return the column of a row's own id."""
    return Column("id", "id", description, required=True)


def source_column() -> Column:
    """Return the column of the source that a row cites."""
    return Column(
        "source",
        "id",
        "the id of the source that the row rests on",
        required=True,
        refers_to="sources",
    )


def confidence_column() -> Column:
    """Return the column of how far a row can be relied on."""
    return Column(
        "confidence",
        "term",
        "how far the row can be relied on",
        terms=vocabulary.CONFIDENCE,
    )


def note_column() -> Column:
    """Return the column of notes."""
    return Column("note", "text", "what fits no other column")


def actor_columns() -> tuple[Column, Column]:
    """Return the columns of who it is, and what kind of actor."""
    return (
        Column(
            "actor",
            "actor",
            "a country (ISO 3166-1 alpha-3 code or name) or the id of an actor"
            " that is no country",
            required=True,
        ),
        Column(
            "actor_kind",
            "term",
            "what the actor is; blank is country",
            terms=vocabulary.ACTOR_KIND,
        ),
    )


def code_column() -> Column:
    """Return the column of the code that stands beside a country's name."""
    return Column(
        "country_code",
        "code",
        "the country's ISO code, where its name stands in a column of its own: the"
        " code decides, and the name is compared",
    )


def date_column(description: str, *, required: bool = False) -> Column:
    """Return the column of a date."""
    return Column(
        "date",
        "date",
        f"{description}; YYYY-MM-DD, or YYYY-MM or YYYY when no more is known",
        required=required,
    )


def figure_columns(noun: str) -> tuple[Column, Column, Column]:
    """Return the columns of a figure's bounds and qualifier."""
    return (
        Column(f"{noun}_min", "integer", "the least number; blank is not zero"),
        Column(f"{noun}_max", "integer", "the greatest number; blank is not zero"),
        Column(
            "qualifier",
            "term",
            "how the number is meant; blank is not stated",
            terms=vocabulary.QUALIFIER,
        ),
    )


# In the order of the columns; a row needs a name in one of them.
LANGUAGE_NAMES: Mapping[str, str] = {
    "en": "English",
    "fr": "French",
    "uk": "Ukrainian",
    "es": "Spanish",
    "de": "German",
    "pl": "Polish",
}

# What the columns where_en, where_fr, … hold, for one place.
WHERE: Mapping[str, str] = {
    "en": "in Eastern Europe",
    "fr": "en Europe de l’Est",
    "uk": "у Східній Європі",
    "es": "en Europa del Este",
    "de": "in Osteuropa",
    "pl": "w Europie Wschodniej",
}


NAMES = tuple(f"name_{code}" for code in LANGUAGE_NAMES)


def name_columns() -> tuple[Column, ...]:
    """Return the columns of a name in each language."""
    return tuple(
        Column(f"name_{code}", "text", f"its name in {name}")
        for code, name in LANGUAGE_NAMES.items()
    )


def text_columns() -> tuple[Column, ...]:
    """Return the columns of a translated text, one a language; any may be blank."""
    return tuple(
        Column(f"text_{code}", "text", f"the same in {name}")
        for code, name in LANGUAGE_NAMES.items()
    )


def where_columns() -> tuple[Column, ...]:
    """Return the columns of "in the place" in each language."""
    return tuple(
        Column(f"where_{code}", "text", f"in it, in {name}: {WHERE[code]}")
        for code, name in LANGUAGE_NAMES.items()
    )


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
    shorthands=(code_column(),),
)

GOVERNMENTS = Table(
    "governments",
    "the end of one government: from that day on another one speaks for the country",
    (
        id_column("a stable id"),
        Column("actor", "actor", "the country", required=True),
        date_column("the day from which another one governs", required=True),
        Column("head", "text", "who led it", required=True),
        source_column(),
        note_column(),
    ),
    shorthands=(code_column(),),
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
        Column(
            "regions",
            "terms",
            "of a region: as which regions of the United Nations (M49) it is drawn,"
            " parted by ;",
            terms=vocabulary.REGION,
        ),
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
            "what the number counts; two meanings are never added up",
            terms=vocabulary.MEANING,
        ),
        Column(
            "figure_place",
            "id",
            "where what is counted stands, if that is elsewhere",
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
        Column(
            "better_sought",
            "date",
            "when an official text, a news agency or a newspaper of record was last"
            " sought for it, and none was found",
        ),
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
        code_column(),
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
    shorthands=(code_column(),),
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
        GOVERNMENTS,
        SAYINGS,
        ACTORS,
        PLACES,
        TRANSLATIONS,
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
