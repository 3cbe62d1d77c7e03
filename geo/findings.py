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

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]

CODES = {
    "above-header": "rows above the header are passed over",
    "bad-encoding": "the file's text is in no encoding that is known",
    "bad-finding": "a finding sentence asks for what is not measured",
    "bad-quotes": "a quotation mark is not closed, or stands inside a cell",
    "bad-toml": "the map definition is not valid TOML",
    "bad-value": "a value is not of the kind that its place needs",
    "changed-file": "the file changed while it was read",
    "copied-file": "a file looks like a copy that a program made",
    "date-order": "a date comes after what it must precede",
    "duplicate-column": "two columns say the same",
    "duplicate-id": "two rows have the same id",
    "figure-bounds": "a figure's bounds and its qualifier do not agree",
    "footnote": "rows below the table are passed over as footnotes",
    "guessed-encoding": "the file's encoding was guessed",
    "merged-cells": "cells among the rows are merged",
    "missing-column": "a column that every row needs is not there",
    "missing-file": "a file that is named is not there",
    "missing-key": "a map definition lacks a key",
    "missing-sheet": "no sheet of the workbook is the table, or several may be",
    "missing-value": "a cell that must be filled is blank",
    "mixed-column": "two cells of a column are written in ways that exclude each other",
    "no-boundary": "a country has no boundary to be drawn on",
    "no-rows": "the table has no rows",
    "not-a-country": "a name is no country",
    "not-a-table": "the file is something other than a table",
    "nothing-counted": "a headline counts nobody while countries are drawn so",
    "outside-data": "a table lies outside the data folder",
    "stray-number": "a number in a text is no figure of the map",
    "too-large": "the file, a line, a row or a cell is larger than any table has",
    "too-many-cells": "a row has more cells than the header",
    "total-differs": "a total is not what its rows add up to",
    "total-row": "a row is a total and is kept out",
    "uncited-source": "no row cites the source",
    "unfinished-term": "a status lacks its colour, its sign or a word",
    "unknown-actor": "a name is neither a country nor an id of the actors table",
    "unknown-column": "a column is not one of the table's",
    "unknown-id": "a cell names an id that is not in the table it refers to",
    "unknown-key": "a map definition has a key that means nothing",
    "unknown-term": "a cell holds a term that is not in its vocabulary",
    "unplaced-meeting": "a meeting's place has no coordinates",
    "unreadable-file": "a file is there and cannot be read",
    "unusable-cell": "a formula has no result, or its result is an error",
}


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, or that should be known.

    ``row`` counts as a spreadsheet does: the header is row 1.  ``column`` is the
    header's own text, or the key in a map definition.  ``sheet`` and ``cell`` (as
    ``B5``) are those of a workbook; ``at`` is the cell's place in its row, from 0.
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

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"{self.code!r} is not a code of a finding")

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
        return _printable(f"{self.place}: {label}: {self.message}{advice}")

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


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give each finding once, by file, row, column and code."""
    return tuple(sorted(set(findings), key=Finding.sort_key))


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity == "error")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Advice that names the nearest known word, or all of them if few; or nothing."""
    # Imported here: a build that finds nothing wrong should not wait for it.
    import difflib

    words = sorted(set(known))
    near = difflib.get_close_matches(word.casefold(), words, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{near[0]}"?'
    if 0 < len(words) <= 24:
        return "it must be one of " + ", ".join(words)
    return ""


def _printable(text: str) -> str:
    """Replace what works a terminal or cannot be seen; names of files hold anything."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def quote(text: str, limit: int = 60) -> str:
    """Show a cell's text in a message: quoted, on one line, not too long."""
    shown = _printable(text)
    return f'"{shown[: limit - 1]}…"' if len(shown) > limit else f'"{shown}"'
