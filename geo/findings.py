"""Findings: what is wrong with a table or a map definition, where, and what to do.

Everything that reads what people wrote gives back findings, all of them at once; it
never stops at the first.

Exceptions::

    PledgemapError            something a user can mend
     +-- FindingsError        a table or definition has errors; carries the findings
     +-- RequestError         what was asked for is none that there is
     |    +-- EmbedError      … for a page to embed
     |    +-- ExportError     … for data to export or publish
     +-- OutputError          a page could not be written; the old one is untouched
"""

from __future__ import annotations

import string
import warnings
from array import array
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, replace
from typing import Literal

Severity = Literal["error", "warning", "note"]

CODES = {
    "above-header": "rows above the header are passed over",
    "bad-encoding": "the file's text is in no encoding that is known",
    "bad-headline": "a headline asks for what is not measured",
    "bad-quotes": "a quotation mark is not closed, or stands inside a cell",
    "bad-toml": "the map definition is not valid TOML",
    "bad-value": "a value is not of the kind that its place needs",
    "changed-file": "the file changed while it was read",
    "circle-size": "the circles of a map cannot be those of troops",
    "code-among-names": "a code stands in a column of names",
    "copied-file": "a file looks like a copy that a program made",
    "date-order": "a date comes after what it must precede",
    "doubtful-address": "an address is a copy's, private, or looks like another",
    "duplicate-column": "two columns say the same",
    "duplicate-id": "two rows have the same id",
    "empty-view": "no country of a map lies in one of its views",
    "figure-bounds": "a figure's bounds and its qualifier do not agree",
    "footnote": "rows below the table are passed over as footnotes",
    "guessed-encoding": "the file's encoding was guessed",
    "merged-cells": "cells among the rows are merged",
    "missing-column": "a column that every row needs is not there",
    "missing-file": "a file that is named is not there",
    "missing-key": "a map definition lacks a key",
    "missing-sheet": "no sheet of the workbook is the table, or several may be",
    "missing-value": "a cell that must be filled is blank",
    "hidden-row": "a row of a workbook is hidden or struck out, and read all the same",
    "left-out": "rows are left out, as the map definition says",
    "long-table": "a table is too long for a page to carry all of its texts",
    "mixed-column": "two cells of a column are written in ways that exclude each other",
    "near-colours": "the colour of a status is hard to tell from another's",
    "no-boundary": "a country has no boundary to be drawn on",
    "no-figure": "a row of what is counted has no figure",
    "no-rows": "the table has no rows",
    "no-source": "no row of a table says on whose word it is",
    "not-a-country": "a name is no country",
    "not-a-table": "the file is something other than a table",
    "nothing-counted": "a headline counts nobody while countries are drawn so",
    "outside-data": "a table lies outside the data folder",
    "read-as": "words of a column are read as terms of every map",
    "remark": "what stands beside a number or a name is kept as a note",
    "said-twice": "a row says the very same as another",
    "scaled-column": "a header says that its numbers are thousands, or a share",
    "several-figures": "one source gives a country several figures for one day",
    "several-positions": "one source gives a country several statuses for one day",
    "stray-number": "a number in a text is no figure of the map",
    "too-large": "the file, a line, a row or a cell is larger than any table has",
    "too-many-cells": "a row has more cells than the header",
    "total-differs": "a total is not what its rows add up to",
    "total-row": "a row is a total and is kept out",
    "undrawn-figures": "figures are read that no layer of the map draws",
    "uncited-source": "no row cites the source",
    "unfinished-term": "a term or a kind of layer lacks a colour, a sign or a word",
    "unknown-actor": "a name is neither a country nor an id of the actors table",
    "unknown-column": "a column is not one of the table's",
    "unknown-id": "a cell names an id that is not in the table it refers to",
    "unknown-key": "a map definition has a key that means nothing",
    "unknown-term": "a cell holds a term that is not in its vocabulary",
    "unplaced-meeting": "a meeting's place has no coordinates",
    "unreadable-file": "a file is there and cannot be read",
    "unusable-cell": "a formula has no result, or its result is an error",
    "written-beside": "a number format writes something beside a number",
}


PLACES_SHOWN = 3
MOST_FINDINGS = 1_000
MOST_SUGGESTIONS = 100
MOST_COMPARED = 1_000

