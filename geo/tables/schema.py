"""The columns of every table: the one place where they are defined.

``data/datapackage.json`` (Frictionless Table Schema) and the column reference in
``docs/reference/columns.md`` are tested to agree with this module.
"""

from __future__ import annotations

from collections.abc import Mapping

from geo import vocabulary
from geo.tables.table import Column, Table

Terms = Mapping[str, str]

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


def id_column(description: str) -> Column:
    """Return the column of a row's own id."""
    return Column("id", "id", description, required=True)


def text(name: str, description: str, *, required: bool = False) -> Column:
    return Column(name, "text", description, required)


def term(
    name: str, terms: Terms, description: str, *, required: bool = False
) -> Column:
    """Return a column whose cells are one term of a vocabulary."""
    return Column(name, "term", description, required, terms)


def terms_of(
    name: str, terms: Terms, description: str, *, required: bool = False
) -> Column:
    """Return a column whose cells are terms of a vocabulary, parted by ``;``."""
    return Column(name, "terms", description, required, terms)


def reference(
    name: str, table: str, description: str, *, required: bool = False
) -> Column:
    """Return a column whose cells are ids of another table."""
    return Column(name, "id", description, required, refers_to=table)


def date_column(description: str) -> Column:
    """Return the column of the date that a row is of."""
    precision = "YYYY-MM-DD, or YYYY-MM or YYYY when no more is known"
    return Column("date", "date", f"{description}; {precision}", required=True)


def figure_columns(noun: str) -> tuple[Column, ...]:
    """Return the columns of a figure's bounds and qualifier."""
    meant = "how the number is meant; blank is not stated"
    return (
        Column(f"{noun}_min", "integer", "the least number; blank is not zero"),
        Column(f"{noun}_max", "integer", "the greatest number; blank is not zero"),
        term("qualifier", vocabulary.QUALIFIER, meant),
    )


def name_columns() -> tuple[Column, ...]:
    """Return the columns of a name in each language."""
    named = LANGUAGE_NAMES.items()
    return tuple(text(f"name_{code}", f"its name in {name}") for code, name in named)


ACTOR = (
    Column(
        "actor", "actor", "a country (ISO 3166-1 alpha-3 code or name) or the id of an"
        " actor that is no country", required=True,
    ),
    term("actor_kind", vocabulary.ACTOR_KIND, "what the actor is; blank is country"),
)  # fmt: skip
CODE = Column(
    "country_code", "code", "the country's ISO code, where its name stands in a column"
    " of its own: the code decides, and the name is compared",
)  # fmt: skip
SOURCE = reference(
    "source", "sources", "the id of the source that the row rests on", required=True
)
CONFIDENCE = term(
    "confidence", vocabulary.CONFIDENCE, "how far the row can be relied on"
)
NOTE = text("note", "what fits no other column")

SOURCES = Table(
    "sources",
    "one page or document",
    (
        id_column("a short key"),
        text("title", "the page's title", required=True),
        term(
            "title_is", vocabulary.TITLE_IS, "whose words the title is; blank is title"
        ),
        text("language", "the page's language (ISO 639-1); blank is unknown"),
        text("publisher", "who published it, and whom it relays", required=True),
        term("grade", vocabulary.GRADE, "what kind of publisher it is", required=True),
        text("kind", "the kind of publisher in finer words"),
        Column(
            "aligned_state",
            "actor",
            "the state that runs it or that it is aligned with",
        ),
        Column("url", "url", "its address, https: or http:", required=True),
        Column("published", "date", "the date of publication"),
        Column("read", "date", "the date on which it was read"),
        NOTE,
    ),
)

CLAIMS = Table(
    "claims",
    "one figure about the whole force or a group; never a country's pledge",
    (
        id_column("a stable id of the claim"),
        date_column("the day of the claim"),
        term("kind", vocabulary.CLAIM_KIND, "what kind of figure it is", required=True),
        *figure_columns("value"),
        text("unit", "what is counted: troops, countries, GBP"),
        text("scope", "what the figure covers", required=True),
        Column("members", "actors", "the countries that are named, parted by ;"),
        text("unnamed", "the part whose members are not named"),
        *(SOURCE, CONFIDENCE, NOTE),
    ),
)

