"""How a position has aged by the map's date: whether it is old, and who gave it.

The page works both out anew at every date, in ``geo/web/rules/age.js``; a test holds
the two alike.
"""

from __future__ import annotations

from collections.abc import Iterable

from geo.cells.dates import PartialDate
from geo.tables.records import Government


def is_old(said: PartialDate, as_of: PartialDate) -> bool:
    """Whether a statement is for certain over a year old on the map's date."""
    day = as_of.last.isoformat()
    return said.last.isoformat() < f"{int(day[:4]) - 1:04}{day[4:]}"


def replaced_by(
    said: PartialDate, ends: Iterable[Government], known: PartialDate
) -> Government | None:
    """Return the government that said something, if it had ended by a date.

    ``ends`` are those of the country's governments; one counts that came by ``known``.
    """
    since = [
        one for one in ends if said.last < one.date.first and one.date.is_by(known)
    ]
    return min(since, key=lambda one: one.date.first, default=None)
