"""The headline: words with slots that are measured, never typed.

``geo/web/words/headline.js`` fills them; here is what may be asked for.

``{count:declined}`` is the number of countries with that status (those that offer
other help beside it are among them, ``declined_with_help`` alone are the latter),
``{countries:declined}`` their names, ``{agree:declined|country|countries}`` the word
that agrees with that number, ``{as_of}`` the date of the latest statement,
``{statements}`` the number of statements and ``{speakers}`` that of the countries that
made them.  ``{figure:ESP|deployed_elsewhere}`` is a country's number of one meaning,
which the sentence must tell; ``{figure:ESP}`` is its foremost number with what it
counts.  What stands between ``{if:declined}`` and ``{end}`` is left out where no
country has that status: of none, nothing more is told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from geo.findings import did_you_mean
from geo.vocabulary import MEANING
from geo.vocabulary.statuses import STATUSES

SLOT = re.compile(r"\{([^{}]*)\}")
SIMPLE = ("as_of", "statements", "speakers")
BY_STATUS = ("count", "countries")
AGREE = "agree"
FIGURE = "figure"
IF, END = "if", "end"
KINDS = (*SIMPLE, *BY_STATUS, AGREE, FIGURE, IF, END)


def known_slots(statuses: Collection[str]) -> tuple[str, ...]:
    return SIMPLE + tuple(
        f"{kind}:{status}" for kind in (*BY_STATUS, IF) for status in statuses
    )


def unknown_slots(
    sentence: str, countries: Collection[str], statuses: Collection[str] = STATUSES
) -> Iterator[tuple[str, str]]:
    """Return each slot of a sentence that asks for nothing known, with advice.

    ``countries`` are the codes of those that a figure may be asked of.
    """
    known = known_slots(statuses)
    yield from _unpaired(sentence)
    for slot in SLOT.findall(sentence):
        kind, _, rest = slot.partition(":")
        if slot == END:
            continue
        if kind == AGREE:
            status, *forms = rest.split("|")
            if status not in statuses or len(forms) < 2:
                yield slot, "write {agree:STATUS|word for one|word for many}"
        elif kind == FIGURE:
            country, _, meaning = rest.partition("|")
            if country not in countries:
                yield slot, "write the code of a country: {figure:ESP}"
            elif "|" in rest and meaning not in MEANING:
                yield slot, did_you_mean(meaning, MEANING)
        elif slot not in known:
            yield slot, did_you_mean(slot, known) or "leave it out"


def _unpaired(sentence: str) -> Iterator[tuple[str, str]]:
    """Return what opens a part that nothing closes, or closes none."""
    opened = ""
    for slot in SLOT.findall(sentence):
        if slot.partition(":")[0] == IF:
            if opened:
                yield slot, "write {end} before it"
            opened = slot
        elif slot == END:
            if not opened:
                yield slot, "write {if:STATUS} before it"
            opened = ""
    if opened:
        yield opened, "write {end} after it"


def counted_statuses(sentence: str) -> tuple[str, ...]:
    """Return the statuses whose countries a sentence counts or names, each once."""
    slots = (slot.partition(":") for slot in SLOT.findall(sentence))
    return tuple(dict.fromkeys(rest for kind, _, rest in slots if kind in BY_STATUS))


def figure_slots(sentence: str) -> Iterator[tuple[str, str, str]]:
    """Return each slot of a figure, with its country and meaning, blank for any."""
    for slot in SLOT.findall(sentence):
        kind, _, rest = slot.partition(":")
        if kind == FIGURE:
            country, _, meaning = rest.partition("|")
            yield slot, country, meaning
