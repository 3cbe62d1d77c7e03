"""Cells and rows become values by the kinds of their columns; or findings say why not.

A row with a cell that cannot be read gives no values, so that no half-read statement is
ever drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar

from geo import vocabulary
from geo.cells.dates import OpenOrder, parse_date
from geo.cells.degrees import parse_degrees
from geo.cells.figures import figure_of_number, parse_count
from geo.cells.refused import Refused
from geo.cells.urls import parse_url
from geo.findings import did_you_mean, nearest, none_of, quote
from geo.sheets.workbook_scan import advice_for
from geo.tables.actor_reader import ActorReader, parted_ids
from geo.tables.column_rules import ColumnRules, advice_on_order
from geo.tables.fitting import quoted_toml
from geo.tables.raw import RawTable, Row
from geo.tables.refusals import Refusals
from geo.tables.shorthand import Values, read_figure, read_participation
from geo.tables.table import Column
from geo.tables.terms import own_term, term_of, terms_of
from geo.vocabulary.statuses import SHIPPED, Registry

_MOST_WORDS = 12
# What a spreadsheet writes where a formula has failed; a table holds it as a text.
ERRORS = frozenset((
    "#N/A", "#NA", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!",
    "#SPILL!", "#CALC!",
))  # fmt: skip
_Value = TypeVar("_Value")


class CellReader:
    """Reads the cells of one table; what is wrong is added to its findings."""

    def __init__(
        self, raw: RawTable, actors: Mapping[str, str], rules: ColumnRules
    ) -> None:
        self.raw = raw
        self.rules = rules
        self.refusals = Refusals(raw)
        self.actors = ActorReader(raw, actors, self.refusals)
        self.ours: dict[str, tuple[Row, Column, str]] = {}
        """Words of a position that nobody settled, and what each is read as."""
        self.asked = False
        """Whether some word of a position is unknown."""
        self.parsers: dict[str, Callable[[Row, Column, str], object]] = {
            "id": self._text,
            "text": self._text,
            "ids": self._ids,
            "term": self._term,
            "terms": self._terms,
            "date": self._date,
            "integer": self._integer,
            "number": self._number,
            "url": self._url,
            "actor": self.actors.one,
            "actors": self.actors.several,
            "figure": self._figure,
            "participation": self._participation,
            "code": self._nothing,
        }

    def read(self, row: Row, column: Column) -> object:
        """Return the value of a cell; None or ``()`` if it is blank or wrong."""
        self.refusals.told = []
        if row.faults and column.name in row.faults:
            fault = row.faults[column.name]
            self.refusals.refuse(row, column, "unusable-cell", fault, advice_for(fault))
            return None
        text = row.text(column.name)
        if not text and column.name == "actor":
            text = row.text("country_code")
        if text and text.upper() in ERRORS:
            fault = f"the formula gave {text}"
            self.refusals.refuse(row, column, "unusable-cell", fault, advice_for(fault))
            return nothing(column)
        if text:
            return self.parsers[column.kind](row, column, text)
        if column.required:
            self.refusals.refuse(
                row, column, "missing-value", "the cell is blank",
                f"fill it: {column.description}",
            )  # fmt: skip
        return nothing(column)

    def _text(self, _row: Row, _column: Column, text: str) -> str:
        return text

    def _nothing(self, _row: Row, _column: Column, _text: str) -> None:
        """A code is read with the name that it stands beside."""

    def _ids(self, _row: Row, _column: Column, text: str) -> tuple[str, ...]:
        return parted_ids(text)

    def _term(self, row: Row, column: Column, text: str) -> str | None:
        term = term_of(text, column.terms or {})
        if term is None:
            self._unknown_term(row, column, text)
        return term

    def _terms(self, row: Row, column: Column, text: str) -> tuple[str, ...]:
        read: list[str] = []
        if column.terms is vocabulary.STATUS:
            self._keep_ours(row, column, text)
            text = self.raw.options.status_text(text)
        for part in parted_ids(text):
            own = self._own_status(column, part)
            for term in [own] if own else terms_of(part, column.terms or {}):
                if term is None:
                    self._unknown_term(row, column, part)
                else:
                    read.append(term)
        terms = tuple(dict.fromkeys(read))
        if column.terms is vocabulary.STATUS:
            self._one_answer_each(row, column, terms)
        return terms

    def _keep_ours(self, row: Row, column: Column, text: str) -> None:
        """Keep the words that are read as terms of every map."""
        options = self.raw.options
        if column.name in self.raw.place.defaults:
            return
        for word in map(str.strip, text.split(";")):
            if options.settles(word) or own_term(word, options.statuses.labels):
                continue
            values = (word and read_participation(word)) or {}
            mode = values.get("meeting_mode") if column.name != "status" else None
            if terms := "; ".join(values.get("status", ())) or mode:
                self.ours.setdefault(word, (row, column, terms))

    def find_doubtful(self) -> None:
        """Find what only the whole table makes doubtful."""
        self._find_own_words()
        self.actors.find_codes()

    def _find_own_words(self) -> None:
        """Tell how words are read, where a column has others than ours.

        "Against" is our word for who opposes the force; of a vote it may say another
        thing.
        """
        options = self.raw.options
        terms = options.statuses.terms
        ours = self.ours
        if not (options.statuses.labels or options.status_words):
            # Beside a slip a term is certain, and so is a label of several words.
            ours = {
                word: one
                for word, one in ours.items()
                if self.asked
                and " " not in word
                and word not in {*terms, *vocabulary.MODE}
            }
        if not ours:
            return
        row, column, _ = next(iter(ours.values()))
        words = [f"{quote(word)} is read as {one[2]}" for word, one in ours.items()]
        more = ", …" if len(words) > _MOST_WORDS else ""
        self.raw.find(
            row.number, column.name, "read-as", ", ".join(words[:_MOST_WORDS]) + more,
            "nothing, if that is right; else say under [status_words] in the map"
            f' definition what it means: {quoted_toml(next(iter(ours)))} = "…"',
            "note" if ours.keys() <= {*terms} else "warning", row.wide,
        )  # fmt: skip

    def _own_status(self, column: Column, text: str) -> str | None:
        is_status = column.terms is vocabulary.STATUS
        return own_term(text, self.raw.options.statuses.labels) if is_status else None

    def _one_answer_each(
        self, row: Row, column: Column, terms: tuple[str, ...]
    ) -> None:
        if fault := two_answers(terms, self.raw.options.statuses):
            self.refusals.refuse(row, column, "bad-value", *fault)

    def _unknown_term(self, row: Row, column: Column, text: str) -> None:
        known = column.terms or {}
        advice = partial(did_you_mean, text, known)
        if known is vocabulary.STATUS:
            advice = partial(_status_meant, text, self.raw.options.statuses.terms)
            self.asked = True
        message = none_of(text, column.name)
        self.refusals.refuse(row, column, "unknown-term", message, advice)

    def _figure(self, row: Row, column: Column, text: str) -> Values | None:
        separators = self.rules.separators.get(column.name)
        options = self.raw.options
        values = read_figure(
            text, row.numbers.get(column.name), separators, options.decimals,
            below_zero=options.below_zero,
        )  # fmt: skip
        if isinstance(values, Refused):
            self.refusals.refuse_text(row, column, text, values)
            return None
        if "note" in values:
            shown = dict.fromkeys((values["troops_min"], values["troops_max"]))
            self.refusals.remark(
                row, column, text, "-".join(f"{n}" for n in shown if n)
            )
        return values

    def _participation(self, row: Row, column: Column, text: str) -> Values | None:
        options = self.raw.options
        statuses = options.statuses
        self._keep_ours(row, column, text)
        values = read_participation(options.status_text(text), statuses.labels)
        if values is None:
            self.asked = True
            known = (*statuses.terms, *vocabulary.MODE)
            self.refusals.refuse(
                row, column, "unknown-term",
                f"{quote(text)} is neither a status nor a way of taking part",
                partial(_status_meant, text, known),
            )  # fmt: skip
        else:
            self._one_answer_each(row, column, values.get("status", ()))
        return values

    def _unless_refused(
        self, row: Row, column: Column, text: str, value: _Value | Refused
    ) -> _Value | None:
        """Return what a text was read as; None if that is nothing, which is found."""
        if isinstance(value, Refused):
            self.refusals.refuse_text(row, column, text, value)
            return None
        return value

    def _date(self, row: Row, column: Column, text: str) -> object:
        date = parse_date(text, order=self.rules.orders.get(column.name))
        if isinstance(date, OpenOrder):
            date = replace(date, expected=advice_on_order(self.raw))
        return self._unless_refused(row, column, text, date)

    def _integer(self, row: Row, column: Column, text: str) -> int | None:
        if column.name in row.numbers:
            fraction = figure_of_number(row.numbers[column.name])
            self._unless_refused(row, column, text, fraction)
            return None
        separators = self.rules.separators.get(column.name)
        number = parse_count(text, separators=separators)
        known = self._unless_refused(row, column, text, number)
        return known if isinstance(known, int) else None

    def _number(self, row: Row, column: Column, text: str) -> float | None:
        limit = 90 if column.name == "lat" else 180
        degrees = parse_degrees(text, limit_deg=limit)
        return self._unless_refused(row, column, text, degrees)

    def _url(self, row: Row, column: Column, text: str) -> str | None:
        url = parse_url(text)
        return self._unless_refused(row, column, text, url)


def _status_meant(text: str, known: Collection[str]) -> str:
    """Advise to write a status, or to say which one a word means: none is guessed."""
    advice = did_you_mean(text, known)
    if nearest(text, known):
        return advice
    line = f'{quoted_toml(text)} = "…"'
    where = "under [status_words] in the map definition which one it means"
    return f"{advice}, or say {where}: {line}".removeprefix(", or ")


def two_answers(
    terms: Collection[str], statuses: Registry = SHIPPED
) -> tuple[str, str] | None:
    """Return what is wrong with the statuses of one cell and what to write, or None.

    Two positions on one question do not go together, nor one beside no position.
    """
    answered = {statuses.statuses[term].answers for term in terms}
    is_one_each = "nothing" not in answered and len(answered) == len(terms)
    if is_one_each or len(terms) <= 1:
        return None
    return (
        f"{quote('; '.join(terms))} are two answers to one question",
        "write one position on troops and beside it, after a ;, that on other"
        " help: declined; pledged_other",
    )


def nothing(column: Column) -> object:
    """Return what a blank cell holds."""
    return () if column.kind in {"ids", "terms", "actors"} else None
