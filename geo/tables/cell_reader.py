"""Cells and rows become values by the kinds of their columns; or findings say why not.

A row with a cell that cannot be read gives no values, so that no half-read statement is
ever drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial

from geo import countries, vocabulary
from geo.cells.below_zero import parted, without_marks
from geo.cells.dates import OpenOrder, parse_date
from geo.cells.degrees import parse_degrees
from geo.cells.figure import NotStated
from geo.cells.figures import figure_of_number, parse_count
from geo.cells.in_words import folded
from geo.cells.letters import odd_letters
from geo.cells.refused import Refused
from geo.cells.urls import parse_url
from geo.countries.codes import WORDS_TOO, codes
from geo.countries.resolve import is_code_alone
from geo.findings import Advice, did_you_mean, nearest, quote
from geo.sheets.workbook_scan import advice_for
from geo.tables.column_rules import ColumnRules, advice_on_order
from geo.tables.fitting import quoted_toml
from geo.tables.options import NO_COUNTRY, may_be_sign, name_key
from geo.tables.raw import RawTable, Row
from geo.tables.shorthand import Values, read_figure, read_participation
from geo.tables.table import Column
from geo.tables.terms import own_term, term_of, terms_of
from geo.vocabulary.statuses import SHIPPED, Registry

Faults = list[tuple[object, ...]]
_MOST_WORDS = 12
_MOST_WORDS_OF_SIGN = 2


class CellReader:
    """Reads the cells of one table; what is wrong is added to its findings."""

    def __init__(
        self, raw: RawTable, actors: Mapping[str, str], rules: ColumnRules
    ) -> None:
        self.raw = raw
        self.actors = actors
        self.rules = rules
        self.told: Faults = []
        """What was found in the cell that was read last, by what it is known again."""
        self.refusals = 0
        self.asides: set[str] = set()
        """Names with a remark beside them, which is kept as a note of the row."""
        self.ours: dict[str, tuple[Row, Column, str]] = {}
        """Words of a position that nobody settled, and what each is read as."""
        self.names: set[str] = set()
        """The countries that were read by a name."""
        self.codes: dict[str, tuple[Row, str]] = {}
        """The codes that stood where a name may stand, and the country of each."""
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
            "actor": self._actor,
            "actors": self._actors,
            "figure": self._figure,
            "participation": self._participation,
            "code": self._nothing,
        }

    def read(self, row: Row, column: Column) -> object:
        """Return the value of a cell; None or ``()`` if it is blank or wrong."""
        self.told = []
        if row.faults and column.name in row.faults:
            fault = row.faults[column.name]
            self.refuse(row, column, "unusable-cell", fault, advice_for(fault))
            return None
        text = row.text(column.name)
        if not text and column.name == "actor":
            text = row.text("country_code")
        if text:
            return self.parsers[column.kind](row, column, text)
        if column.required:
            self.refuse(
                row, column, "missing-value", "the cell is blank",
                f"fill it: {column.description}",
            )  # fmt: skip
        return nothing(column)

    def refuse(
        self, row: Row, column: Column, code: str, message: str, advice: Advice,
        same: str = "",
    ) -> None:  # fmt: skip
        fault = self.raw.find(
            row.number, column.name, code, message, advice, wide=row.wide, same=same
        )
        self.told.append(fault)
        self.refusals += 1

    def _remark(self, row: Row, column: Column, text: str, read_as: object) -> None:
        """Tell once a column that something beside a value became a note."""
        fault = self.raw.find(
            row.number, column.name, "remark",
            f"{quote(text)} is read as {read_as}, and kept whole as a note",
            "nothing, if that is right", "note", row.wide, "remark",
        )  # fmt: skip
        self.told.append(fault)

    def _refused(self, row: Row, column: Column, text: str, refused: Refused) -> None:
        readings = ", or ".join(refused.readings)
        reason = refused.reason + (f" ({readings})" if readings else "")
        advice = refused.expected
        sign = without_marks(_as_written(refused.unread, text))
        if may_be_sign(sign) and len(refused.unread.split()) <= _MOST_WORDS_OF_SIGN:
            advice += (
                f"; if {quote(sign)} is what the map counts, write in its definition"
                f" under [unit]: signs = [{quoted_toml(sign)}]"
            )
        if (
            column.kind == "figure"
            and not self.raw.options.below_zero
            and parted(text)[0]
        ):
            advice += (
                "; if what the map counts may be below zero, write in its definition"
                " under [unit]: below_zero = true"
            )
        self.refuse(
            row, column, "bad-value", f"{quote(text)}: {reason}", advice,
            refused.reason,
        )  # fmt: skip

    def _text(self, _row: Row, _column: Column, text: str) -> str:
        return text

    def _nothing(self, _row: Row, _column: Column, _text: str) -> None:
        """A code is read with the name that it stands beside."""

    def _ids(self, _row: Row, _column: Column, text: str) -> tuple[str, ...]:
        return tuple(part for part in map(str.strip, text.split(";")) if part)

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
        for part in self._ids(row, column, text):
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

    def tell(self) -> None:
        """Tell what only the whole table makes doubtful."""
        self._tell_ours()
        self._tell_codes()

    def _tell_codes(self) -> None:
        """Tell of codes among names: NE is Niger, or short for something else."""
        # Names are loaded only where there are some.
        alone = [code for code in self.codes if self.names and is_code_alone(code)]
        if len(self.names) < 2 * len(alone):
            return
        for code in alone:
            row, iso = self.codes[code]
            is_word = code.lower() in WORDS_TOO
            line = f'{quoted_toml(code)} = "{iso}"'
            self.raw.find(
                row.number, "actor", "code-among-names",
                f"{quote(code)} stands among names and is read as a code, {iso}",
                ("" if is_word else "nothing, if that is right; else ")
                + "say under [names] in the map definition what it means:"
                f' {line}, or "{NO_COUNTRY}"', "error" if is_word else "warning",
            )  # fmt: skip

    def _tell_ours(self) -> None:
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
            self.refuse(row, column, "bad-value", *fault)

    def _unknown_term(self, row: Row, column: Column, text: str) -> None:
        known = column.terms or {}
        advice = partial(did_you_mean, text, known)
        if known is vocabulary.STATUS:
            advice = partial(_status_meant, text, self.raw.options.statuses.terms)
            self.asked = True
        message = f"{quote(text)} is not a {column.name}"
        self.refuse(row, column, "unknown-term", message, advice)

    def _figure(self, row: Row, column: Column, text: str) -> Values | None:
        separators = self.rules.separators.get(column.name)
        options = self.raw.options
        values = read_figure(
            text, row.numbers.get(column.name), separators, options.decimals,
            below_zero=options.below_zero,
        )  # fmt: skip
        if isinstance(values, Refused):
            self._refused(row, column, text, values)
            return None
        if "note" in values:
            shown = dict.fromkeys((values["troops_min"], values["troops_max"]))
            self._remark(row, column, text, "-".join(f"{n}" for n in shown if n))
        return values

    def _participation(self, row: Row, column: Column, text: str) -> Values | None:
        options = self.raw.options
        statuses = options.statuses
        self._keep_ours(row, column, text)
        values = read_participation(options.status_text(text), statuses.labels)
        if values is None:
            self.asked = True
            known = (*statuses.terms, *vocabulary.MODE)
            self.refuse(
                row, column, "unknown-term",
                f"{quote(text)} is neither a status nor a way of taking part",
                partial(_status_meant, text, known),
            )  # fmt: skip
        else:
            self._one_answer_each(row, column, values.get("status", ()))
        return values

    def _date(self, row: Row, column: Column, text: str) -> object:
        date = parse_date(text, order=self.rules.orders.get(column.name))
        if isinstance(date, OpenOrder):
            date = replace(date, expected=advice_on_order(self.raw))
        if isinstance(date, Refused):
            self._refused(row, column, text, date)
            return None
        return date

    def _integer(self, row: Row, column: Column, text: str) -> int | None:
        if column.name in row.numbers:
            fraction = figure_of_number(row.numbers[column.name])
            if isinstance(fraction, Refused):
                self._refused(row, column, text, fraction)
            return None
        separators = self.rules.separators.get(column.name)
        number = parse_count(text, separators=separators)
        if isinstance(number, Refused):
            self._refused(row, column, text, number)
            return None
        return None if isinstance(number, NotStated) else number

    def _number(self, row: Row, column: Column, text: str) -> float | None:
        limit = 90 if column.name == "lat" else 180
        degrees = parse_degrees(text, limit_deg=limit)
        if isinstance(degrees, Refused):
            self._refused(row, column, text, degrees)
            return None
        return degrees

    def _url(self, row: Row, column: Column, text: str) -> str | None:
        url = parse_url(text)
        if isinstance(url, Refused):
            self._refused(row, column, text, url)
            return None
        return url

    def _actors(self, row: Row, column: Column, text: str) -> tuple[str, ...]:
        parts = self._ids(row, column, text)
        read = (self._actor(row, column, part) for part in parts)
        return tuple(actor for actor in read if actor)

    def _actor(self, row: Row, column: Column, text: str) -> str | None:
        kind = row.text("actor_kind") if column.name == "actor" else ""
        if text in self.actors and kind != "country":
            return text
        if kind in {"organisation", "region", "unnamed"}:
            self.refuse(
                row, column, "unknown-actor",
                f"{quote(text)} is not an id of the actors table",
                lambda: did_you_mean(text, self.actors) or "add it to the actors table",
            )  # fmt: skip
            return None
        code = row.text("country_code") if column.name == "actor" else ""
        if code and code != text:
            return self._coded(row, column, text, code)
        return self._country(row, column, text)

    def _resolve(self, text: str) -> countries.Answer:
        """Return the country of a name, as somebody said it, or as the index has it."""
        options = self.raw.options
        meant = options.by_name.get(name_key(text)) if options.names else None
        if meant == NO_COUNTRY:
            return countries.NotACountry("so says the map definition", "other")
        if meant is not None:
            return countries.Country(meant)
        return countries.resolve(text, demonyms=options.demonyms)

    def _coded(self, row: Row, column: Column, text: str, code: str) -> str | None:
        """Read a name beside a code: the code decides, and the name is compared."""
        by_code, by_name = countries.resolve(code), self._resolve(text)
        if not isinstance(by_code, countries.Country):
            return self._country(row, column, text)
        iso = by_code.iso_a3
        agrees = isinstance(by_name, countries.Unknown) or (
            isinstance(by_name, countries.Ambiguous) and iso in by_name.candidates
        )
        if agrees or by_name == by_code:
            return iso
        if isinstance(by_name, countries.NotACountry):
            return self._country(row, column, text)
        self.refuse(
            row, column, "unknown-actor",
            f"{quote(text)} and the code {quote(code)} are two countries",
            "mend one of the two",
        )  # fmt: skip
        return None

    def _country(self, row: Row, column: Column, text: str) -> str | None:
        answer = self._resolve(text)
        if isinstance(answer, countries.Country):
            if text in codes():
                is_open = name_key(text) not in self.raw.options.by_name
                if is_open and text == row.text("actor"):
                    self.codes.setdefault(text, (row, answer.iso_a3))
            else:
                self.names.add(answer.iso_a3)
            if answer.has_remark and column.name == "actor":
                self.asides.add(text)
                self._remark(row, column, text, answer.iso_a3)
            return answer.iso_a3
        is_statement = (self.raw.table.name, column.name) == ("pledges", "actor")
        if is_statement and _is_no_country(answer):
            self._keep_out(row, column, text, answer)
        elif isinstance(answer, countries.Ambiguous):
            advice = "write one of " + ", ".join(answer.candidates)
            if is_statement:
                line = f'{quoted_toml(text)} = "{answer.candidates[0]}"'
                advice += f", or say it under [names] in the map definition: {line}"
            self.refuse(
                row, column, "unknown-actor",
                f"{quote(text)} may be several countries: {answer.reason}", advice,
            )  # fmt: skip
        elif isinstance(answer, countries.NotACountry):
            self.refuse(
                row, column, "not-a-country",
                f"{quote(text)} is no country: {answer.what}",
                "add it to the actors table, or leave the row out",
            )  # fmt: skip
        else:
            odd = odd_letters(text)
            hidden = f"; its {', '.join(odd)} only looks like another" if odd else ""
            self.refuse(
                row, column, "unknown-actor",
                f"{quote(text)} is not a known country{hidden}",
                partial(_near_countries, answer, is_statement=is_statement),
            )  # fmt: skip
        return None

    def _keep_out(
        self, row: Row, column: Column, text: str, answer: countries.Answer
    ) -> None:
        """Keep a row out of the map whose name is known to be no country."""
        what = getattr(answer, "what", "") or getattr(answer, "reason", "")
        fault = self.raw.find(
            row.number, column.name, "not-a-country",
            f"{quote(text)} is no country ({what}) and is kept out",
            "nothing, if that is right; else say under [names] in the map definition"
            " what it means, or add it to the actors table", "warning", row.wide,
        )  # fmt: skip
        self.told.append(fault)
        self.refusals += 1


def _is_no_country(answer: countries.Answer) -> bool:
    """Return whether a row of this name is kept out; of several names none is lost."""
    if isinstance(answer, countries.NotACountry):
        return answer.kind != "several"
    return isinstance(answer, countries.Ambiguous) and answer.is_former


def _near_countries(answer: countries.Unknown, *, is_statement: bool) -> str:
    near = answer.suggestions
    advice = "write its name or its ISO code"
    if near:
        advice = f"did you mean {', '.join(near)}? mend it"
    if not is_statement:
        return advice.removesuffix(" mend it")
    meant = near[0][-4:-1] if near else NO_COUNTRY
    line = f'{quoted_toml(answer.text)} = "{meant}"'
    return f"{advice}, or write under [names] in the map definition {line}"


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


def _as_written(words: str, text: str) -> str:
    """Return folded words as they stand at the end of a cell, or at its beginning."""
    ends = (part for at in range(len(text)) for part in (text[at:], text[:at]))
    return next(
        (end.strip() for end in ends if folded(end).strip(" .") == words), words
    )


def nothing(column: Column) -> object:
    """Return what a blank cell holds."""
    return () if column.kind in {"ids", "terms", "actors"} else None
