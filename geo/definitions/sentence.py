"""The finding sentence: words with slots that are measured, never typed.

``{count:declined}`` is the number of countries with that status,
``{countries:declined}`` their names, ``{agree:declined|country|countries}`` the word
that agrees with that number, ``{as_of}`` the date of the latest statement,
``{statements}`` the number of statements and ``{speakers}`` that of the countries that
made them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from geo.findings import did_you_mean
from geo.vocabulary import STATUS

SLOT = re.compile(r"\{([^{}]*)\}")
SIMPLE = ("as_of", "statements", "speakers")
BY_STATUS = ("count", "countries")
AGREE = "agree"


def known_slots() -> tuple[str, ...]:
    return SIMPLE + tuple(f"{kind}:{status}" for kind in BY_STATUS for status in STATUS)


def unknown_slots(sentence: str) -> Iterator[tuple[str, str]]:
    """Give each slot of a sentence that asks for nothing known, with advice."""
    known = known_slots()
    for slot in SLOT.findall(sentence):
        kind, _, rest = slot.partition(":")
        if kind == AGREE:
            status, *forms = rest.split("|")
            if status not in STATUS or len(forms) < 2:
                yield slot, "write {agree:STATUS|word for one|word for many}"
        elif slot not in known:
            yield slot, did_you_mean(slot, known) or "leave it out"


def first_status(sentence: str) -> str | None:
    """Give the status whose countries a sentence counts or names first."""
    slots = (slot.partition(":") for slot in SLOT.findall(sentence))
    return next((rest for kind, _, rest in slots if kind in BY_STATUS), None)


def agreeing(category: str, forms: Sequence[str]) -> str:
    """Choose the word that agrees with a number of a plural category of CLDR.

    The first form is for one, the last for many; of three, the middle one for few.
    """
    if category == "one":
        return forms[0]
    return forms[1] if category == "few" and len(forms) > 2 else forms[-1]


def fill(sentence: str, measure: Callable[[str], str]) -> str:
    """Fill each slot with what ``measure`` gives for it; slots of values stay text."""
    return SLOT.sub(lambda match: measure(match[1]), sentence)
