"""Names as they stand inside official ones: "Kipras" in "Kipro Respublika".

Where a language declines the name inside its official form, or makes an adjective of
it, no list of short names finds it.  ``data/names/endings.csv`` says which endings of a
name, and which beginnings, become which; one row is for one slot of the patterns of
``data/names/official_forms.csv``.  A form too many is a word that nobody writes, so
that the rules may be plain; and what they make is read only between the words of a form
of state that the country has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from geo.countries.files import rows

_MOST_WORDS = 3  # longer names are declined at their ends only

Changes = dict[str, list[str]]


@dataclass(frozen=True)
class Slot:
    """How a name looks in a slot: what its endings and its beginnings become."""

    endings: Changes
    beginnings: Changes

    def forms(self, name: str) -> Iterator[str]:
        """Return the forms of a name: each word declined, or only the first or last.

        They come joined as well: "San Marino" makes "Sanmarinská republika".
        """
        for start in _longest(name.startswith, self.beginnings):
            for begun in self.beginnings[start]:
                yield from self._declined((begun + name[len(start) :]).split())

    def _declined(self, words: list[str]) -> Iterator[str]:
        if len(words) < 2:
            yield from self._word("".join(words))
            return
        first, *middle, last = words
        for end in self._word(last):
            yield " ".join((first, *middle, end))
            yield "".join((first, *middle, end))
        for start in self._word(first):
            yield " ".join((start, *middle, last))
        if len(words) <= _MOST_WORDS:
            all_forms = [self._word(word) for word in words]
            # Words that agree take endings of one place in their lists.
            for at in range(max(map(len, all_forms))):
                yield " ".join(forms[at % len(forms)] for forms in all_forms)

    def _word(self, word: str) -> list[str]:
        fitting = _longest(word.endswith, self.endings)
        small = word == word.lower() != word.title()  # "and", "of"
        if small or not fitting:
            return [word]
        end = fitting[0]
        return [word.removesuffix(end) + ended for ended in self.endings[end]]


def declined(name: str, language: str) -> set[str]:
    """Return the forms that a short name takes in the official names of a language."""
    slots = _slots().get(language, [])
    return {form for slot in slots for form in slot.forms(name)}


def _longest(fits: Callable[[str], bool], changes: Changes) -> list[str]:
    """Return longest ending or beginning that fits, in a list; none if none does."""
    return sorted(filter(fits, changes), key=len)[-1:]


def _changes(cell: str) -> Changes:
    """Read ``ia:ii a:y``, with ``_`` for a space; a blank cell changes nothing."""
    changes: Changes = {}
    for pair in cell.split():
        before, _, after = pair.replace("_", " ").partition(":")
        changes.setdefault(before, []).append(after)
    return changes or {"": [""]}


@cache
def _slots() -> dict[str, list[Slot]]:
    table: dict[str, list[Slot]] = {}
    for row in rows("names/endings.csv"):
        slot = Slot(_changes(row["endings"]), _changes(row["beginnings"]))
        table.setdefault(row["language"], []).append(slot)
    return table
