"""What no source places: said beside the map, never painted on it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from geo.tables.records import Actor, Claim, Participation, Statement


@dataclass(frozen=True)
class Unplaced:
    """Rows that cannot be placed on a boundary, by what they are."""

    participations: tuple[Participation, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]

    def __bool__(self) -> bool:
        return bool(self.participations or self.statements or self.claims)


def placed_in_regions(
    participations: Iterable[Participation],
    actors: Mapping[str, Actor],
    is_drawn: Callable[[Participation], bool],
) -> tuple[Participation, ...]:
    """Select those whom a layer draws as a region: no country is named."""
    return tuple(
        part
        for part in participations
        if part.actor_kind == "region"
        and part.actor in actors
        and actors[part.actor].regions
        and is_drawn(part)
    )


def unplaced(
    participations: Iterable[Participation],
    statements: Iterable[Statement],
    claims: Iterable[Claim],
    placed: Collection[Participation] = (),
) -> Unplaced:
    """Select the rows of regions, organisations, unnamed groups and whole forces.

    A claim about one named country stays with that country and is left out here, and
    so is who is ``placed`` in a region that the map draws.
    """
    nowhere = {"region", "unnamed"}
    return Unplaced(
        tuple(
            part
            for part in participations
            if part.actor_kind in nowhere and part not in placed
        ),
        tuple(s for s in statements if s.actor_kind != "country"),
        tuple(c for c in claims if len(c.members) != 1),
    )
