"""What a workbook's own XML tells before its cells are read by calamine.

Calamine lays out the rectangle round all filled cells, gives a blank for a formula's
error and for a formula that was never worked out, and tells no merged cells of an ODS
file.  So each part is first read as a stream, in bounded memory: how far it reaches,
and which cells cannot be used.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, Literal, NamedTuple
from xml.parsers import expat

from geo.cells.figure_words import multiplied_by
from geo.cells.partial_date import Precision
from geo.sheets.grid import Merge, UnreadableError
from geo.sheets.limits import Limits

_CHUNK = 1 << 16
_MOST_REPEATED = 100
NEVER_WORKED_OUT = "the formula has no result yet"
_WORK_IT_OUT = "open the workbook in a spreadsheet and save it there"

# What reading a part of a damaged archive raises; RuntimeError asks for a password.
_DAMAGE = (
    LookupError, ValueError, expat.ExpatError, zipfile.BadZipFile, zlib.error, OSError,
    EOFError, NotImplementedError, RuntimeError,
)  # fmt: skip

Attributes = Mapping[str, str]
Place = tuple[int, int]


class Around(NamedTuple):
    """What a number's format writes before and after it, and divides it by."""

    before: str
    after: str
    divisor: int = 1


How = Precision | Literal["percent"] | Around


class Shown(NamedTuple):
    """A cell, or one repeated, that shows another value than it holds.

    Its format shows less of a date than its day, 0.0412 as 4.12%, or 3 as "3 k".
    """

    last_row: int
    columns: range
    how: How


# What a number's format may write beside it, and the number stays what it is.
_NO_MEANING = re.compile(r"[+\s]")


def around(before: str, after: str, divisor: int) -> Around | None:
    """Return what a format makes of a number, None if it stays what it is.

    A sign of money changes nothing, nor does a number shown as "1.2k" that holds 1200.
    """
    texts = ["".join(c for c in text if unicodedata.category(c) != "Sc")
             for text in (before, after)]  # fmt: skip
    if not any(_NO_MEANING.sub("", text) for text in texts):
        return Around("", "", divisor) if divisor > 1 else None
    if divisor in multiplied_by(texts[1]):
        return None
    return Around(before, after, divisor)


@dataclass
class SheetScan:
    """How far a sheet reaches, its merged cells, and its cells without a value.

    Rows count from 1, columns from 0; ``faults`` is by (row, column).  ``shown`` are
    the cells that show a date by its month or its year alone, a share in percent, or a
    number with something beside it, by their first row; ``beside`` are rows of these.
    ``hidden`` and ``struck`` are rows that are not shown, or struck out.
    """

    name: str
    rows: int = 0
    columns: int = 0
    merges: list[Merge] = field(default_factory=list)
    faults: dict[Place, str] = field(default_factory=dict)
    shown: dict[int, list[Shown]] = field(default_factory=dict)
    beside: dict[int, Around] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    struck: set[int] = field(default_factory=set)

    def show(self, row: int, columns: range, how: How, last_row: int = 0) -> None:
        """Note cells that show another value than they hold."""
        if isinstance(how, Around) and not how.before + how.after:
            fault = f"the cell shows its number divided by {how.divisor:,}"
            self.faults |= {(row, column): fault for column in columns[:_MOST_REPEATED]}
            return
        self.shown.setdefault(row, []).append(Shown(last_row or row, columns, how))
        if isinstance(how, Around):
            self.beside.setdefault(row, how)

    def reach(self, row: int, column: int) -> None:
        self.rows = max(self.rows, row)
        self.columns = max(self.columns, column + 1)


class Handlers:
    """What is done at each element of one part; elements by their local name."""

    def start(self, name: str, attributes: Attributes) -> None:
        """Begin an element."""

    def text(self, data: str) -> None:
        """Take text of the element that was begun last."""

    def end(self, name: str) -> None:
        """End an element."""


def parse_part(
    archive: zipfile.ZipFile, name: str, handlers: Handlers, limits: Limits
) -> None:
    """Read one part of a workbook as a stream of elements.

    Raises
    ------
    UnreadableError
        If it is larger than the limit once unpacked, whatever its header says, or is
        not the XML of a workbook.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attributes: handlers.start(
        _local(tag), {_local(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda tag: handlers.end(_local(tag))
    parser.CharacterDataHandler = handlers.text
    # No workbook has one; it could only define entities that grow without bound.
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        # A header that owns up to it is believed; one that does not ends the reading.
        _bound(archive.getinfo(name).file_size, limits)
        with archive.open(name) as part:
            for chunk in _chunks(part.read, limits):
                parser.Parse(chunk)
        parser.Parse(b"", True)
    except _DAMAGE as error:
        raise broken(str(error)) from error


def _chunks(read: Callable[[int], bytes], limits: Limits) -> Iterator[bytes]:
    total = 0
    while chunk := read(_CHUNK):
        total += len(chunk)
        _bound(total, limits)
        yield chunk


def _bound(size_bytes: int, limits: Limits) -> None:
    if size_bytes > limits.unzipped_bytes:
        raise UnreadableError(
            "too-large",
            f"the workbook unpacks to more than {limits.unzipped_bytes / 1e6:,.0f} MB",
            "save the table alone, as CSV UTF-8 or in a new workbook",
        )


def _refuse_doctype(*_: object) -> None:
    raise broken("it declares a document type")


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def broken(reason: str) -> UnreadableError:
    return UnreadableError(
        "unreadable-file", f"the workbook is damaged: {reason}"[:200],
        "open it in a spreadsheet and save it again",
    )  # fmt: skip


def column_of(address: str) -> int:
    """Return the column of a cell's address, from 0: that of ``AB12`` is 27."""
    number = 0
    for letter in re.match("[A-Z]*", address.upper())[0]:  # type: ignore[index]
        number = number * 26 + ord(letter) - 64
    return number - 1


def letters_of(column: int) -> str:
    """Return the letters of a column that is counted from 0: those of 27 are ``AB``."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def advice_for(fault: str) -> str:
    return _WORK_IT_OUT if fault == NEVER_WORKED_OUT else "write the value itself"


def open_archive(file: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise broken(str(error)) from error
