"""What the rows of the tables become: typed, immutable records.

A record keeps the row it came from (``row``, as a spreadsheet counts), so that
whatever is drawn from it can be traced back.  A field's default is what a blank cell
of its column means: blank is not zero and not "no".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from geo.cells.dates import PartialDate

Text = dict[str, str]
"""A text by language code."""


@dataclass(frozen=True)
class Figure:
    """A number of something with its bounds, qualifier and meaning."""

    minimum: int | None = None
    maximum: int | None = None
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
class Actor(Record):
    """An actor that is no country."""

    kind: str
    name: Text


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
