"""What the rows of the tables become: typed, immutable records.

A record keeps the row it came from (``row``, as a spreadsheet counts), so that
whatever is drawn from it can be traced back.  A field that is ``None`` or empty was
blank in the table: blank is not zero and not "no".
"""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Statement:
    """One row of ``pledges``: who said what, when, on whose word."""

    id: str
    row: int
    actor: str
    actor_kind: str
    date: PartialDate
    approximate: bool
    status: str
    domains: tuple[str, ...]
    figure: Figure | None
    conditions: tuple[str, ...]
    conditions_note: str
    meeting: str | None
    meeting_mode: str | None
    speaker: str
    speaks_for: str
    source: str
    confidence: str
    statement: str
    language: str
    note: str
    confidence_stated: bool = True


@dataclass(frozen=True)
class Meeting:
    """One meeting; ``places`` are its hubs, none if it was held online only."""

    id: str
    row: int
    date: PartialDate
    name: Text
    places: tuple[str, ...]
    level: str | None
    format: str
    hosts: tuple[str, ...]
    source: str
    confidence: str
    note: str
    confidence_stated: bool = True


@dataclass(frozen=True)
class MeetingCount:
    """One source's count of a meeting's participants."""

    id: str
    row: int
    meeting: str
    figure: Figure | None
    counted: str | None
    words: str
    source: str
    confidence: str
    note: str
    confidence_stated: bool = True


@dataclass(frozen=True)
class Participation:
    """One participant at one meeting, as one source has it."""

    id: str
    row: int
    meeting: str
    actor: str
    actor_kind: str
    mode: str
    hub: str | None
    occurrence: str
    absence_reason: str | None
    roles: tuple[str, ...]
    person: str
    source: str
    confidence: str
    note: str
    confidence_stated: bool = True


@dataclass(frozen=True)
class Source:
    """One page or document."""

    id: str
    row: int
    title: str
    title_is: str
    language: str
    publisher: str
    grade: str
    kind: str
    aligned_state: str | None
    url: str
    published: PartialDate | None
    read: PartialDate | None
    note: str


@dataclass(frozen=True)
class Claim:
    """One figure about the whole force or a group; never a country's pledge."""

    id: str
    row: int
    date: PartialDate
    kind: str
    figure: Figure | None
    unit: str
    scope: str
    members: tuple[str, ...]
    unnamed: str
    source: str
    confidence: str
    note: str
    confidence_stated: bool = True


@dataclass(frozen=True)
class NotPledge:
    """Something that looks like a pledge and is none."""

    id: str
    row: int
    actor: str
    actor_kind: str
    date: PartialDate
    reason: str
    statement: str
    source: str
    confidence: str
    note: str
    confidence_stated: bool = True


@dataclass(frozen=True)
class Saying:
    """One thing that a text says, read literally."""

    id: str
    row: int
    subject: str
    actors: tuple[str, ...]
    says: str
    words: str
    reading: str
    check: str
    check_source: str | None
    source: str
    confidence: str
    note: str
    confidence_stated: bool = True


@dataclass(frozen=True)
class Actor:
    """An actor that is no country."""

    id: str
    row: int
    kind: str
    name: Text
    note: str


@dataclass(frozen=True)
class Place:
    """A place; ``lon`` and ``lat`` (degrees) are None for a region.

    ``where`` is the place in a sentence, "in Eastern Europe"; it may be empty.
    """

    id: str
    row: int
    name: Text
    where: Text
    country: str | None
    lon: float | None
    lat: float | None
    note: str
