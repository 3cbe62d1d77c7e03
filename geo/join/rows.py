"""The rows of a data frame of statements, as the rules need them.

A frame may have been through CSV or Excel, or have got a row by ``concat``: a blank
cell, a missing value and a column that is not there all say the same, and mean what a
blank means in a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from geo.cells.dates import PartialDate, date_meant
from geo.cells.numerals import plain_number
from geo.cells.refused import Refused
from geo.findings import Finding, FindingsError, did_you_mean, none_of, quote
from geo.join.figures import Counted
from geo.join.standing import Voice, weaknesses, weaknesses_of
from geo.tables.cell_reader import two_answers
from geo.tables.records import Figure, Source, Statement, figure_of
from geo.vocabulary import CONFIDENCE
from geo.vocabulary.statuses import SHIPPED, Registry

NEEDED = ("actor", "date", "status")


@dataclass(frozen=True)
class CountryStatement:
    """A statement of a frame: what the rules of status and of figures need of it."""

    date: PartialDate
    voice: Voice
    counted: Counted | None
    actor: str
    source: str
    url: str


def statements_in(
    pledges: pd.DataFrame, known: Iterable[str], statuses: Registry = SHIPPED
) -> tuple[CountryStatement, ...]:
    """Return the statements by countries of a frame, which has the columns ``NEEDED``.

    Rows of organisations, regions and unnamed groups are left out.  ``known`` are the
    join keys that have a boundary.

    Raises
    ------
    TypeError
        If it is no data frame.
    ValueError
        If a needed column is not there.
    FindingsError
        If a cell cannot be used; it names every one.
    """
    if not isinstance(pledges, pd.DataFrame):
        raise TypeError(
            f"pledges is a {type(pledges).__name__}, and must be a data frame such as"
            " geo.read_pledges returns"
        )
    lacking = [name for name in NEEDED if name not in pledges.columns]
    if lacking:
        raise ValueError(
            f"pledges lacks the columns {', '.join(lacking)}; geo.read_pledges returns"
            " a frame that has them"
        )
    file = str(pledges.attrs.get("file", "pledges"))
    reader = _Reader(file, frozenset(known), statuses)
    said = tuple(reader.read(pledges))
    if reader.findings:
        raise FindingsError(reader.findings)
    return said


def statements_of(
    statements: Iterable[Statement], sources: Mapping[str, Source]
) -> Iterator[CountryStatement]:
    """Return the statements by countries among records."""
    for one in statements:
        if one.actor_kind != "country":
            continue
        source = sources.get(one.source)
        weak = weaknesses(one, source)
        day = one.date.first
        voice = Voice(one.id, day, one.status, one.confidence, weak)
        figure = one.figure
        counted = Counted(one.id, one.actor, day, figure, weak) if figure else None
        url = source.url if source else ""
        yield CountryStatement(one.date, voice, counted, one.actor, one.source, url)


class _Reader:
    """Reads rows; what is wrong is added to its findings."""

    def __init__(self, file: str, known: frozenset[str], statuses: Registry) -> None:
        self.file = file
        self.known = known
        self.statuses = statuses
        self.findings: list[Finding] = []

    def read(self, pledges: pd.DataFrame) -> Iterator[CountryStatement]:
        places: dict[str, int] = {}
        for place, row in enumerate(pledges.to_dict("records"), start=1):
            cells = {str(name): _present(value) for name, value in row.items()}
            if (cells.get("actor_kind") or "country") != "country":
                continue
            before = len(self.findings)
            said = self._said(cells, place)
            first = places.setdefault(said.voice.id, place)
            if first != place:
                self._find(
                    self._row(cells), "id", "duplicate-id",
                    f"{quote(said.voice.id)} is the id of row {first} of the frame and"
                    f" of row {place}",
                    "give each row an id of its own before frames are put together, as"
                    ' frame["id"] = "b-" + frame["id"], or leave one of the two out',
                )  # fmt: skip
            if len(self.findings) == before:
                yield said

    def _said(self, cells: Mapping[str, Any], place: int) -> CountryStatement:
        def text(name: str, blank: str = "") -> str:
            value = cells.get(name)
            return blank if value is None else str(value)

        number = self._row(cells)
        actor = self._actor(text("actor"), number)
        date = self._date(cells.get("date"), number)
        confidence = text("confidence", "medium")
        self._term(confidence, "confidence", CONFIDENCE, number)
        status = tuple(dict.fromkeys(map(str.strip, text("status").split(";"))))
        for term in status:
            self._term(term, "status", self.statuses.terms, number)
        terms = [term for term in status if term in self.statuses.terms]
        if fault := two_answers(terms, self.statuses):
            self._find(number, "status", "bad-value", *fault)
        weak = tuple(part for part in text("weak").split(";") if part)
        # Not said to be sound either: a blank that went through a file is missing.
        weak = weak or weaknesses_of(
            actor,
            confidence,
            text("speaks_for", "own_government"),
            cells.get("grade"),
            cells.get("aligned_state"),
        )
        key = text("id", f"row-{place if number is None else number}")
        voice = Voice(key, date.first, status, confidence, weak)
        figure = self._figure(cells, number)
        counted = Counted(key, actor, date.first, figure, weak) if figure else None
        return CountryStatement(
            date, voice, counted, actor, text("source"), text("url")
        )

    def _actor(self, actor: str, row: int | None) -> str:
        if not actor:
            self._find(row, "actor", "missing-value", "the cell is blank",
                       "write the country's ISO 3166-1 alpha-3 code")  # fmt: skip
        elif actor not in self.known:
            self._find(
                row, "actor", "no-boundary", f"{actor} has no boundary to be drawn on",
                "write a country that has one, or give the row another actor_kind",
            )  # fmt: skip
        return actor

    def _date(self, value: object, row: int | None) -> PartialDate:
        date = date_meant("" if value is None else value)
        if isinstance(date, Refused):
            told = "" if value is None else f"{quote(str(value))}: "
            self._find(row, "date", "bad-value", f"{told}{date.reason}", date.expected)
            return PartialDate(1900)
        return date

    def _term(
        self, text: str, column: str, terms: Mapping[str, str], row: int | None
    ) -> None:
        if text not in terms:
            self._find(row, column, "unknown-term", none_of(text, column),
                       did_you_mean(text, terms))  # fmt: skip

    def _figure(self, cells: Mapping[str, Any], row: int | None) -> Figure | None:
        people = cells.get("meaning") != "counted"
        bounds = {
            name: self._number(cells, row, name, whole=people)
            for name in ("troops_min", "troops_max")
        }
        return figure_of({"qualifier": None, **cells, **bounds}, "troops")

    def _row(self, cells: Mapping[str, Any]) -> int | None:
        number = self._number(cells, None, "row", whole=True)
        return None if number is None else int(number)

    def _number(
        self, cells: Mapping[str, Any], row: int | None, column: str, *, whole: bool
    ) -> float | None:
        """Return a number; a whole one is held as a float by a frame with gaps."""
        value = cells.get(column)
        if value is None:
            return None
        try:
            number = plain_number(float(value))
        except (TypeError, ValueError, OverflowError):
            self._find(row, column, "bad-value", f"{quote(str(value))} is no number",
                       "write it in digits, without a unit")  # fmt: skip
            return None
        if whole and number % 1:
            self._find(row, column, "bad-value",
                       f"{quote(str(value))} is no whole number of people",
                       "write a whole number; what has decimals has the meaning"
                       " counted")  # fmt: skip
            return None
        return number

    def _find(
        self, row: int | None, column: str, code: str, message: str, advice: str
    ) -> None:
        self.findings.append(Finding(self.file, row, column, code, message, advice))


def _present(value: Any) -> Any:
    """Return what a cell holds, None if that is nothing."""
    if isinstance(value, str):
        return value.strip() or None
    return None if value is None or pd.isna(value) is True else value
