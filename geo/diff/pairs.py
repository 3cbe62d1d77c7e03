"""Which row of the old table is which of the new one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field

from geo.diff.rows import ReadRow, ReadTable

BY_ID = "id"

# What tells rows apart that have no ids, from the strictest to the loosest.
_WITHOUT_IDS = {
    "pledges": (("actor", "date"), ("actor",)),
    "participants": (("meeting", "actor", "hub"), ("meeting", "actor")),
}
_CALLED = {"actor": "country"}


@dataclass
class Pairs:
    """Rows of two tables that are the same row, and those of only one of them."""

    matched_by: str
    pairs: list[tuple[ReadRow, ReadRow]] = field(default_factory=list)
    gone: list[ReadRow] = field(default_factory=list)
    come: list[ReadRow] = field(default_factory=list)


def pair_rows(old: ReadTable, new: ReadTable) -> Pairs:
    """Match the rows of two tables.

    By id where both have ids.  Elsewhere rows that say the same are the same row; then
    those of one country and date, in the order in which they stand; then what is left,
    if it is one row of a country on either side.
    """
    if old.has_ids and new.has_ids:
        found = Pairs(BY_ID, gone=list(old.rows), come=list(new.rows))
        _pair(found, lambda row: row.key, lone=False)
        return found
    steps = _WITHOUT_IDS.get(new.table.name, ())
    names = [" and ".join(_CALLED.get(n, n) for n in step) for step in steps]
    told = ["content", *names[:1], *(f"{name} where one is left" for name in names[1:])]
    found = Pairs(", then by ".join(told), gone=list(old.rows), come=list(new.rows))
    _pair(found, lambda row: row.says, lone=False)
    for number, columns in enumerate(steps):
        _pair(found, _cells(columns), lone=number > 0)
    return found


def _cells(columns: tuple[str, ...]) -> Callable[[ReadRow], Hashable]:
    def key(row: ReadRow) -> Hashable:
        told = row.texts if row.values is None else row.values
        return tuple(str(told.get(name) or "") for name in columns)

    return key


def _pair(found: Pairs, key: Callable[[ReadRow], Hashable], *, lone: bool) -> None:
    """Pair what has the same key, the first with the first; or only lone ones."""
    left, right = _grouped(found.gone, key), _grouped(found.come, key)
    taken: set[int] = set()
    for shared in left.keys() & right.keys():
        olds, news = left[shared], right[shared]
        if lone and (len(olds) > 1 or len(news) > 1):
            continue
        for pair in zip(olds, news, strict=False):
            found.pairs.append(pair)
            taken |= {id(row) for row in pair}
    found.gone = [row for row in found.gone if id(row) not in taken]
    found.come = [row for row in found.come if id(row) not in taken]


def _grouped(
    rows: Sequence[ReadRow], key: Callable[[ReadRow], Hashable]
) -> dict[Hashable, list[ReadRow]]:
    groups = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return dict(groups)