Advice = str | Callable[[], str]
"""What to do, or what works it out: to find what was meant takes some time."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, or that should be known.

    ``row`` counts as a spreadsheet does: the header is row 1.  ``column`` is the
    header's own text, or the key in a map definition.  ``sheet`` and ``cell`` (as
    ``B5``) are those of a workbook; ``at`` is the cell's place in its row, from 0, and
    ``part`` the text in it that is meant, if not all is.  ``again`` are the rows after
    it that have the very same fault.
    """

    file: str
    row: int | None
    column: str | None
    code: str
    message: str
    advice: str = ""
    severity: Severity = "error"
    sheet: str | None = None
    cell: str | None = None
    at: int | None = None
    part: str = ""
    again: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"{self.code!r} is not a code of a finding")

    @property
    def rows(self) -> tuple[int, ...]:
        """Every row that has the fault; none if it is about no row."""
        return () if self.row is None else (self.row, *self.again)

    @property
    def times(self) -> str:
        """How often the fault is there, and the first places; blank for one."""
        if not self.again:
            return ""
        rows, column = self.rows, (self.cell or "").rstrip("0123456789")
        shown = ", ".join(f"{column}{row}" for row in rows[:PLACES_SHOWN])
        more = ", …" if len(rows) > PLACES_SHOWN else ""
        return f" [{len(rows):,} times: {'' if column else 'rows '}{shown}{more}]"

    @property
    def place(self) -> str:
        """``file:row:column``; in a workbook ``file:sheet!B5``."""
        parts: tuple[object, ...] = (self.file, self.row, self.column)
        if self.sheet is not None:
            inside = self.cell or self.row
            sheet = f"{self.sheet}!{inside}" if inside else self.sheet
            parts = (self.file, sheet, None if self.cell else self.column)
        return ":".join(str(part) for part in parts if part is not None)

    def __str__(self) -> str:
        advice = f"; {self.advice}" if self.advice else ""
        label = f"{self.severity}[{self.code}]"
        text = f"{self.place}: {label}: {self.message}{advice}{self.times}"
        return printable(text)

    def sort_key(self) -> tuple[str, str, int, int, str, str, str]:
        """By file, sheet, row and column as they stand, then by code."""
        at = -1 if self.at is None else self.at
        where = (self.file, self.sheet or "", self.row or 0, at, self.column or "")
        return (*where, self.code, self.message)


class PledgemapError(Exception):
    """Something that the user of Pledgemap can mend; the message says how."""


class FindingsError(PledgemapError):
    """Raised when what was read has errors; ``findings`` holds every one."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sort_findings(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class RequestError(PledgemapError):
    """Raised when what was asked for is none that there is; it says what there is."""


class EmbedError(RequestError):
    """Raised when a map cannot be embedded as it is asked for; it says why."""


class ExportError(RequestError):
    """Raised when there is nothing to export, or nothing that fits; it says what."""


class OutputError(PledgemapError):
    """Raised when a file could not be written whole; the one before is untouched."""


class Findings:
    """Findings as they are made: one fault in many rows is one, with all its rows.

    What is kept stays small however much is wrong: beyond ``most`` different faults
    those of a column and a code are one finding, and beyond a hundred nothing is
    suggested.
    """

    def __init__(self, most: int = MOST_FINDINGS) -> None:
        self.most = most
        self._suggestions = MOST_SUGGESTIONS
        self._first: dict[tuple[object, ...], Finding] = {}
        self._again: dict[tuple[object, ...], array[int]] = {}

    def add(
        self, finding: Finding, advice: Advice = "", same: str = ""
    ) -> tuple[object, ...]:
        """Add a finding, and return by what :meth:`repeat` knows its fault again.

        Two of one place and code are one fault if they have one message, or are said
        to be the ``same``.
        """
        where = (finding.file, finding.sheet, finding.column, finding.at)
        kind = (*where, finding.code, finding.severity)
        key: tuple[object, ...] = (*kind, same or finding.message)
        if key not in self._first and len(self._first) >= self.most:
            key = kind
            finding = replace(
                finding, message=f"one of many other faults: {CODES[finding.code]}",
                advice="mend those that are told one by one, then check again",
            )  # fmt: skip
        first = self._first.get(key)
        # Rows that wait for their column come late; what is told is of the first.
        is_first = first is None or 0 < (finding.row or 0) < (first.row or 0)
        if is_first and advice:
            finding = replace(finding, advice=self._worked_out(advice))
        if is_first:
            self._first[key] = finding
        if first is not None:
            self.repeat(key, first.row if is_first else finding.row)
        for row in finding.again:
            self.repeat(key, row)
        return key

    def repeat(self, key: tuple[object, ...], row: int | None) -> None:
        """Add another row that has a fault; what is about no row is told once."""
        rows = self._again.setdefault(key, array("q"))
        if row is not None and row != (rows[-1] if rows else self._first[key].row):
            rows.append(row)

    def _worked_out(self, advice: Advice) -> str:
        if isinstance(advice, str):
            return advice
        if not self._suggestions:
            return f"what is meant is suggested {MOST_SUGGESTIONS} times, and no more"
        self._suggestions -= 1
        return advice()

    def __iadd__(self, findings: Iterable[Finding]) -> Findings:
        for finding in findings:
            self.add(finding)
        return self

    def __len__(self) -> int:
        return len(self._first)

    def __iter__(self) -> Iterator[Finding]:
        for key, finding in self._first.items():
            again = self._again.get(key)
            yield _with_rows(finding, again) if again else finding


def _with_rows(finding: Finding, again: Iterable[int]) -> Finding:
    """Return a finding with the other rows that have its fault, at the first of all."""
    row, *others = sorted({*again} if finding.row is None else {finding.row, *again})
    cell = finding.cell and finding.cell.rstrip("0123456789") + str(row)
    return replace(finding, row=row, cell=cell, again=tuple(others))


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return each finding once, by file, row, column and code."""
    every = sorted(findings, key=Finding.sort_key)
    together = Findings(most=len(every))
    together += every
    return tuple(together)


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity == "error")


