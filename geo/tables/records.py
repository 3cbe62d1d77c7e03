"""What the rows of the tables become: typed, immutable records.

A record keeps the row it came from (``row``, as a spreadsheet counts), so that
whatever is drawn from it can be traced back.  A field's default is what a blank cell
of its column means: blank is not zero and not "no".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

from geo.cells.dates import PartialDate
from geo.tables.schema import LANGUAGE_NAMES
from geo.tables.shorthand import Values
from geo.words import FALLBACK, LANGUAGES, words

Text = dict[str, str]
"""A text by language code."""


@dataclass(frozen=True)
class Figure:
    """A number of something with its bounds, qualifier and meaning."""

    minimum: float | None = None
    maximum: float | None = None
    qualifier: str | None = None
    meaning: str | None = None
    place: str | None = None
    words: str | None = None

    @property
    def has_number(self) -> bool:
        return self.minimum is not None or self.maximum is not None

    @property
    def counts(self) -> str | None:
        """Among the figures of which meaning this one is; None if it says nothing.

        A number always says what it counts.  Without a number and without a meaning
        it is about what the country itself would send.
        """
        if self.has_number:
            return self.meaning
        if self.words or self.qualifier == "withheld":
            return self.meaning or "pledge"
        return None


@dataclass(frozen=True, kw_only=True)
class Record:
    """What the rows of every table have."""

    id: str
    row: int
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Cited(Record):
    """A row that rests on a source.

    A confidence that is not stated counts as medium, and is not said to be medium.
    """

    source: str
    confidence: str = "medium"
    confidence_stated: bool = True


@dataclass(frozen=True, kw_only=True)
class Statement(Cited):
    """One row of ``pledges``: who said what, when, on whose word."""

    actor: str
    actor_kind: str = "country"
    date: PartialDate
    approximate: bool = False
    status: tuple[str, ...]
    domains: tuple[str, ...] = ()
    figure: Figure | None = None
    conditions: tuple[str, ...] = ()
    conditions_note: str = ""
    meeting: str | None = None
    meeting_mode: str | None = None
    speaker: str = ""
    speaks_for: str = "own_government"
    better_sought: PartialDate | None = None
    statement: str = ""
    language: str = "en"


@dataclass(frozen=True, kw_only=True)
class Meeting(Cited):
    """One meeting; ``places`` are its hubs, none if it was held online only."""

    date: PartialDate
    name: Text
    places: tuple[str, ...] = ()
    level: str | None = None
    format: str = ""
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MeetingCount(Cited):
    """One source's count of a meeting's participants."""

    meeting: str
    figure: Figure | None = None
    counted: str | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Participation(Cited):
    """One participant at one meeting, as one source has it."""

    meeting: str
    actor: str
    actor_kind: str = "country"
    mode: str
    hub: str | None = None
    occurrence: str = "actual"
    absence_reason: str | None = None
    roles: tuple[str, ...] = ()
    person: str = ""


@dataclass(frozen=True, kw_only=True)
class Source(Record):
    """One page or document."""

    title: str
    title_is: str = "title"
    language: str = ""
    publisher: str
    grade: str
    kind: str = ""
    aligned_state: str | None = None
    url: str
    published: PartialDate | None = None
    read: PartialDate | None = None


@dataclass(frozen=True, kw_only=True)
class Claim(Cited):
    """One figure about the whole force or a group; never a country's pledge."""

    date: PartialDate
    kind: str
    figure: Figure | None = None
    unit: str = ""
    scope: str
    members: tuple[str, ...] = ()
    unnamed: str = ""


@dataclass(frozen=True, kw_only=True)
class NotPledge(Cited):
    """Something that looks like a pledge and is none."""

    actor: str
    actor_kind: str = "country"
    date: PartialDate
    reason: str
    statement: str


@dataclass(frozen=True, kw_only=True)
class Government(Record):
    """A government that ``head`` led, and the day from which another one governs."""

    actor: str
    date: PartialDate
    head: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Saying(Cited):
    """One thing that a text says, read literally."""

    subject: str
    actors: tuple[str, ...] = ()
    says: str
    words: str = ""
    reading: str = ""
    check: str = ""
    check_source: str | None = None


