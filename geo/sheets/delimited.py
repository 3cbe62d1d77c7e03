"""Rows of a text file whose cells are parted by commas, semicolons, tabs or bars."""

from __future__ import annotations

import contextlib
import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from geo.sheets.encoding import Encoding, find_encoding
from geo.sheets.grid import Grid, GridRow, Notice, UnreadableError
from geo.sheets.limits import Limits

DELIMITERS = ",;\t|"
_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_OTHER_MARKS = ("#", "^", "~", ":", "/", "  ", " ")
_SAMPLE_ROWS = 40
# The line below the header of a table in Markdown.
_RULE = re.compile(r"\s*:?-+:?\s*")

Known = Callable[[str], bool]


def read_delimited(file: BinaryIO, known: Known, limits: Limits) -> Grid:
    """Read a text file, open at its start, as a grid; it is read while the rows are.

    ``known`` tells whether a cell names a column: the delimiter is the one that parts
    most of them.

    Raises
    ------
    UnreadableError
        If it is no text, or a line or cell of it is longer than the limits.
    """
    dialect = find_dialect(file, known, limits)
    notices = []
    if dialect.encoding.guess:
        notices.append(
            Notice(
                "guessed-encoding", f"read as {dialect.encoding.guess}",
                'if that is wrong, save the file as "CSV UTF-8"',
            )
        )  # fmt: skip
    _refuse_other_mark(dialect, file, known, limits)
    body = dialect.body(file, limits)
    rows = _rows(body, dialect.delimiter, limits)
    return Grid(None, rows, notices, delimiter=dialect.delimiter)


def _refuse_other_mark(
    dialect: Dialect, file: BinaryIO, known: Known, limits: Limits
) -> None:
    """Refuse a table whose cells are parted by a mark that no program writes."""
    first = next(dialect.body(file, limits), "").strip()
    if dialect.delimiter in first or known(first):
        return
    for mark in _OTHER_MARKS:
        cells = first.split(mark)
        if len(cells) > 1 and all(known(cell.strip()) for cell in cells):
            raise UnreadableError(
                "not-a-table", f'the cells are parted by "{mark}"',
                "part them by commas, semicolons or tabs", 1,
            )  # fmt: skip


@dataclass(frozen=True)
class Dialect:
    """How a text file is written: its encoding, and the mark between cells.

    ``declared`` tells that the first line names the mark (``sep=;``).
    """

    encoding: Encoding
    delimiter: str
    declared: bool

    def body(self, file: BinaryIO, limits: Limits) -> Iterator[str]:
        """Return the lines of the table, from the start of the file."""
        file.seek(0)
        body = lines(file, self.encoding.name, limits)
        # Spreadsheets take such a line as a setting and do not count it.
        return itertools.islice(body, 1, None) if self.declared else body


def find_dialect(file: BinaryIO, known: Known, limits: Limits) -> Dialect:
    """Find how a text file, open at its start, is written."""
    encoding = find_encoding(file)
    return Dialect(encoding, *_find_delimiter(file, encoding.name, known, limits))


def lines(file: BinaryIO, encoding: str, limits: Limits) -> Iterator[str]:
    """Return the lines of a file as they are, none longer than the limit."""
    text = io.TextIOWrapper(file, encoding=encoding, errors="strict", newline="")
    try:
        for number in itertools.count(1):
            line = text.readline(limits.line_chars + 1)
            if len(line) > limits.line_chars:
                raise UnreadableError(
                    "too-large", f"a line has more than {limits.line_chars:,}"
                    " characters", "check that the file is a table", number,
                )  # fmt: skip
            if "\0" in line:
                raise UnreadableError(
                    "not-a-table", "the line holds a NUL byte: it is no text",
                    'save the file again as "CSV UTF-8"', number,
                )  # fmt: skip
            if not line:
                return
            yield line
    except UnicodeDecodeError as error:
        raise UnreadableError(
            "bad-encoding", f"the bytes are not {error.encoding} text",
            'save the file again as "CSV UTF-8"',
        ) from error  # fmt: skip
    finally:
        # The file may have been closed before these lines were all read.
        with contextlib.suppress(ValueError):
            text.detach()


def _find_delimiter(
    file: BinaryIO, encoding: str, known: Known, limits: Limits
) -> tuple[str, bool]:
    """Return the delimiter, and whether the first line declares it (``sep=;``)."""
    file.seek(0)
    sample = list(itertools.islice(lines(file, encoding, limits), _SAMPLE_ROWS))
    first = sample[0].strip().lower() if sample else ""
    if len(first) <= 5 and first.startswith("sep=") and first[4:] in DELIMITERS:
        return first[4:] or "\t", True
    # A first line that is a header from end to end leaves nothing to weigh.
    for mark in DELIMITERS:
        cells = first.split(mark)
        if len(cells) > 2 and all(map(known, cells)):
            return mark, False
    return max(DELIMITERS, key=lambda mark: _fitness(sample, mark, known)), False


def _fitness(sample: list[str], delimiter: str, known: Known) -> tuple[int, int, int]:
    """Rate a delimiter by the names that it parts, then by how evenly it parts."""
    try:
        rows = [row for row in csv.reader(sample, delimiter=delimiter) if any(row)]
    except csv.Error:
        rows = [line.split(delimiter) for line in sample]
    named = max((sum(known(cell) for cell in row) for row in rows), default=0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return named, max(widths.values(), default=0), max(widths, default=0)


def _rows(lines: Iterator[str], delimiter: str, limits: Limits) -> Iterator[GridRow]:
    csv.field_size_limit(limits.cell_chars)
    # A line that ends inside a cell must not tell Windows from other systems.
    fed = (line.replace("\r\n", "\n") for line in lines)
    reader = csv.reader(fed, delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if delimiter == "|" and _is_rule(cells):
                continue
            yield GridRow(number, _cells(cells, number, limits))
    except csv.Error as error:
        raise _malformed(error, number + 1, delimiter, limits) from error


def _is_rule(cells: list[str]) -> bool:
    return any(cells) and all(not cell or _RULE.fullmatch(cell) for cell in cells)


def _cells(cells: list[str], number: int, limits: Limits) -> tuple[str, ...]:
    texts = tuple(map(str.strip, cells))
    if len(texts) > limits.columns:
        filled = max((n for n, text in enumerate(texts, 1) if text), default=0)
        if filled > limits.columns:
            raise UnreadableError(
                "too-large", f"the row has {filled:,} cells; at most"
                f" {limits.columns:,} are read", "check that the file is a table",
                number,
            )  # fmt: skip
        return texts[:filled]
    return texts


def _malformed(
    error: csv.Error, number: int, delimiter: str, limits: Limits
) -> UnreadableError:
    if "field larger" in str(error):
        what = f"a cell has more than {limits.cell_chars:,} characters"
        advice = "see whether a quotation mark before it is never closed"
    elif "unexpected end" in str(error):
        what = "a quotation mark that opens in this row is never closed"
        advice = "close it, or write a quotation mark inside a cell twice"
    else:
        what = f"a quotation mark is followed by text, not by a {_NAMES[delimiter]}"
        advice = 'write a quotation mark inside a quoted cell twice: ""'
    return UnreadableError("bad-quotes", what, advice, number)