NOT_PLEDGES = Table(
    "not_pledges",
    "something that looks like a pledge and is none",
    (
        id_column("a stable id"),
        *ACTOR,
        date_column("the day it was said or done"),
        text("reason", "why it is no pledge", required=True),
        text("statement", "what was said or done", required=True),
        *(SOURCE, CONFIDENCE, NOTE),
    ),
    shorthands=(CODE,),
)

GOVERNMENTS = Table(
    "governments",
    "the end of one government: from that day on another one speaks for the country",
    (
        id_column("a stable id"),
        Column("actor", "actor", "the country", required=True),
        date_column("the day from which another one governs"),
        text("head", "who led it", required=True),
        *(SOURCE, NOTE),
    ),
    shorthands=(CODE,),
)

SAYINGS = Table(
    "sayings",
    "one thing that a text says, read literally, with a check against other sources",
    (
        id_column("a stable id"),
        text("subject", "who or what it is about", required=True),
        Column("actors", "actors", "the countries it names, parted by ;"),
        text("says", "what the text says", required=True),
        text("words", "the text's own words, in its language"),
        text("reading", "what the words do and do not say"),
        text("check", "what other sources say of it"),
        reference("check_source", "sources", "the source of the check"),
        *(SOURCE, CONFIDENCE, NOTE),
    ),
)

ACTORS = Table(
    "actors",
    "one actor that is no country: an organisation, a region, an unnamed group",
    (
        id_column("a short key"),
        term("kind", vocabulary.ACTOR_KIND, "what the actor is", required=True),
        *name_columns(),
        terms_of(
            "regions", vocabulary.REGION, "of a region: as which regions of the United"
            " Nations (M49) it is drawn, parted by ;",
        ),
        NOTE,
    ),
)  # fmt: skip

PLACES = Table(
    "places",
    "one place that a meeting was held at or that troops are deployed in",
    (
        id_column("a short key"),
        *name_columns(),
        *(
            text(f"where_{code}", f"in it, in {name}: {WHERE[code]}")
            for code, name in LANGUAGE_NAMES.items()
        ),
        Column("country", "actor", "the country it lies in; blank for a region"),
        Column("lon", "number", "longitude in degrees; blank for a region"),
        Column("lat", "number", "latitude in degrees; blank for a region"),
        NOTE,
    ),
)

TRANSLATIONS = Table(
    "translations",
    "one text of the other tables, in other languages; an edited text is another one",
    (
        text("text", "the text as it stands in the other table", required=True),
        *(
            text(f"text_{code}", f"the same in {name}")
            for code, name in LANGUAGE_NAMES.items()
        ),
    ),
)

ALIASES = Table(
    "aliases",
    "one more name of a country, exact after normalisation",
    (
        text("alias", "the name as people write it", required=True),
        Column("iso_a3", "actor", "the country it always means", required=True),
        NOTE,
    ),
)

