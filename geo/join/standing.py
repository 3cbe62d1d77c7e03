"""Which statements decide a country's status, and how firmly.

The rule.  A statement may answer two questions: whether the country sends troops, and
whether it offers other help.  Each rests on its own government's latest answer, with at
least medium confidence, from a source that is neither a relay of another state nor an
aggregator or mirror.  Such a statement is *sound*; all others are *weak*: they are
shown, marked as what they are, and decide only where nothing sound answers.

The status is the answer on troops; other help beside a "no" is a status of its own, and
without a word on troops it is the status.  Taking part in a meeting takes no position
and withdraws none, so ``took_part_only`` decides only where no sound statement takes a
position.

A position holds since the first of the days, one after the other, on which the rule
gave it; it is dated by the statement of that day, and its latest repeat decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from geo.tables.records import Source, Statement
from geo.vocabulary import CONFIDENCE_RANK
from geo.vocabulary.statuses import SHIPPED, Registry

NO_POSITION = "took_part_only"


@dataclass(frozen=True)
class Voice:
    """What the rule needs to know of one statement; ``status`` are its terms."""

    id: str
    date: date
    status: tuple[str, ...]
    confidence: str
    weak: tuple[str, ...] = ()


@dataclass(frozen=True)
class Standing:
    """A country's status on one map and date, and what it rests on.

    ``strength`` is ``sound``, ``weak``, ``attendance`` (it took part and said nothing),
    ``announced`` (it was announced to) or ``as_told`` (the text's own claim,
    unweighed).  ``contested`` says that sound statements of the deciding day take
    different positions.  ``since`` is the row that took the position first, without
    another in between, and ``before`` the answer that it replaced; none of who takes no
    position.  ``help`` is what the country says of other help, where its status does
    not rest on that alone.
    """

    status: str
    basis: tuple[str, ...]
    strength: str
    contested: bool
    since: str | None = None
    before: str | None = None
    help: Standing | None = None


def weaknesses(statement: Statement, source: Source | None) -> tuple[str, ...]:
    """Return the reasons for which a statement is weak; none if it is sound."""
    return weaknesses_of(
        statement.actor,
        statement.confidence,
        statement.speaks_for,
        source.grade if source else None,
        source.aligned_state if source else None,
    )


@cache
def weaknesses_of(
    actor: str,
    confidence: str,
    speaks_for: str,
    grade: str | None,
    aligned_state: str | None,
) -> tuple[str, ...]:
    """Return the reasons for which a statement with these cells is weak.

    A state's own media are no relay when they report that same state.
    """
    reasons = {
        "low_confidence": confidence == "low",
        "not_own_government": speaks_for != "own_government",
        "relay": grade == "state_aligned" and aligned_state != actor,
        "mirror": grade == "aggregator_or_mirror",
    }
    return tuple(reason for reason, holds in reasons.items() if holds)


def decide(
    voices: Iterable[Voice], *, as_told: bool = False, statuses: Registry = SHIPPED
) -> Standing | None:
    """Apply the rule to one country's statements, in the order of the table.

    With ``as_told`` the text's own claims are shown: every statement counts, whatever
    its support.  Of no statements there is no standing.
    """
    pools = _pools(list(voices), as_told=as_told)
    if not pools:
        return None
    strength, best = pools[0]
    if all(voice.status == (NO_POSITION,) for voice in best):
        latest = max(voice.date for voice in best)
        answers = [(voice, NO_POSITION) for voice in best if voice.date == latest]
        return _of_day(answers, strength, statuses)
    # What answers on troops; the country that the force is for has its place too.
    on_troops = frozenset(statuses.terms) - statuses.help - {NO_POSITION}
    troops = _answer(pools, on_troops, statuses)
    help_ = _answer(pools, statuses.help, statuses)
    if troops is None or help_ is None:
        return troops or help_
    # A weak word of help gives no other colour to what a sound one said of troops.
    is_weaker = help_.strength == "weak" != troops.strength
    pair = (troops.status, help_.status)
    both = statuses.combined.get(pair, troops.status)
    return replace(troops, status=troops.status if is_weaker else both, help=help_)


Pools = Sequence[tuple[str, Sequence[Voice]]]


def _pools(voices: Sequence[Voice], *, as_told: bool) -> Pools:
    """Return the voices by how firm they are, the firmest first."""
    if as_told:
        pools = [("as_told", voices)]
    else:
        pools = [
            ("sound", [voice for voice in voices if not voice.weak]),
            ("weak", [voice for voice in voices if voice.weak]),
        ]
    return [(strength, pool) for strength, pool in pools if pool]


def _answer(pools: Pools, terms: frozenset[str], statuses: Registry) -> Standing | None:
    """Decide one question, by the terms that answer it."""
    for strength, pool in pools:
        answers = [(v, status) for v in pool for status in v.status if status in terms]
        if answers:
            return _held(answers, strength, statuses)
    return None


Answers = Sequence[tuple[Voice, str]]


def _held(answers: Answers, strength: str, statuses: Registry) -> Standing:
    """Decide by the latest day, and find since which day the same was decided."""
    by_day: dict[date, list[tuple[Voice, str]]] = {}
    for answer in answers:
        by_day.setdefault(answer[0].date, []).append(answer)
    days = (_of_day(by_day[day], strength, statuses) for day in sorted(by_day)[::-1])
    latest = first = next(days)
    if statuses.statuses[latest.status].answers == "nothing":
        return latest
    other = None
    for one in days:
        if one.status != latest.status:
            other = one.status
            break
        first = one
    return replace(latest, since=first.basis[0], before=other)


def _of_day(of_the_day: Answers, strength: str, statuses: Registry) -> Standing:
    """Decide by the answers of one day."""
    order = statuses.commitment
    _, best = min(
        of_the_day,
        key=lambda one: (-CONFIDENCE_RANK[one[0].confidence], order.index(one[1])),
    )
    agreeing = [voice for voice, status in of_the_day if status == best]
    agreeing.sort(key=lambda voice: -CONFIDENCE_RANK[voice.confidence])
    return Standing(
        status=best,
        basis=tuple(voice.id for voice in agreeing),
        strength=strength,
        contested=len(agreeing) < len(of_the_day),
    )