_KEPT_OUT = frozenset({"not-a-country", "total-differs", "total-row"})


def warn_of_rows(findings: Iterable[Finding]) -> None:
    """Warn who called from Python, once, of the rows that were kept out."""
    out = [finding for finding in sort_findings(findings) if finding.code in _KEPT_OUT]
    if out:
        count = len({row for finding in out for row in finding.rows})
        lines = "\n".join(map(str, out[:PLACES_SHOWN]))
        more = "\n…" if len(out) > PLACES_SHOWN else ""
        told = f"{counted(count, 'row was', 'rows were')} kept out:\n{lines}{more}"
        warnings.warn(told, stacklevel=3)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Advice that names the nearest known word, or all of them if few; or nothing.

    Among more than a thousand only a word of one slip is looked for.
    """
    there = known if isinstance(known, Set) else set(known)
    if len(there) > MOST_COMPARED:
        near = next((slip for slip in _one_slip(word) if slip in there), None)
        return f'did you mean "{near}"?' if near else ""
    words = sorted(there)
    if found := nearest(word, words):
        return f'did you mean "{found}"?'
    if 0 < len(words) <= 24:
        return "it must be one of " + ", ".join(words)
    return ""


def none_of(text: str, name: str) -> str:
    """Say that a text is no term of a column: not a status, none of the conditions."""
    if name.endswith("s") and not name.endswith("ss") and name != "status":
        return f"{quote(text)} is none of the {name}"
    return f"{quote(text)} is not {'an' if name[0] in 'aeio' else 'a'} {name}"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like another; blank if none is."""
    # Imported here: a build that finds nothing wrong should not wait for it.
    import difflib

    found = difflib.get_close_matches(word.casefold(), sorted(known), n=1, cutoff=0.6)
    return found[0] if found else ""


def _one_slip(word: str) -> Iterator[str]:
    """Return what a word may have been before a letter was lost, added or mistyped."""
    letters = sorted({*word, *string.ascii_letters, *string.digits, "-", "_", "."})
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in letters:
            yield before + letter + after
            yield before + letter + after[1:]


def printable(text: str) -> str:
    """Replace what works a terminal or cannot be seen; names of files hold anything."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def counted(count: int, one: str, more: str) -> str:
    """Return a number with the words that agree: ``1 row is``, ``2 rows are``."""
    return f"{count:,} {one if count == 1 else more}"


def quote(text: str, limit: int = 60) -> str:
    """Show a cell's text in a message: quoted, on one line, not too long."""
    shown = printable(text)
    return f'"{shown[: limit - 1]}…"' if len(shown) > limit else f'"{shown}"'
