"""Which statement decides a country's status, and how firmly.

The rule.  A country's status rests on its own government's latest statement, with at
least medium confidence, from a source that is neither a relay of another state nor an
aggregator or mirror.  Such a statement is *sound*; all others are *weak*: they are
shown, marked as what they are, and decide only where nothing sound exists.

Taking part in a meeting takes no position and withdraws none, so ``took_part_only``
decides only where no sound statement takes a position.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from geo.tables.records import Source, Statement
from geo.vocabulary import CONFIDENCE_RANK
from geo.vocabulary.statuses import STATUSES

NO_POSITION = "took_part_only"

# From least to most committed: when sound statements of one day contradict each other
# and are equally well supported, the map shows the one that commits least.
COMMITMENT = tuple(sorted(STATUSES, key=lambda status: STATUSES[status].rank))


@dataclass(frozen=True)
class Voice:
    """What the rule needs to know of one statement."""

    id: str
    date: date
    status: str
    confidence: str
    weak: tuple[str, ...] = ()


@dataclass(frozen=True)
class Standing:
    """A country's status on one map and date, and what it rests on.

    ``strength`` is ``sound``, ``weak``, ``attendance`` (it took part and said nothing),
    ``announced`` (it was announced to) or ``as_told`` (the text's own claim,
    unweighed).  ``contested`` says that sound statements of the deciding day take
    different positions.
    """

    status: str
    basis: tuple[str, ...]
    strength: str
    contested: bool
    decided_on: date | None


def weaknesses(statement: Statement, source: Source | None) -> tuple[str, ...]:
    """Give the reasons for which a statement is weak; none if it is sound."""
    return weaknesses_of(
        statement.actor,
        statement.confidence,
        statement.speaks_for,
        source.grade if source else None,
        source.aligned_state if source else None,
    )


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


def decide(voices: Iterable[Voice], *, as_told: bool = False) -> Standing | None:
    """Apply the rule to one country's statements.

    Parameters
    ----------
    voices
        The country's statements, in the order of the table.
    as_told
        Show the text's own claims: every statement counts, whatever its support.

    Returns
    -------
    Standing or None
        None if there are no voices.
    """
    everything = list(voices)
    if not everything:
        return None
    if as_told:
        positions = [v for v in everything if v.status != NO_POSITION]
        return _latest(positions or everything, "as_told")
    for strength, pool in _pools(everything):
        if pool:
            return _latest(pool, strength)
    raise AssertionError("a voice is sound or weak")


def _pools(voices: Sequence[Voice]) -> Iterable[tuple[str, list[Voice]]]:
    sound = [voice for voice in voices if not voice.weak]
    weak = [voice for voice in voices if voice.weak]
    yield "sound", [voice for voice in sound if voice.status != NO_POSITION]
    yield "sound", sound
    yield "weak", [voice for voice in weak if voice.status != NO_POSITION]
    yield "weak", weak


def _latest(pool: Sequence[Voice], strength: str) -> Standing:
    day = max(voice.date for voice in pool)
    of_the_day = [voice for voice in pool if voice.date == day]
    best = min(
        of_the_day,
        key=lambda v: (-CONFIDENCE_RANK[v.confidence], COMMITMENT.index(v.status)),
    )
    agreeing = [voice for voice in of_the_day if voice.status == best.status]
    agreeing.sort(key=lambda v: -CONFIDENCE_RANK[v.confidence])
    return Standing(
        status=best.status,
        basis=tuple(voice.id for voice in agreeing),
        strength=strength,
        contested=len(agreeing) < len(of_the_day),
        decided_on=day,
    )