@dataclass(frozen=True, kw_only=True)
class Translation(Record):
    """A text of another table, its ``id``, as other languages say it."""

    text: Text


@dataclass(frozen=True, kw_only=True)
class Actor(Record):
    """An actor that is no country; ``regions`` are those that it is drawn as."""

    kind: str
    name: Text
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Place(Record):
    """A place; ``lon`` and ``lat`` (degrees) are None for a region.

    ``where`` is the place in a sentence, "in Eastern Europe"; it may be empty.
    """

    name: Text
    where: Text = field(default_factory=dict)
    country: str | None = None
    lon: float | None = None
    lat: float | None = None


UNGRADED = "ungraded"

NO_SOURCE = "no-source"
"""What a row cites whose table has no column of sources."""
_NO_FIGURE = (None,) * 6

RECORDS: Mapping[str, type[Record]] = {
    "pledges": Statement,
    "meetings": Meeting,
    "meeting_counts": MeetingCount,
    "participants": Participation,
    "sources": Source,
    "claims": Claim,
    "not_pledges": NotPledge,
    "governments": Government,
    "sayings": Saying,
    "actors": Actor,
    "places": Place,
    "translations": Translation,
}

FIGURES = {"pledges": "troops", "meeting_counts": "count", "claims": "value"}
"""The noun of each table's figure: its bounds are ``troops_min`` and ``troops_max``."""


def record_of(table: str, values: Values, key: str = "id") -> Any:
    """Return the record of a row; a blank is what the record's default says."""
    names = _names(table)
    parts: dict[str, Any] = {
        name: value
        for name, value in values.items()
        if value is not None and name in names
    }
    parts["id"] = values[key]
    if table in FIGURES and (figure := figure_of(values, FIGURES[table])):
        parts["figure"] = figure
    for noun in names & {"name", "where", "text"}:
        parts[noun] = _texts(values, noun)
    if "approximate" in names:
        parts["approximate"] = values["date_certainty"] == "approximate"
    if "confidence" in names:
        parts["confidence_stated"] = values["confidence"] is not None
    return RECORDS[table](**parts)


@cache
def _names(table: str) -> frozenset[str]:
    return frozenset(field.name for field in fields(RECORDS[table]))


def figure_of(values: Values, noun: str) -> Figure | None:
    """Return the figure of a row, None if the row states nothing of one."""
    parts = (
        values[f"{noun}_min"],
        values[f"{noun}_max"],
        values["qualifier"],
        values.get("meaning"),
        values.get("figure_place"),
        values.get("figure_words"),
    )
    return None if parts == _NO_FIGURE else Figure(*parts)


def _texts(values: Values, noun: str) -> Text:
    """Gather the columns of a text, one a language; a blank one is left out."""
    texts = {code: values[f"{noun}_{code}"] for code in LANGUAGE_NAMES}
    return {code: text for code, text in texts.items() if text}


def source_of_url(url: str, row: int) -> Source:
    """Make a source of a bare address, as the simplest tables cite one."""
    host = url.split("//", 1)[1].split("/", 1)[0]
    return Source(id=url, row=row, title=url, publisher=host, grade=UNGRADED, url=url)


def no_source(row: int) -> tuple[Source, Translation]:
    """Make the source of a table that names none: it says so, in every language."""
    texts = {language: words(language)["source.none"] for language in LANGUAGES}
    said = texts[FALLBACK]
    source = Source(
        id=NO_SOURCE, row=row, title=said, title_is="description", publisher=said,
        grade=UNGRADED, url="",
    )  # fmt: skip
    return source, Translation(id=said, row=row, text=texts)


def participations_of(statements: Mapping[str, Statement]) -> dict[str, Participation]:
    """Return what statements say of how their countries took part in meetings.

    A table of participants says more; without one, as with the simplest table, this is
    all that is known.
    """
    return {
        key: Participation(
            id=key, row=said.row, meeting=said.meeting, actor=said.actor,
            actor_kind=said.actor_kind, mode=said.meeting_mode, source=said.source,
            confidence=said.confidence, confidence_stated=said.confidence_stated,
        )
        for key, said in statements.items()
        if said.meeting is not None and said.meeting_mode is not None
    }  # fmt: skip
