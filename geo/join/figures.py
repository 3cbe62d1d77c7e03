"""Which figures stand for a country: of each meaning the latest, sound before weak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from geo.tables.records import Figure


@dataclass(frozen=True)
class Counted:
    """What the rule needs to know of a statement that states a figure of a country.

    ``weak`` are the reasons for which the statement is weak.
    """

    id: str
    actor: str
    date: date
    figure: Figure
    weak: tuple[str, ...] = ()

    @property
    def meaning(self) -> str | None:
        """Among which figures this one is looked for; None if it says nothing."""
        return self.figure.counts

    @property
    def is_weak(self) -> bool:
        """Whether a sound figure is shown instead, where there is one.

        That others than the country's government report it is no weakness of an
        ``estimate``, nor of what was ``counted``.
        """
        if not self.weak:
            return False
        by_others = self.figure.meaning in {"estimate", "counted"}
        exempt = {"not_own_government"} if by_others else set()
        return bool(set(self.weak) - exempt)


def latest_figures(
    counted: Iterable[Counted], *, as_told: bool = False
) -> Mapping[tuple[str, str], Sequence[Counted]]:
    """Choose the figures that stand for each country and meaning.

    Figures of one day stand side by side, also where they differ.  A weak one counts
    only where there is none better, be that in words or withheld; with ``as_told``
    every figure is as good.  They come in the order in which each is first stated.
    """
    best: dict[tuple[str, str], tuple[tuple[bool, date], list[Counted]]] = {}
    for one in counted:
        meaning = one.meaning
        if meaning is None:
            continue
        rank = (as_told or not one.is_weak, one.date)
        held = best.get((one.actor, meaning))
        if held is None or rank > held[0]:
            best[one.actor, meaning] = rank, [one]
        elif rank == held[0]:
            held[1].append(one)
    return {key: figures for key, (_, figures) in best.items()}
