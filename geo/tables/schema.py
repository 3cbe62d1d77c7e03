"""The columns of every table: the one place where they are defined.

``data/datapackage.json`` (Frictionless Table Schema) and the column reference in
``data/README.md`` are tested to agree with this module.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from geo import vocabulary
from geo.tables.synonyms import folded_header, synonyms, written_synonyms

Kind = Literal[
    "id",
    "ids",
    "text",
    "term",
    "terms",
    "date",
    "number",
    "integer",
    "url",
    "actor",
    "actors",
    "figure",
    "participation",
]


@dataclass(frozen=True)
class Column:
    """One column: its name, the kind of its cells, and what it must say.

    ``terms`` is the vocabulary of a ``term`` cell, or of each part of a ``terms``
    cell (parts are parted by ``;``).  ``refers_to`` names the table whose ids the
    cell (or each of its parts) must be among.
    """

    name: str
    kind: Kind
    description: str
    required: bool = False
    terms: Mapping[str, str] | None = None
    refers_to: str | None = None


@dataclass(frozen=True)
class Table:
    """A table: its name, what one row is, and its columns in order.

    ``numbers_itself`` says that a file without the key column is complete: its rows
    are then called by their number, as in ``row-14``.  ``shorthands`` are columns that
    people may write instead of several of the table's own, as in the simplest table.
    """

    name: str
    row_is: str
    columns: tuple[Column, ...]
    numbers_itself: bool = False
    shorthands: tuple[Column, ...] = ()

    @property
    def key(self) -> str:
        """The name of the column that identifies a row."""
        return self.columns[0].name

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    @property
    def required_columns(self) -> tuple[str, ...]:
        """The columns that a file must have."""
        return tuple(
            column.name
            for column in self.columns
            if column.required and not (self.numbers_itself and column.name == self.key)
        )

    def column(self, name: str) -> Column:
        columns = (*self.columns, *self.shorthands)
        return next(column for column in columns if column.name == name)

    def canonical(self, header: str) -> str | None:
        """Give the column that a header cell names, or None.

        The columns' own names come first, then what else people call them.
        """
        if len(header) > LONGEST_HEADER:
            return None
        folded = folded_header(header)
        for column in (*self.columns, *self.shorthands):
            if folded == column.name.replace("_", " "):
                return column.name
        known = {column.name for column in (*self.columns, *self.shorthands)}
        meant = synonyms().get(folded, frozenset()) & known
        return next(iter(meant)) if len(meant) == 1 else None


LONGEST_HEADER = 200


def names_of(table: Table, column: Column) -> tuple[str, ...]:
    """Give what people call a column of a table, beside its own name."""
    return tuple(
        name
        for name in written_synonyms(column.name)
        if table.canonical(name) == column.name and name != column.name
    )


# In the order of the columns; a name in another language may be left out.
LANGUAGE_NAMES: Mapping[str, str] = {
    "en": "English",
    "fr": "French",
    "uk": "Ukrainian",
    "es": "Spanish",
    "de": "German",
    "pl": "Polish",
}
NAMED_IN = frozenset({"en", "fr"})

# What the columns where_en, where_fr, … hold, for one place.
WHERE: Mapping[str, str] = {
    "en": "in Eastern Europe",
    "fr": "en Europe de l’Est",
    "uk": "у Східній Європі",
    "es": "en Europa del Este",
    "de": "in Osteuropa",
    "pl": "w Europie Wschodniej",
}


def _names() -> tuple[Column, ...]:
    return tuple(
        Column(f"name_{code}", "text", f"its name in {name}", required=code in NAMED_IN)
        for code, name in LANGUAGE_NAMES.items()
    )


def _id(description: str) -> Column:
    return Column("id", "id", description, required=True)


def _source() -> Column:
    return Column(
        "source",
        "id",
        "the id of the source that the row rests on",
        required=True,
        refers_to="sources",
    )


def _confidence() -> Column:
    return Column(
        "confidence",
        "term",
        "how far the row can be relied on",
        terms=vocabulary.CONFIDENCE,
    )


def _note() -> Column:
    return Column("note", "text", "what fits no other column")


def _actor() -> tuple[Column, Column]:
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


def _date(description: str, *, required: bool = False) -> Column:
    return Column(
        "date",
        "date",
        f"{description}; YYYY-MM-DD, or YYYY-MM or YYYY when no more is known",
        required=required,
    )


def _figure(noun: str) -> tuple[Column, Column, Column]:
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


PLEDGES = Table(
    "pledges",
    "one statement: who said what, when, on whose word",
    (
        _id("a stable id of the statement"),
        *_actor(),
        _date("the day of the statement", required=True),
        Column(
            "date_certainty",
            "term",
            "blank is stated",
            terms=vocabulary.CERTAINTY,
        ),
        Column(
            "status",
            "term",
            "the position that the statement takes",
            required=True,
            terms=vocabulary.STATUS,
        ),
        Column(
            "domains",
            "terms",
            "what the statement speaks of; several are parted by ;",
            terms=vocabulary.DOMAIN,
        ),
        *_figure("troops"),
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
        _source(),
        _confidence(),
        Column("statement", "text", "what was said, in a sentence of our own"),
        Column(
            "language",
            "text",
            "the language of statement and notes (ISO 639-1); blank is en",
        ),
        _note(),
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
        _id("the meeting's date and place"),
        _date("its first day", required=True),
        *_names(),
        Column(
            "places",
            "ids",
            "where it was held; several hubs are parted by ; blank is online only",
            refers_to="places",
        ),
        Column("level", "term", "who met", terms=vocabulary.LEVEL),
        Column("format", "text", "how it was held"),
        Column("hosts", "actors", "the hosts and co-chairs, parted by ;"),
        _source(),
        _confidence(),
        _note(),
    ),
)

MEETING_COUNTS = Table(
    "meeting_counts",
    "one source's count of who took part in one meeting; rival counts are rows",
    (
        _id("a stable id of the count"),
        Column(
            "meeting", "id", "the meeting counted", required=True, refers_to="meetings"
        ),
        *_figure("count"),
        Column("counted", "term", "what was counted", terms=vocabulary.COUNTED),
        Column("words", "text", "the count in the source's words"),
        _source(),
        _confidence(),
        _note(),
    ),
)

PARTICIPANTS = Table(
    "participants",
    "one participant at one meeting, as one source has it",
    (
        _id("a stable id of the participation"),
        Column("meeting", "id", "the meeting", required=True, refers_to="meetings"),
        *_actor(),
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
        _source(),
        _confidence(),
        _note(),
    ),
    numbers_itself=True,
)

SOURCES = Table(
    "sources",
    "one page or document",
    (
        _id("a short key"),
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
        _note(),
    ),
)

CLAIMS = Table(
    "claims",
    "one figure about the whole force or a group; never a country's pledge",
    (
        _id("a stable id of the claim"),
        _date("the day of the claim", required=True),
        Column(
            "kind",
            "term",
            "what kind of figure it is",
            required=True,
            terms=vocabulary.CLAIM_KIND,
        ),
        *_figure("value"),
        Column("unit", "text", "what is counted: troops, countries, GBP"),
        Column("scope", "text", "what the figure covers", required=True),
        Column("members", "actors", "the countries that are named, parted by ;"),
        Column("unnamed", "text", "the part whose members are not named"),
        _source(),
        _confidence(),
        _note(),
    ),
)

NOT_PLEDGES = Table(
    "not_pledges",
    "something that looks like a pledge and is none",
    (
        _id("a stable id"),
        *_actor(),
        _date("the day it was said or done", required=True),
        Column("reason", "text", "why it is no pledge", required=True),
        Column("statement", "text", "what was said or done", required=True),
        _source(),
        _confidence(),
        _note(),
    ),
)

SAYINGS = Table(
    "sayings",
    "one thing that a text says, read literally, with a check against other sources",
    (
        _id("a stable id"),
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
        _source(),
        _confidence(),
        _note(),
    ),
)

ACTORS = Table(
    "actors",
    "one actor that is no country: an organisation, a region, an unnamed group",
    (
        _id("a short key"),
        Column(
            "kind",
            "term",
            "what the actor is",
            required=True,
            terms=vocabulary.ACTOR_KIND,
        ),
        *_names(),
        _note(),
    ),
)

PLACES = Table(
    "places",
    "one place that a meeting was held at or that troops are deployed in",
    (
        _id("a short key"),
        *_names(),
        *(
            Column(f"where_{code}", "text", f"in it, in {name}: {WHERE[code]}")
            for code, name in LANGUAGE_NAMES.items()
        ),
        Column("country", "actor", "the country it lies in; blank for a region"),
        Column("lon", "number", "longitude in degrees; blank for a region"),
        Column("lat", "number", "latitude in degrees; blank for a region"),
        _note(),
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
        _note(),
    ),
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
"""The columns that a map definition may fill for a table that lacks them."""
