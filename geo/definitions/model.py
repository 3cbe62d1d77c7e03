"""What a map definition says, once it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from geo.cells.dates import PartialDate
from geo.definitions.layers import Layer
from geo.definitions.own_words import Unit
from geo.tables.options import TableOptions
from geo.vocabulary.statuses import SHIPPED, Registry
from geo.words import LANGUAGES, text_in

WORLD = "equal_earth"
"""The projection that is cut at 180°."""
PROJECTIONS = ("europe_laea", "asia_laea", "oceania_laea", "pacific_laea", WORLD)
RESTS_ON = ("best_supported", "as_told")

Bounds = tuple[float, float, float, float]
Text = Mapping[str, str]
"""A text by language code."""


@dataclass(frozen=True)
class View:
    """What the map shows at opening, or at the press of a button.

    ``bounds`` are (west, south, east, north) in degrees; of a view across 180° the east
    lies beyond it.
    """

    id: str
    projection: str
    bounds: Bounds
    title: Text


@dataclass(frozen=True)
class Beside:
    """What other sources say, beside what the map's own tables do.

    Of ``pledges`` the statements on ``countries`` are said beside the map and never
    mapped; of ``participants`` those who took part in the map's meetings, whom a layer
    that is ``beside`` draws.
    """

    pledges: str
    countries: tuple[str, ...]
    participants: str = ""


@dataclass(frozen=True)
class Definition:
    """One map: its words, its tables, what is selected and how it is drawn.

    ``tables`` are file names by table name, relative to the data folder; the sheets of
    ``workbook`` are tables as well.  ``defaults`` is what stands in columns that
    ``pledges`` lacks.  Rows dated after ``until`` are left out, and those of others
    than ``countries``, if any are chosen.  Until ``read_until`` pages were read without
    finding a newer statement by a country, if it says so.  ``licence`` is that of the
    tables, if it is stated.  ``picture`` puts a still picture of the opening view
    into the page, for the first moment and for readers without JavaScript.
    ``languages`` are those that the page can be switched to; texts in others are left
    out.  ``headline_none`` stands for ``headline`` where no country has the status that
    it counts first.  ``options`` say how tables, and ``beside``, are to be read.
    ``unit`` is what the map counts, if not troops; ``words`` are texts of the page that
    it has of its own.  ``pull`` is, by file, the address where a table is published.
    """

    slug: str
    language: str
    title: Text
    headline: Text
    tables: Mapping[str, str]
    views: tuple[View, ...]
    layers: tuple[Layer, ...]
    until: PartialDate | None = None
    read_until: PartialDate | None = None
    countries: tuple[str, ...] = ()
    status_rests_on: Literal["best_supported", "as_told"] = "best_supported"
    beside: Beside | None = None
    licence: str = ""
    picture: bool = True
    languages: tuple[str, ...] = LANGUAGES
    workbook: str | None = None
    headline_none: Text = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    statuses: Registry = SHIPPED
    options: Mapping[str, TableOptions] = field(default_factory=dict)
    unit: Unit | None = None
    words: Mapping[str, Text] = field(default_factory=dict)
    pull: Mapping[str, str] = field(default_factory=dict)

    def own_words(self, language: str) -> dict[str, str]:
        """Return the words of the page that are the map's own, in a language."""
        return {
            **self.statuses.words(language),
            **(self.unit.words(language) if self.unit else {}),
            **{key: text_in(texts, language)[0] for key, texts in self.words.items()},
        }
