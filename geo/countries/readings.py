"""The ways in which a text may be read as a name, besides letter for letter.

Each reading says the same in other words: an article left out, a footnote mark, the
order that puts the name before its form ("Korea, Republic of").  None corrects the
text: what is misspelt stays unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from geo.countries.files import names, rows
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
_FLAGS = re.compile("[\U0001f1e6-\U0001f1ff]{2}|\U0001f3f4[\U000e0061-\U000e007f]+")
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
    "prov": "province", "peop": "peoples", "sts": "states", "govt": "government",
}  # fmt: skip

# Letters and spaces: nothing to clean, to reorder or to part.
_LETTER = r"[^\W\d_¹²³⁰-⁹ᵃ-ᶻ]"
_PLAIN = re.compile(rf"{_LETTER}+(?: {_LETTER}+)*")

_BRACKETS = re.compile(r"^(.*?)\s*[(（\[]\s*([^()（）\[\]]+?)\s*[)）\]]\s*$", re.DOTALL)
_SEPARATORS = re.compile(
    r"\s*[;\n|]\s*|\s+[-–—:=]\s+|\s*[/&+]\s*|\s+(?:and|et|und|y|e|og|och|en|i|и|та)\s+"
    r"|\s*[,、，،]\s*",
)


def clean(text: str) -> str:
    """Give ``text`` without footnote marks, flags and the punctuation around it."""
    return _MARKS.sub("", _FLAGS.sub("", text)).strip(_EDGES)


def keys(text: str, folded: list[str] | None = None) -> Iterator[str]:
    """Give the keys under which ``text`` may stand, the plainest reading first.

    ``folded`` are its words, where they are at hand.
    """
    if folded is not None and _PLAIN.fullmatch(text):
        yield from _keys(text, folded)
        return
    for ordered in _orders(clean(text)):
        yield from _keys(ordered, words(ordered))


def _keys(text: str, folded: list[str]) -> Iterator[str]:
    yield key_of(folded)
    if folded and folded[0] in _ARTICLES:
        yield key_of(folded[1:])
    if elided := _ELIDED.match(text):
        yield fold(text[elided.end() :])
    if not _SHORTENED.keys().isdisjoint(folded):
        yield key_of([_SHORTENED.get(word, word) for word in folded])


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
    """Give the name and what stands in brackets after it, if any does."""
    found = _BRACKETS.match(text)
    return (found[1], found[2]) if found and found[1] else None


def parts(text: str) -> list[str]:
    """Give the parts of a text that puts several names side by side."""
    return [part for part in _SEPARATORS.split(clean(text)) if part]


_OUTER = 5  # letters by which a form is looked up; few forms share so many
_UNSPACED = "\u0590"  # from Hebrew on, keys have no boundaries of words

Forms = dict[str, list[tuple[str, str]]]


@cache
def _forms() -> tuple[Forms, Forms]:
    """Give the keys of forms of state with their form, by their outer letters."""
    before: Forms = {}
    after: Forms = {}
    for row in rows("names/state_forms.csv"):
        first = row["place"] == "before"
        for words_key in {_form_key(form, first=first) for form in names(row["words"])}:
            outer = words_key[:_OUTER] if first else words_key[-_OUTER:]
            table = before if first else after
            table.setdefault(outer, []).append((words_key, row["form"]))
    return before, after


def _form_key(form: str, *, first: bool) -> str:
    """Give the key of a form up to where the name begins: "République d'" joins it."""
    folded = fold(form)
    if form.endswith(("'", "’")) or folded[-1] >= _UNSPACED:
        return folded
    return f"{folded}_" if first else f"_{folded}"


def without_form(text_key: str) -> Iterator[tuple[str, str]]:
    """Give what is left of a key without the words for a form of state, and the form.

    ``republik_kroatien`` gives ``("kroatien", "republic")``.  It is for the caller to
    accept it only for a state that is a republic.
    """
    before, after = _forms()
    for size in range(1, _OUTER + 1):
        for words_key, form in before.get(text_key[:size], ()):
            if text_key.startswith(words_key):
                yield text_key[len(words_key) :], form
        for words_key, form in after.get(text_key[-size:], ()):
            if text_key.endswith(words_key):
                yield text_key[: -len(words_key)], form
