"""From a name as people write it to the key under which the index holds it.

Two spellings that differ only in case, accents, punctuation or typography have one
key: ``fold("Côte d’Ivoire") == fold("COTE D'IVOIRE")``.  Accents are dropped from
Latin, Greek and Cyrillic, and vowel points from Arabic and Hebrew, where people leave
them out; the marks of other scripts are vowels and stay.  :func:`fold` loses
distinctions that a few names live by (``Tóga`` is Togo in Irish, ``Tõga`` is Tonga in
Nheengatu); :func:`strict` keeps accents, and the index falls back on it where folded
keys collide.
"""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not decompose, as people without the keyboard write them.
_LETTERS = {
    "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŧ": "t",
    "æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "ŋ": "n", "ɓ": "b", "ɗ": "d",
    "ƙ": "k", "ɛ": "e", "ɔ": "o", "ɣ": "g",
    # Arabic: one letter, several code points, according to the keyboard.
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ە": "ه",
    "ة": "ه", "ہ": "ه", "ھ": "ه",
    # A Ukrainian letter that many keyboards lack.
    "ґ": "г",
}  # fmt: skip

# Apostrophes and what stands for them: they join, "d'Ivoire" is one word.
_APOSTROPHES = "'’‘ʼʻ`´＇‛ʹ׳״\""
# Soft hyphen, kashida, zero-width characters, marks of direction, variation selectors.
_INVISIBLE = (
    "\u00ad\u0640\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff"
)

_MARKS_DROPPED = (
    (0x0300, 0x036F),  # accents of Latin, Greek, Cyrillic
    (0x0591, 0x05C7),  # Hebrew points
    (0x0610, 0x061A),  # Arabic honorifics
    (0x064B, 0x065F),  # Arabic vowel points, and the hamza of a decomposed letter
    (0x0670, 0x0670),
    (0x093C, 0x093C),  # Devanagari and Bengali nukta, often left out
    (0x09BC, 0x09BC),
)

# Words that are written or left out, or written short, without change of meaning.
_WORDS = {"the": "", "st": "saint", "ste": "sainte"}

# Signs that join two names are words: "China & Hong Kong" is not "China, Hong Kong".
_JOINING = "&+/"
AND = "and"

_INITIALS = re.compile(r"(?<!\S)\S\s+\S(?!\S)")

# From Hebrew on, scripts part words otherwise or not at all, or people differ in it.
_SPACED_BELOW = "\u0590"


class _Letters(dict[int, str | None]):
    """What each character becomes: itself, another letter, a space or nothing."""

    def __init__(self, other: str, known: dict[int, str | None]) -> None:
        super().__init__(known)
        self.other = other

    def __missing__(self, code: int) -> str:
        char = chr(code)
        # The vowel signs of Indic scripts are marks (M), not letters, and stay.
        keep = char.isalnum() or unicodedata.category(char)[0] == "M"
        self[code] = char if keep else self.other
        return char if keep else self.other


_ONLY_LETTERS = _Letters("", {})
_FOLDED = _Letters(
    " ",
    {ord(letter): plain for letter, plain in _LETTERS.items()}
    | {ord(sign): f" {AND} " for sign in _JOINING}
    | {ord(char): None for char in _INVISIBLE + _APOSTROPHES}
    | {code: None for low, high in _MARKS_DROPPED for code in range(low, high + 1)},
)


def words(text: str) -> list[str]:
    """Return the folded words of ``text``, in order, without the empty ones.

    Initials are one word, with points or without: ``U.S.A.`` gives ``usa``.
    """
    if text.isascii():
        letters = text.lower().translate(_FOLDED)
    else:
        folded = unicodedata.normalize("NFKD", text).casefold().translate(_FOLDED)
        # Hangul and kana are put together again; what was dropped stays dropped.
        letters = unicodedata.normalize("NFC", folded)
    parts = letters.split()
    if len(parts) > 1 and min(map(len, parts)) == 1 and _INITIALS.search(letters):
        parts = _initials_joined(parts)
    return [word for part in parts if (word := _WORDS.get(part, part))]


def key_of(folded: list[str]) -> str:
    """Return the key of folded words: joined by ``_``, in scripts that part words."""
    joined = "_".join(folded)
    if joined.isascii() or max(joined) < _SPACED_BELOW:
        return joined
    return "".join(folded)


def fold(text: str) -> str:
    """Return the key of ``text``."""
    return key_of(words(text))


def _initials_joined(parts: list[str]) -> list[str]:
    joined: list[str] = []
    initials = False
    for part in parts:
        if len(part) == 1 and initials:
            joined[-1] += part
        else:
            joined.append(part)
        initials = len(part) == 1
    return joined


def strict(text: str) -> str:
    """Return the key of ``text`` with its accents kept."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFC", folded.translate(_ONLY_LETTERS))
