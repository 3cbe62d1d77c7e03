"""Where each cell stands in the text of a file with delimiters, byte for byte.

The reader of :mod:`geo.sheets.delimited` gives what cells hold; to show a cell in its
line, or to mend it and leave all else as it is, one must know where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple


class Span(NamedTuple):
    """A cell's part of a record's text, its quotation marks included."""

    start: int
    end: int


class Written(NamedTuple):
    """One record as it is written: its text, line end and all, and its cells' spans."""

    number: int
    text: str
    cells: tuple[Span, ...]


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    mark = re.escape(delimiter)
    return re.compile(rf'"(?:[^"]|"")*"|(?!")[^{mark}\r\n]*')


def cell_spans(text: str, delimiter: str) -> tuple[Span, ...] | None:
    """Return the spans of a record's cells; None if a quotation mark is left open."""
    body = text.rstrip("\r\n")
    if not body:
        return ()
    pattern, at = _cell(delimiter), 0
    spans = []
    while True:
        match = pattern.match(text, at)
        if match is None or match.end() > len(body):
            return None
        spans.append(Span(at, match.end()))
        at = match.end()
        if at >= len(body):
            return tuple(spans)
        if text[at] != delimiter:
            return None
        at += 1


def written_records(lines: Iterable[str], delimiter: str) -> Iterator[Written]:
    """Return the records of a file, numbered as a spreadsheet numbers its rows.

    Stops at a record that is never closed: the reader has refused the file by then.
    """
    number, text = 0, ""
    for line in lines:
        text += line
        spans = cell_spans(text, delimiter)
        if spans is None:
            continue
        number += 1
        yield Written(number, text, spans)
        text = ""


def unquoted(text: str) -> str:
    """Return what a cell holds, of the text of its span."""
    if len(text) > 1 and text.startswith('"'):
        return text[1:-1].replace('""', '"')
    return text


def quoted_like(value: str, before: str, delimiter: str) -> str:
    """Write ``value`` as a cell, in quotation marks if the old text had them."""
    needs = before.startswith('"') or any(c in value for c in f'{delimiter}"\r\n')
    escaped = value.replace('"', '""')
    return f'"{escaped}"' if needs else value
