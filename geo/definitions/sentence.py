"""The finding sentence: words with slots that are measured, never typed.

``{count:declined}`` is the number of countries with that status,
``{countries:declined}`` their names, ``{as_of}`` the date of the latest statement,
``{statements}`` the number of statements and ``{speakers}`` that of the countries that
made them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from geo.findings import did_you_mean
from geo.vocabulary import STATUS

SLOT = re.compile(r"\{([^{}]*)\}")
SIMPLE = ("as_of", "statements", "speakers")
BY_STATUS = ("count", "countries")


def known_slots() -> tuple[str, ...]:
    return SIMPLE + tuple(f"{kind}:{status}" for kind in BY_STATUS for status in STATUS)


def unknown_slots(sentence: str) -> Iterator[tuple[str, str]]:
    """Give each slot of a sentence that asks for nothing known, with advice."""
    known = known_slots()
    for slot in SLOT.findall(sentence):
        if slot not in known:
            yield slot, did_you_mean(slot, known) or "leave it out"


def fill(sentence: str, measure: Callable[[str], str]) -> str:
    """Fill each slot with what ``measure`` gives for it; slots of values stay text."""
    return SLOT.sub(lambda match: measure(match[1]), sentence)
