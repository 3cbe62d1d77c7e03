"""What the registry of statuses lacks, or a language's words for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from tomllib import TOMLDecodeError

from geo.findings import Finding
from geo.vocabulary.statuses import BROKEN, FILE, SHIPPED, STATUSES, faults
from geo.words import FALLBACK, LANGUAGES, words

FORMS = frozenset(("zero", "one", "two", "few", "many", "other"))
"""The forms of the plural that languages tell apart, as CLDR calls them."""
MAY_BE_BLANK = frozenset(("sentence.articles",))
"""What stands before a country's name within a sentence: not all languages need it."""
NAMED = 3
"""So many of the words that a language lacks are named."""


@cache
def unfinished_terms() -> tuple[Finding, ...]:
    """Find each status that has no colour, sign or word: no map is read before."""
    if BROKEN:
        advice = "write it as the other entries are written"
        return (Finding(FILE, None, None, "bad-toml", BROKEN, advice),)
    lacking = [
        Finding(FILE, None, place, "unfinished-term", what, advice)
        for place, what, advice in faults(SHIPPED.table)
    ]
    unsaid = [
        finding for language in LANGUAGES for finding in _unfinished_words(language)
    ]
    return (*lacking, *unsaid)


def _unfinished_words(language: str) -> list[Finding]:
    """Find what a language lacks of what English, and the statuses, have words for."""
    file = f"geo/words/{language}.toml"
    try:
        own = words(language)
    except TOMLDecodeError as error:
        advice = "write it as the other files are written"
        return [Finding(file, None, None, "bad-toml", str(error), advice)]
    lacking = sorted(_needed(own) - {key for key, text in own.items() if text})
    if not lacking:
        return []
    if len(lacking) == 1:
        what, key = f"{lacking[0]} has no words in {language}", lacking[0]
        return [
            Finding(file, None, key, "unfinished-term", what, f'write "{key}" = "…"')
        ]
    some = ", ".join(lacking[:NAMED]) + (", …" if len(lacking) > NAMED else "")
    what = f"{language} lacks {len(lacking)} words: {some}"
    advice = f'write each as {FALLBACK}.toml has it, "{lacking[0]}" = "…"'
    return [Finding(file, None, None, "unfinished-term", what, advice)]


def _needed(own: Mapping[str, str]) -> set[str]:
    """Return the keys that a language needs.

    All of English but what may be blank; of a word that goes with a number, ``other``,
    which stands for all forms, and each form that the language has elsewhere.
    """
    english = words(FALLBACK)
    counted = {
        key.removesuffix(".other")
        for key in english
        if key.endswith(".other") and f"{key.removesuffix('.other')}.one" in english
    }
    forms = {
        form
        for stem, _, form in (key.rpartition(".") for key in own)
        if stem in counted and form in FORMS
    }
    others = {key for key in english if key.rpartition(".")[0] not in counted}
    plurals = {f"{stem}.{form}" for stem in counted for form in forms | {"other"}}
    statuses = {f"status.{status}" for status in STATUSES}
    return (others - MAY_BE_BLANK) | plurals | statuses
