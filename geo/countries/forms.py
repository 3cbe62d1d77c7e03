"""The words for a form of state around a name, in many languages.

``data/names/state_forms.csv`` lists them by what they stand before or after;
``data/names/official_forms.csv`` has them as patterns, a slot for the name in each.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from geo.countries.files import names, rows
from geo.countries.normal import fold

_OUTER = 5  # letters by which words are looked up; few forms share so many
_UNSPACED = "\u0590"  # from Hebrew on, keys have no boundaries of words


class Words(NamedTuple):
    """The keys of the words before and after a name, one perhaps empty, and the form.

    ``language`` is that in which a name between them is declined; empty if in none.
    """

    before: str
    after: str
    form: str
    language: str


# By the outer letters of the words before or after, by their length, by themselves:
# a few comparisons for a text, where hundreds of forms begin with "Republic".
Table = dict[str, dict[int, dict[str, list[Words]]]]
_NONE: dict[int, dict[str, list[Words]]] = {}


def without_form(text_key: str) -> Iterator[tuple[str, Words]]:
    """Return what is left of a key without words for a form of state, and the words.

    Of ``republik_kroatien`` ``kroatien`` is left.  It is for the caller to accept it
    only for a state of that form.
    """
    first, last = _tables()
    for outer in range(1, _OUTER + 1):
        for size, found in first.get(text_key[:outer], _NONE).items():
            for words in found.get(text_key[:size], ()):
                end = len(text_key) - len(words.after)
                if size < end and text_key.endswith(words.after):
                    yield text_key[size:end], words
        for size, found in last.get(text_key[-outer:], _NONE).items():
            for words in found.get(text_key[-size:], ()):
                if size < len(text_key):
                    yield text_key[:-size], words


@cache
def _tables() -> tuple[Table, Table]:
    """Return the words that begin a text, and those that only end it."""
    first: Table = {}
    last: Table = {}
    for words in sorted(set(_words())):
        if words.before:
            key, outer, table = words.before, words.before[:_OUTER], first
        else:
            key, outer, table = words.after, words.after[-_OUTER:], last
        same_length = table.setdefault(outer, {}).setdefault(len(key), {})
        same_length.setdefault(key, []).append(words)
    return first, last


def _words() -> Iterator[Words]:
    for row in rows("names/state_forms.csv"):
        for text in names(row["words"]):
            if row["place"] == "before":
                yield Words(_before(text), "", row["form"], "")
            else:
                yield Words("", _after(text), row["form"], "")
    for row in rows("names/official_forms.csv"):
        before, _, rest = row["pattern"].partition("{")
        slot, _, after = rest.partition("}")
        language = row["language"] if slot else ""
        yield Words(_before(before), _after(after), row["form"], language)


def _before(text: str) -> str:
    """Return the key up to where the name begins: "République d'" joins it."""
    key = fold(text)
    joined = not key or text.endswith(("'", "’")) or key[-1] >= _UNSPACED
    return key if joined else f"{key}_"


def _after(text: str) -> str:
    key = fold(text)
    return key if not key or key[-1] >= _UNSPACED else f"_{key}"
