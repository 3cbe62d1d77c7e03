"""Which encoding a text file is in: known from its bytes, or guessed and said so.

A byte order mark tells, and so does UTF-8 itself: text of another encoding that holds
one accent is almost never valid UTF-8.  What is left was written by a program of a
system's own code page: :mod:`geo.sheets.code_page` guesses which.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import BinaryIO

from geo.sheets.code_page import guess_code_page
from geo.sheets.grid import UnreadableError

_CHUNK = 1 << 20
_SAMPLE_BYTES = 1 << 17

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True)
class Encoding:
    """An encoding by Python's name; ``guess`` tells in words what was guessed."""

    name: str
    guess: str = ""


def find_encoding(file: BinaryIO) -> Encoding:
    """Return the encoding of a whole file, read from its start in bounded memory.

    Raises
    ------
    UnreadableError
        If the bytes are no text in any encoding that is known here.
    """
    head = file.read(_SAMPLE_BYTES)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Encoding(name)
    if b"\0" in head:
        return _utf16_without_mark(head)
    file.seek(0)
    sample = _not_utf8(file)
    if sample is None:
        return Encoding("utf-8")
    name, guess = guess_code_page(sample)
    return Encoding(name, guess)


def _utf16_without_mark(head: bytes) -> Encoding:
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.3 * half and even < 0.05 * half:
        return Encoding("utf-16-le", "UTF-16, although it has no byte order mark")
    if even > 0.3 * half and odd < 0.05 * half:
        return Encoding("utf-16-be", "UTF-16, although it has no byte order mark")
    raise UnreadableError(
        "not-a-table", "the file holds NUL bytes: it is no text",
        'save it again as "CSV UTF-8"',
    )  # fmt: skip


def _not_utf8(file: BinaryIO) -> bytes | None:
    """Return lines with bytes beyond ASCII if the file is not UTF-8, else None."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    valid, sample = True, bytearray()
    while chunk := file.read(_CHUNK):
        if valid:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                valid = False
        if not chunk.isascii() and len(sample) < _SAMPLE_BYTES:
            sample += _beyond_ascii(chunk)
    if valid:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            valid = False
    if valid:
        return None
    # Whole lines only: a letter of two bytes must not be cut.
    return bytes(sample[:_SAMPLE_BYTES]).rpartition(b"\n")[0]


def _beyond_ascii(chunk: bytes) -> bytes:
    lines = (line for line in chunk.split(b"\n") if not line.isascii())
    return b"\n".join(lines)[:_SAMPLE_BYTES] + b"\n"
