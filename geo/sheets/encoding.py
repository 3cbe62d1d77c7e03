"""Which encoding a text file is in: known from its bytes, or guessed and said so.

A byte order mark tells, and so does UTF-8 itself: text of another encoding that holds
one accent is almost never valid UTF-8.  What is left was written by a program of a
system's own code page.  Those are guessed by the shape of the words: read in the right
code page, ``Côte d'Ivoire`` is made of letters of one script, small after the first;
read in a wrong one it is ``C™te`` or ``CÙte``.  Where two code pages read all words
equally well, the first of :data:`CODE_PAGES` is taken.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from typing import BinaryIO

from geo.sheets.grid import UnreadableError

_CHUNK = 1 << 20
_SAMPLE_BYTES = 1 << 17
_LEAST_PLAUSIBLE = 0.8

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

CODE_PAGES = {
    "cp1252": "Windows-1252 (Western European)",
    "iso8859_15": "ISO 8859-15 (Western European)",
    "mac_roman": "Mac Roman",
    "cp850": "code page 850 (Western European, DOS)",
    "cp1250": "Windows-1250 (Central European)",
    "iso8859_2": "ISO 8859-2 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "koi8_u": "KOI8-U (Cyrillic)",
    "cp1253": "Windows-1253 (Greek)",
    "cp1254": "Windows-1254 (Turkish)",
}

_WORD = re.compile(r"[^\s,;|\"()\[\]/:.!?0-9&<>=+*#@%_{}-]+")


@dataclass(frozen=True)
class Encoding:
    """An encoding by Python's name; ``guess`` tells in words what was guessed."""

    name: str
    guess: str = ""


def find_encoding(file: BinaryIO) -> Encoding:
    """Give the encoding of a whole file, read from its start in bounded memory.

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
    return Encoding("utf-8") if sample is None else _code_page(sample)


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
    """Give lines with bytes beyond ASCII if the file is not UTF-8, else None."""
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
    return None if valid else bytes(sample[:_SAMPLE_BYTES])


def _beyond_ascii(chunk: bytes) -> bytes:
    lines = (line for line in chunk.split(b"\n") if not line.isascii())
    return b"\n".join(lines)[:_SAMPLE_BYTES] + b"\n"


def _code_page(sample: bytes) -> Encoding:
    best, best_share, example = "", 0.0, ""
    for name in CODE_PAGES:
        try:
            text = sample.decode(name)
        except UnicodeDecodeError:
            continue
        words = [word for word in _WORD.findall(text) if not word.isascii()]
        share = sum(map(_plausible, words)) / len(words) if words else 1.0
        if share > best_share:
            best, best_share, example = name, share, next(iter(words), "")
    if best_share < _LEAST_PLAUSIBLE:
        raise UnreadableError(
            "bad-encoding", "the text is neither UTF-8 nor in a known code page",
            'save the file again as "CSV UTF-8"',
        )  # fmt: skip
    shown = f"; it then says “{example[:40]}”" if example else ""
    return Encoding(best, CODE_PAGES[best] + shown)


def _plausible(word: str) -> bool:
    """Tell whether a word beyond ASCII has the shape of a word."""
    letters = word.strip("'’‘“”«»„…–—*†‡°§©®€£•¹²³ªº\u00a0")
    if not letters:
        return True
    kinds = [unicodedata.category(c)[0] for c in letters]
    if any(
        k not in "LM" for k, c in zip(kinds, letters, strict=True) if c not in "'’–"
    ):
        return False
    scripts = {_script(c) for c in letters if c.isalpha()}
    return len(scripts) == 1 and _cased(letters) and not _crowded(letters)


def _script(character: str) -> str:
    return unicodedata.name(character, "?").partition(" ")[0]


def _cased(letters: str) -> bool:
    parts = [part for part in re.split("['’–]", letters) if part]
    return all(p.islower() or p.isupper() or p[1:].islower() for p in parts)


def _crowded(letters: str) -> bool:
    """Tell whether more accents stand side by side than in any Latin language."""
    return _script(letters[0]) == "LATIN" and bool(
        re.search("[^\x00-\x7f'’–]{3}", letters)
    )
