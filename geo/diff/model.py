"""What a comparison finds, as values: nothing here reads, computes or prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geo.words import FALLBACK

Texts = Mapping[str, str]
"""A row's cells that are not blank, as they are written, by column."""


@dataclass(frozen=True)
class CellChange:
    """One cell of a row that is in both tables; blank is the empty text."""

    column: str
    before: str
    after: str


@dataclass(frozen=True)
class WholeRow:
    """A row that only one of the tables has.

    ``key`` is its id, or its number in a table without ids; ``label`` says in words
    which row it is.
    """

    key: str
    label: str
    cells: Texts


@dataclass(frozen=True)
class RowChange:
    """A row that says something else than before; ``label`` is that of the new row."""

    key: str
    label: str
    cells: tuple[CellChange, ...]


@dataclass(frozen=True)
class TableChange:
    """One table: what went, came and changed.

    ``matched_by`` says how rows of the two were taken for the same, ``rewritten``
    counts cells that are written otherwise and read as the same value, and ``trouble``
    is why the table could not be compared, blank if it was.
    """

    name: str
    file: str
    matched_by: str = "id"
    gone: tuple[WholeRow, ...] = ()
    come: tuple[WholeRow, ...] = ()
    changed: tuple[RowChange, ...] = ()
    rewritten: int = 0
    trouble: str = ""

    @property
    def differs(self) -> bool:
        return bool(self.gone or self.come or self.changed or self.rewritten)


@dataclass(frozen=True)
class Shown:
    """What a map shows of one country.

    ``status`` and ``strength`` are terms (``no_data`` and blank where nothing is
    known), ``helps`` says that it offers other help besides, and ``figures`` are the
    figures that are drawn, in words.
    """

    status: str = "no_data"
    strength: str = ""
    contested: bool = False
    helps: bool = False
    figures: tuple[str, ...] = ()


@dataclass(frozen=True)
class CountryChange:
    """A country that the map shows otherwise; ``name`` is its English name."""

    iso_a3: str
    name: str
    before: Shown
    after: Shown


@dataclass(frozen=True)
class Total:
    """The figures of one meaning that a map draws.

    Pledges are added up: ``least`` and ``most`` are the sums of their bounds, ``most``
    None where a pledge has no upper bound.  Figures of other meanings are counted and
    never added, to each other or to a pledge: both sums are None.
    """

    meaning: str
    figures: int
    countries: int
    least: float | None
    most: float | None


@dataclass(frozen=True)
class MapSummary:
    """What a map says as a whole: its headline, its date, how much it rests on."""

    headline: str
    as_of: str
    statements: int
    totals: tuple[Total, ...]


@dataclass(frozen=True)
class MapChange:
    """One map: keys of its definition, countries, and what it says as a whole.

    ``before`` or ``after`` is None where the map is not there, or cannot be drawn;
    ``trouble`` says why it cannot.
    """

    slug: str
    before: MapSummary | None
    after: MapSummary | None
    definition: tuple[CellChange, ...] = ()
    countries: tuple[CountryChange, ...] = ()
    trouble: str = ""

    @property
    def differs(self) -> bool:
        moved = self.before != self.after or bool(self.countries)
        return moved or bool(self.definition)


@dataclass(frozen=True)
class Difference:
    """All that two states differ in; ``old`` and ``new`` are their names.

    Figures, headlines and names of countries are in ``language``.
    """

    old: str
    new: str
    tables: tuple[TableChange, ...]
    maps: tuple[MapChange, ...]
    language: str = FALLBACK

    @property
    def differs(self) -> bool:
        tables = any(table.differs for table in self.tables)
        return tables or any(one.differs for one in self.maps)

    @property
    def troubles(self) -> tuple[str, ...]:
        """Why a table or a map could not be compared, one sentence each."""
        troubles = [table.trouble for table in self.tables]
        troubles += [one.trouble for one in self.maps]
        return tuple(dict.fromkeys(filter(None, troubles)))
