"""What a definition has the page say in words of its own: its unit, and any text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from geo.definitions.keys import Keys
from geo.findings import did_you_mean, quote
from geo.tables.options import may_be_sign
from geo.words import FALLBACK, LANGUAGES, text_in, words

Text = Mapping[str, str]

FORMS = ("one", "few", "many", "other")
"""The forms of a noun beside a number, as Unicode CLDR calls them."""

MOST_DECIMALS = 3  # as many as the page writes

# What heads columns and legends is the unit itself, if it has a name.
_HEADINGS = (
    "table.figure",
    "details.figure",
    "layer.figures",
    "layer.value",
    "legend.pledge",
)
_SLOT = re.compile(r"\{\w+\}")


@dataclass(frozen=True)
class Unit:
    """What a map counts.

    ``forms`` are the noun by its form, then by language; none for a share or an index.
    ``decimals`` says to how many places figures are kept, and ``signs`` what may stand
    beside a number: ``€``, ``EUR``, ``%``.  ``below_zero`` says whether a number may be
    that, as a change or a balance is.
    """

    forms: Mapping[str, Text] = field(default_factory=dict)
    decimals: int = 0
    signs: tuple[str, ...] = ()
    below_zero: bool = False

    def words(self, language: str) -> dict[str, str]:
        """Return the unit's words, by the keys of ``geo/words``."""
        if not self.forms:
            return {}
        forms = {
            f"unit.{form}": text_in(texts, language)[0]
            for form, texts in self.forms.items()
        }
        # In Polish and Ukrainian "other" is of fractions, and "few" heads a column.
        heading = self.forms.get("few", {}).get(language) or forms["unit.other"]
        heading = heading[:1].upper() + heading[1:]
        return {**forms, **dict.fromkeys(_HEADINGS, heading)}


def read_unit(keys: Keys, languages: Collection[str]) -> Unit | None:
    """Return what a map counts; None if that is troops."""
    inner = keys.inner("unit")
    if inner is None:
        return None
    forms = {form: inner.translated(form) for form in FORMS}
    decimals = inner.whole("decimals", MOST_DECIMALS) or 0
    signs = inner.words("signs")
    for sign in signs:
        if not may_be_sign(sign):
            inner.find(
                "signs", "bad-value", f"{quote(sign)} beside a number may change it",
                "write here what is counted alone; a number below zero has a minus,"
                " and below_zero = true",
            )  # fmt: skip
    below_zero = inner.flag("below_zero", default=False)
    inner.close()
    forms = {form: texts for form, texts in forms.items() if texts}
    if forms and "other" not in forms:
        inner.find(
            "other", "missing-key", "the plural of the unit is missing",
            'add it: other = { en = "refugees", fr = "réfugiés" }',
        )  # fmt: skip
        return Unit({}, decimals, signs, below_zero)
    if forms:
        lacking_words(inner, "other", "the unit", forms["other"], languages)
    return Unit(forms, decimals, signs, below_zero)


def read_words(keys: Keys, languages: Collection[str]) -> Mapping[str, Text]:
    """Return the texts of the page that a definition replaces, by key and language."""
    keys.any("words", "a table of texts, each in one or more languages")
    inner = keys.inner("words")
    found: dict[str, Text] = {}
    for place, name, key, texts in _texts(inner) if inner else ():
        slots = _slots().get(key)
        if slots is None:
            place.find(
                name, "unknown-key", f"the page has no word {quote(key)}",
                did_you_mean(key, _slots()) or "its words are in geo/words/en.toml",
            )  # fmt: skip
            continue
        for slot in sorted({*_SLOT.findall("".join(texts.values()))} - slots):
            place.find(
                name, "bad-value", f"{slot} stands for nothing in {quote(key)}",
                f"it may hold {', '.join(sorted(slots))}" if slots else "take it out",
            )  # fmt: skip
        wanted = [one for one in languages if key in words(one)]
        lacking_words(place, name, quote(key), texts, wanted)
        found[key] = texts
    return found


def _texts(keys: Keys, stem: str = "") -> Iterator[tuple[Keys, str, str, Text]]:
    """Return each text with where it stands and its key, in tables or in one."""
    for name, value in keys.table.items():
        is_table = isinstance(value, dict) and not value.keys() <= {*LANGUAGES}
        if is_table and (inner := keys.inner(name)):
            yield from _texts(inner, f"{stem}{name}.")
        elif texts := keys.translated(name):
            yield keys, name, f"{stem}{name}", texts


@cache
def _slots() -> Mapping[str, frozenset[str]]:
    """Return the slots of every word, of all forms that some language has."""
    return {
        key: frozenset(_SLOT.findall(text))
        for language in LANGUAGES
        for key, text in words(language).items()
        if not key.startswith("neutral.")
    }


def lacking_words(
    keys: Keys, key: str, what: str, texts: Text, languages: Collection[str]
) -> None:
    """Find the languages of the page in which a text is missing."""
    if lacking := [one for one in languages if one not in texts]:
        keys.find(
            key, "unfinished-term", f"{what} has no words in {', '.join(lacking)}",
            f'write {lacking[0]} = "…" there, or languages = '
            f"{_listed([one for one in languages if one in texts] or [FALLBACK])}"
            " at the top of the file",
        )  # fmt: skip


def _listed(codes: list[str]) -> str:
    return "[" + ", ".join(f'"{code}"' for code in codes) + "]"
