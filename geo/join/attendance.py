"""Who took part in a meeting, and how, where sources disagree.

One entry a participant and hub: a meeting with two hubs can have one leader in person
at the one and on the screen at the other, and both are true.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geo.tables.records import Participation, Source
from geo.vocabulary import CONFIDENCE_RANK, GRADE, MODE, OCCURRENCE, ROLE


@dataclass(frozen=True)
class Attendance:
    """How one participant took part in one meeting, by the best supported report.

    ``rows`` are the participations that agree on it, best first; ``contested`` are the
    other modes that some source reports.
    """

    meeting: str
    actor: str
    kind: str
    mode: str
    occurrence: str
    roles: tuple[str, ...]
    hub: str | None
    rows: tuple[str, ...]
    contested: tuple[str, ...]


def attendances(
    participations: Iterable[Participation], sources: Mapping[str, Source]
) -> tuple[Attendance, ...]:
    """Settle each participant's part in each meeting, and hub, in the table's order.

    The better supported report decides: what happened over what was announced, what was
    announced over what one source claims against a better one; then confidence, then
    the publisher's grade.
    """
    groups: dict[tuple[str, str, str | None], list[Participation]] = {}
    for part in participations:
        groups.setdefault((part.meeting, part.actor, part.hub), []).append(part)
    return tuple(_settle(group, sources) for group in groups.values())


def _settle(group: list[Participation], sources: Mapping[str, Source]) -> Attendance:
    grades = tuple(GRADE)

    def support(part: Participation) -> tuple[int, int, int]:
        source = sources.get(part.source)
        return (
            tuple(OCCURRENCE).index(part.occurrence),
            -CONFIDENCE_RANK[part.confidence],
            grades.index(source.grade) if source else len(grades),
        )

    ranked = sorted(group, key=support)
    best = ranked[0]
    agreeing = [part for part in ranked if part.mode == best.mode]
    roles = {role for part in agreeing for role in part.roles}
    others = {part.mode for part in ranked} - {best.mode}
    return Attendance(
        meeting=best.meeting,
        actor=best.actor,
        kind=best.actor_kind,
        mode=best.mode,
        occurrence=best.occurrence,
        roles=tuple(role for role in ROLE if role in roles),
        hub=best.hub,
        rows=tuple(part.id for part in agreeing),
        contested=tuple(mode for mode in MODE if mode in others),
    )