PLEDGES = Table(
    "pledges",
    "one statement: who said what, when, on whose word",
    (
        id_column("a stable id of the statement"),
        *ACTOR,
        date_column("the day of the statement"),
        term("date_certainty", vocabulary.CERTAINTY, "blank is stated"),
        terms_of(
            "status", vocabulary.STATUS, "the position that the statement takes: one on"
            " troops, and one on other help, parted by ;", required=True,
        ),
        terms_of(
            "domains", vocabulary.DOMAIN, "what the statement speaks of; several are"
            " parted by ;",
        ),
        *figure_columns("troops"),
        term(
            "meaning", vocabulary.MEANING, "what the number counts; two meanings are"
            " never added up",
        ),
        reference(
            "figure_place", "places", "where what is counted stands, if that is"
            " elsewhere",
        ),
        text("figure_words", "the figure in words, if there is no number"),
        terms_of(
            "conditions", vocabulary.CONDITION, "the conditions stated; several are"
            " parted by ;",
        ),
        text("conditions_note", "the conditions' own terms where they differ"),
        reference("meeting", "meetings", "the meeting at or about which it was said"),
        term(
            "meeting_mode", vocabulary.MODE, "how the speaker's country took part in it"
        ),
        text("speaker", "who said it, with the post"),
        term(
            "speaks_for", vocabulary.SPEAKS_FOR, "for whom the speaker speaks; blank is"
            " own_government",
        ),
        *(SOURCE, CONFIDENCE),
        Column(
            "better_sought", "date", "when an official text, a news agency or a"
            " newspaper of record was last sought for it, and none was found",
        ),
        text("statement", "what was said, in a sentence of our own"),
        text(
            "language", "the language of statement and notes (ISO 639-1); blank is en"
        ),
        NOTE,
    ),
    numbers_itself=True,
    shorthands=(
        CODE,
        Column(
            "troops", "figure", "the figure as people write it: 3000, up to 150,"
            " 2 000–3 000; it stands for troops_min, troops_max, qualifier and"
            " figure_words",
        ),
        Column(
            "participation", "participation", "a status, or how the country took part"
            " in the meeting: in person, videoconference; it stands for status and"
            " meeting_mode",
        ),
    ),
)  # fmt: skip

MEETINGS = Table(
    "meetings",
    "one meeting",
    (
        id_column("the meeting's date and place"),
        date_column("its first day"),
        *name_columns(),
        Column(
            "places", "ids", "where it was held; several hubs are parted by ; blank is"
            " online only", refers_to="places",
        ),
        term("level", vocabulary.LEVEL, "who met"),
        text("format", "how it was held"),
        Column("hosts", "actors", "the hosts and co-chairs, parted by ;"),
        *(SOURCE, CONFIDENCE, NOTE),
    ),
)  # fmt: skip

MEETING_COUNTS = Table(
    "meeting_counts",
    "one source's count of who took part in one meeting; rival counts are rows",
    (
        id_column("a stable id of the count"),
        reference("meeting", "meetings", "the meeting counted", required=True),
        *figure_columns("count"),
        term("counted", vocabulary.COUNTED, "what was counted"),
        text("words", "the count in the source's words"),
        *(SOURCE, CONFIDENCE, NOTE),
    ),
)

PARTICIPANTS = Table(
    "participants",
    "one participant at one meeting, as one source has it",
    (
        id_column("a stable id of the participation"),
        reference("meeting", "meetings", "the meeting", required=True),
        *ACTOR,
        term("mode", vocabulary.MODE, "how the participant took part", required=True),
        reference(
            "hub", "places", "at which of the meeting's places, or seen from which"
        ),
        term(
            "occurrence", vocabulary.OCCURRENCE, "whether it was planned or happened;"
            " blank is actual",
        ),
        term("absence_reason", vocabulary.ABSENCE_REASON, "why absent"),
        terms_of("roles", vocabulary.ROLE, "the part played; several are parted by ;"),
        text("person", "who represented the participant"),
        *(SOURCE, CONFIDENCE, NOTE),
    ),
    numbers_itself=True,
    shorthands=(CODE,),
)  # fmt: skip

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        *(
            PLEDGES,
            MEETINGS,
            MEETING_COUNTS,
            PARTICIPANTS,
            SOURCES,
            CLAIMS,
            NOT_PLEDGES,
        ),
        *(GOVERNMENTS, SAYINGS, ACTORS, PLACES, TRANSLATIONS, ALIASES),
    )
}

DEFAULTS = (
    *("date", "status", "meaning", "meeting"),
    *("speaks_for", "source", "confidence", "language"),
)
"""The columns that a map definition may fill for a table of statements."""

OF_ANY_UNIT = {
    "troops": "figure", "troops_min": "figure_min", "troops_max": "figure_max",
}  # fmt: skip
"""What columns are called where something else than troops is counted."""
