"""What no source places: said beside the map, never painted on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geo.tables.records import Claim, Participation, Statement


@dataclass(frozen=True)
class Unplaced:
    """Rows that cannot be placed on a boundary, by what they are."""

    participations: tuple[Participation, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]

    def __bool__(self) -> bool:
        return bool(self.participations or self.statements or self.claims)


def unplaced(
    participations: Iterable[Participation],
    statements: Iterable[Statement],
    claims: Iterable[Claim],
) -> Unplaced:
    """Select the rows of regions, organisations, unnamed groups and whole forces.

    A claim about one named country stays with that country and is left out here.
    """
    return Unplaced(
        tuple(p for p in participations if p.actor_kind in {"region", "unnamed"}),
        tuple(s for s in statements if s.actor_kind != "country"),
        tuple(c for c in claims if len(c.members) != 1),
    )
