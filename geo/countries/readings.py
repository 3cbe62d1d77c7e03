"""The ways in which a text may be read as a name, besides letter for letter.

Each reading says the same in other words: an article left out, a footnote mark, the
order that puts the name before its form ("Korea, Republic of").  None corrects the
text: what is misspelt stays unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from geo.countries.normal import fold, key_of, words

# Footnote marks: daggers, superscripts, [a], [12], (1), (a), a digit glued to the end.
_MARKS = re.compile(
    r"""
      [*†‡§¶#^°¹²³⁰⁴-⁹ᵃ-ᶻ]+
    | \[ \s* (?: [a-z] | \d{1,3} | note\s*\d* | citation\ needed ) \s* \]
    | \( \s* (?: \d{1,2} | [a-z] ) \s* \)
    | (?<= [^\W\d_] ) \d{1,2} (?= \s* $ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]{2}|\U0001f3f4[\U000e0061-\U000e007f]+")
_EDGES = " \t\r\n\u00a0\u202f\"'“”„«»‹›:;.,•·–—-_|"

_ARTICLES_LIST = (
    "le la les l las los el els il lo gli i o os as a der die das den de het the az "
    "η ο το οι τα an na y yr ir"
)
_ARTICLES = frozenset(_ARTICLES_LIST.split())
_ELIDED = re.compile(r"\s*l\s?['’‘ʼ]\s?", re.IGNORECASE)
_SHORTENED = {
    "rep": "republic", "dem": "democratic", "fed": "federated", "isl": "islands",
    "isls": "islands", "is": "islands", "terr": "territory", "ter": "territory",
    "n": "north", "s": "south", "e": "east", "w": "west", "eq": "equatorial",
    "isds": "islands", "dpr": "democratic peoples republic", "ur": "united republic",
    "brit": "british", "prov": "province", "peop": "peoples", "sts": "states",
    "govt": "government",
}  # fmt: skip

# Letters and spaces: nothing to clean, to reorder or to part.
_LETTER = r"[^\W\d_¹²³⁰-⁹ᵃ-ᶻ]"
_PLAIN = re.compile(rf"{_LETTER}+(?: {_LETTER}+)*")

_BRACKETS = re.compile(r"^(.*?)\s*[(（\[]\s*([^()（）\[\]]+?)\s*[)）\]]\s*$", re.DOTALL)
_OPENING = frozenset("([（")
_SEPARATORS = re.compile(
    r"\s*[;\n|]\s*|:\s+|\s+[-–—:=]\s+|\s*[/&+]\s*|\s+(?:and|et|und|y|e|og|och|en|i|и|та)\s+"
    r"|\s*[,、，،]\s*",
)


@lru_cache(maxsize=16)  # one text is asked for several times
def clean(text: str) -> str:
    """Return ``text`` without footnote marks, flags and the punctuation around it."""
    return _MARKS.sub("", FLAGS.sub("", text)).strip(_EDGES)


def keys(text: str, folded: list[str] | None = None) -> list[str]:
    """Return the keys under which ``text`` may stand, the plainest reading first.

    ``folded`` are its words, where they are at hand.
    """
    if folded is not None and _PLAIN.fullmatch(text):
        return _keys(folded)
    found = []
    for ordered in _orders(clean(text)):
        found += _keys(words(ordered))
        if elided := _ELIDED.match(ordered):
            found.append(fold(ordered[elided.end() :]))
    return found


def _keys(folded: list[str]) -> list[str]:
    found = [key_of(folded)]
    if folded and folded[0] in _ARTICLES:
        found.append(key_of(folded[1:]))
    if not _SHORTENED.keys().isdisjoint(folded):
        long = " ".join(_SHORTENED.get(word, word) for word in folded)
        found.append(key_of(long.split()))
    return found


def _orders(text: str) -> Iterator[str]:
    yield text
    name, comma, rest = text.partition(",")
    if comma and "," not in rest:
        yield f"{rest} {name}"
    if bracketed := brackets(text):
        name, rest = bracketed
        yield f"{rest} {name}"
        yield f"{name} {rest}"


def brackets(text: str) -> tuple[str, str] | None:
    """Return the name and what stands in brackets after it, if any does."""
    if not _OPENING.intersection(text):
        return None
    found = _BRACKETS.match(text)
    return (found[1], found[2]) if found and found[1] else None


def parts(text: str) -> list[str]:
    """Return the parts of a text that puts several names side by side."""
    return [part for part in _SEPARATORS.split(clean(text)) if part]
