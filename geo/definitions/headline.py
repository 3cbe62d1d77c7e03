"""What may be wrong with the headline of a map, and with numbers typed into its texts.

A headline is measured from the tables at every build.  A number that is typed, here or
in a statement, stays when the tables change: it is told when no figure of the map holds
it any longer.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from geo.definitions.sentence import (
    KINDS,
    SLOT,
    counted_statuses,
    figure_slots,
    unknown_slots,
)
from geo.findings import Finding, quote
from geo.join.standing import NO_POSITION, Voice, decide, weaknesses

if TYPE_CHECKING:
    from geo.definitions.load import MapInput

# Whole numbers of three digits or more, grouped as any of our languages groups them.
# Parts of a date, of a name such as S-300, and ordinals are none.
_NUMBER = re.compile(
    r"(?<![\w.,/-])(?:\d{1,3}(?:[\u00a0\u202f\u2009 ,.'’]\d{3})+|\d{3,})(?![\w/-])"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# What is counted in money, in hundredths or in millions is no number of troops.
_BEFORE = re.compile(r"[$€£¥]\s?$")
# More are told as one.
_MOST_STRAYS = 10
_AFTER = re.compile(
    r"\s?(?:[$€£¥%‰]|trillion|billion|bn\b|million|milli[oa]r|milione|mio\b|mrd\b|mld\b"
    r"|mln\b|млн|млрд|мільй|мільяр)",
    re.IGNORECASE,
)


def check_headline(
    loaded: MapInput, countries: Collection[str], file: str
) -> Iterator[Finding]:
    """Find slots that ask for nothing, and a headline at odds with the colours.

    ``countries`` are the codes of all; findings call the definition ``file``.
    """
    definition = loaded.definition
    for language, title in definition.title.items():
        for slot in SLOT.findall(title):
            if slot.partition(":")[0] in KINDS:
                yield Finding(
                    file, None, f"title.{language}", "bad-headline",
                    f"{quote(slot)} is not measured in a title",
                    "write it in headline",
                )  # fmt: skip
    statuses = definition.statuses.statuses
    for key in ("headline", "headline_none"):
        for language, sentence in getattr(definition, key).items():
            place = f"{key}.{language}"
            found = list(unknown_slots(sentence, countries, statuses))
            for slot, advice in found:
                yield Finding(
                    file, None, place, "bad-headline",
                    f"{quote(slot)} asks for nothing that is known", advice,
                )  # fmt: skip
            other = key == "headline" and language in definition.headline_none
            if not found and not other:
                yield from _never_filled(loaded, sentence, place, file)
    yield from _nothing_counted(loaded, file)


def _never_filled(
    loaded: MapInput, sentence: str, key: str, file: str
) -> Iterator[Finding]:
    """Find slots of figures that no statement gives at any date."""
    given = {
        (said.actor, meaning)
        for said in loaded.statements.values()
        if said.figure and said.figure.counts
        for meaning in ("", said.figure.counts)
    }
    for slot, country, meaning in figure_slots(sentence):
        if (country, meaning) not in given:
            yield Finding(
                file, None, key, "bad-headline",
                f"{quote(slot)} asks for a figure that no statement gives",
                "leave it out, or write headline_none, which then stands instead",
            )  # fmt: skip


def _nothing_counted(loaded: MapInput, file: str) -> Iterator[Finding]:
    """Find a count that is zero while countries are drawn in that colour.

    A status that rests on weak statements alone is drawn and not counted.
    """
    definition = loaded.definition
    if definition.status_rests_on == "as_told" or definition.headline_none:
        return
    weak = _weak_alone(loaded)
    sentence = next(iter(definition.headline.values()), "")
    for status in counted_statuses(sentence):
        if status in weak and status != NO_POSITION:
            yield Finding(
                file, None, "headline", "nothing-counted",
                f"it counts nobody as {status} while {', '.join(weak[status])} "
                f"{'is' if len(weak[status]) == 1 else 'are'} drawn so, on weak"
                " statements alone",
                'write rests_on = "as_told" under [status] if the table says what one'
                " text says, own_government in speaks_for where the country said it"
                " itself, or headline_none for a sentence without them",
                "warning",
            )  # fmt: skip


def _weak_alone(loaded: MapInput) -> dict[str, list[str]]:
    """Return the countries of each status that weak statements alone decide."""
    voices: dict[str, list[Voice]] = {}
    sources = loaded.dataset.sources
    for said in loaded.statements.values():
        if said.actor_kind == "country":
            weak = weaknesses(said, sources.get(said.source))
            voice = Voice(said.id, said.date.first, said.status, said.confidence, weak)
            voices.setdefault(said.actor, []).append(voice)
    statuses = loaded.definition.statuses
    found: dict[str, list[str]] = {}
    firm: set[str] = set()
    for country, own in voices.items():
        standing = decide(own, statuses=statuses)
        if standing and standing.strength == "weak":
            for status in statuses.counted_as(standing.status):
                found.setdefault(status, []).append(country)
        elif standing:
            firm.update(statuses.counted_as(standing.status))
    return {status: found[status] for status in found if status not in firm}


def typed_numbers(text: str) -> Iterator[tuple[str, int]]:
    """Return each number of troops that a text may hold, as typed and as a number.

    Numbers below 100 are left out, and so are years, dates, sums of money and shares.
    """
    plain = SLOT.sub("{}", text)
    for match in _NUMBER.finditer(plain):
        typed = match[0]
        around = plain[: match.start()], plain[match.end() :]
        if _YEAR.fullmatch(typed) or _BEFORE.search(around[0]):
            continue
        if not _AFTER.match(around[1]):
            yield typed, int(re.sub(r"\D", "", typed))


def stray_numbers(loaded: MapInput, file: str) -> Iterator[Finding]:
    """Find numbers in title, headline and statements that no figure of the map holds.

    Such a number was true of another state of the tables, or never was.
    """
    held, definition = _held_numbers(loaded), loaded.definition

    def strays(text: str) -> tuple[str, ...]:
        found = (typed for typed, number in typed_numbers(text) if number not in held)
        return tuple(dict.fromkeys(found))

    def told(strays: tuple[str, ...]) -> str:
        return f"no figure of the map is {', '.join(map(quote, strays))}"

    advice = {
        "title": "take it out, or mend the table",
        "headline": "write a slot, such as {figure:ESP|pledge}, which is measured",
        "headline_none": "take it out: there may be no such figure where this stands",
    }
    for key, what_to_do in advice.items():
        for language, text in getattr(definition, key).items():
            if typed := strays(text):
                yield Finding(
                    file, None, f"{key}.{language}", "stray-number",
                    told(typed), what_to_do, "warning",
                )  # fmt: skip
    place = loaded.dataset.tables["pledges"]
    found = [
        replace(
            place.finding(
                said.row, "statement", "stray-number", told(typed),
                "mend the statement, or write the figure in its own columns",
                "warning",
            ),
            part=typed[0],
        )
        for said in loaded.statements.values()
        if said.statement and (typed := strays(said.statement))
    ]  # fmt: skip
    yield from found if len(found) <= _MOST_STRAYS else [_as_one(found)]


def _as_one(found: Sequence[Finding]) -> Finding:
    """Return the first of many findings of one column, which tells where all are."""
    first, *others = sorted(found, key=lambda one: one.row or 0)
    message = f"it holds a number that no figure of the map is: {quote(first.part)}"
    again = tuple(one.row for one in others if one.row is not None)
    return replace(first, message=message, again=again)


def _held_numbers(loaded: MapInput) -> frozenset[float]:
    """Return every number that a figure of the map holds, or is for so many of."""
    dataset = loaded.dataset
    figures = [
        record.figure
        for group in (loaded.statements, dataset.claims, dataset.meeting_counts)
        for record in group.values()
        if record.figure is not None
    ]
    bounds = (n for one in figures for n in (one.minimum, one.maximum))
    words = (one.words for one in figures if one.words)
    in_words = (n for text in words for _, n in typed_numbers(text))
    each = [said.each for said in loaded.definition.options.values()]
    return frozenset([*(n for n in bounds if n is not None), *in_words, *each])
