"""What the registry of statuses lacks, or a language's words for them."""

from __future__ import annotations

from functools import cache

from geo.findings import Finding
from geo.vocabulary.statuses import BROKEN, FILE, SHIPPED, STATUSES, faults
from geo.words import LANGUAGES, words


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
    keys = [f"status.{status}" for status in STATUSES]
    unsaid = [
        Finding(
            f"geo/words/{language}.toml", None, key, "unfinished-term",
            f"{key} has no words in {language}", f'write "{key}" = "…"',
        )
        for language in LANGUAGES
        for key in keys
        if not words(language).get(key)
    ]  # fmt: skip
    return (*lacking, *unsaid)
