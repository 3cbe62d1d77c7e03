"""Whether a column of dates puts the day or the month first, from its certain cells.

A cell is certain when one of its two numbers cannot be a month: ``15/03/2025`` has the
day first.  Cells with ``/`` or ``-`` settle each other.  ``15.03.2025`` settles
nothing, since points put the day first in every convention, also where slashes do not;
``03.15.2025`` says that this column's writer puts the month first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from geo.cells.dates import LONGEST, NUMERIC, Order, without_midnight
from geo.cells.letters import plain
from geo.cells.refused import Conflict

_LAST_MONTH = 12
_LAST_DAY = 31


def column_order(texts: Iterable[str]) -> Order | Conflict | None:
    """Return order that the column's certain cells have; ``None`` if there are none.

    Reads ``texts`` once and keeps one cell of each kind.  Cells of both orders give a
    :class:`~geo.cells.refused.Conflict`; read such a column without an order, and its
    uncertain cells are refused.
    """
    seen: dict[Order, tuple[int, str]] = {}
    for place, text in enumerate(texts):
        order = _certain_order(text)
        if order:
            seen.setdefault(order, (place, text))
            if len(seen) > 1:
                examples = tuple(seen.values())
                return Conflict("both day and month come first", examples)
    return next(iter(seen), None)


def _certain_order(text: str) -> Order | None:
    if len(text) > LONGEST or text[:4].isdigit():
        return None
    match = re.fullmatch(NUMERIC, without_midnight(plain(text)))
    if not match:
        return None
    first, mark, second = int(match[1]), match[2], int(match[3])
    if 0 < second <= _LAST_MONTH < first <= _LAST_DAY:
        return None if mark == "." else "dmy"
    return "mdy" if 0 < first <= _LAST_MONTH < second <= _LAST_DAY else None
