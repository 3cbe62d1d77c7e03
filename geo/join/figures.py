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
        by_others = self.figure.meaning in {"estimate", "counted"}
        exempt = {"not_own_government"} if by_others else set()
        return bool(set(self.weak) - exempt)


def latest_figures(
    counted: Iterable[Counted], *, as_told: bool = False
) -> Mapping[tuple[str, str], Sequence[Counted]]:
    """Choose the figures that stand for each country and meaning.

    Figures of one day stand side by side, also where they differ.  A weak one counts
    only where there is none better, be that in words or withheld; with ``as_told``
    every figure is as good.

    Returns
    -------
    Mapping
        By country and meaning, in the order in which they come first.
    """
    groups: dict[tuple[str, str], list[Counted]] = {}
    for one in counted:
        if one.meaning is not None:
            groups.setdefault((one.actor, one.meaning), []).append(one)
    return {key: _latest(group, as_told) for key, group in groups.items()}


def _latest(group: Sequence[Counted], as_told: bool) -> Sequence[Counted]:
    sound = [one for one in group if as_told or not one.is_weak]
    pool = sound or group
    day = max(one.date for one in pool)
    return [one for one in pool if one.date == day]
