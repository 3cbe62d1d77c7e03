"""Maps of many statements: what a page carries whole of them, and how the rest.

Positions, figures, counts and filters need of every statement who, when, what, on whose
word: each such value stands in a column, a few letters a row.  Texts, and rows of the
table, are of those that decide the map's date and of the newest; the page says so.
A page of up to :data:`MOST_WHOLE` statements carries all of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import Any

import geopandas as gpd

from geo.cells.dates import PartialDate
from geo.definitions.load import MapInput
from geo.definitions.weight import MOST_WHOLE
from geo.join.figures import latest_figures
from geo.join.rows import CountryStatement
from geo.join.standing import weaknesses
from geo.page.free_texts import FreeTexts
from geo.page.payload import LISTED, TABLED
from geo.tables.records import Figure, Statement

# What a code of a column is written with: none needs an escape, in JSON or in HTML.
DIGITS = "".join(chr(code) for code in range(35, 127) if chr(code) not in "<\\")

# So many letters the length of a run takes.
RUN = 3

# A column of so many values is put into the free digits of another.
FEW = 8

# Written for an upper bound that is the lower one.
SAME = "="

BASES = ("basis", "since_basis", "help_basis", "help_since_basis")


def kept_whole(
    loaded: MapInput, said: Iterable[CountryStatement], features: gpd.GeoDataFrame
) -> frozenset[str] | None:
    """Return the statements that the page carries with their texts; None for all."""
    if len(loaded.statements) <= MOST_WHOLE:
        return None
    newest = _newest(loaded)
    listed: dict[str, list[str]] = {}
    for one in newest:
        own = listed.setdefault(one.actor, [])
        if len(own) < LISTED or one.actor_kind != "country":
            own.append(one.id)
    cells = (features.loc[features[name].notna(), name] for name in BASES)
    deciding = {key for cell in chain(*cells) for key in cell.split(";")}
    tabled = {one.id for one in newest[:TABLED]}
    drawn = _drawn(said, as_told=loaded.definition.status_rests_on == "as_told")
    return frozenset({*deciding, *tabled, *chain(*listed.values()), *drawn})


def newest_tabled(loaded: MapInput) -> list[str]:
    """Return the statements that have a row in the table of a large map."""
    return [one.id for one in _newest(loaded)[:TABLED]]


def _newest(loaded: MapInput) -> list[Statement]:
    said = loaded.statements.values()
    return sorted(said, key=lambda one: one.date.first, reverse=True)


def _drawn(said: Iterable[CountryStatement], *, as_told: bool) -> Iterable[str]:
    """Return the statements whose figures stand on the map's date."""
    counted = [one.counted for one in said if one.counted]
    latest = latest_figures(counted, as_told=as_told)
    return (one.id for figures in latest.values() for one in figures)


def columns(
    loaded: MapInput, whole: frozenset[str], texts: FreeTexts
) -> Mapping[str, Any]:
    """Return what the rules need of all statements, in the order of the table.

    Returns
    -------
    Mapping
        ``ids``, and ``columns``: each its parts, how many digits a code has, and a code
        of each row; or a code of each run of equal rows, and how many these are.  A
        part is the names of what it says and the values that occur; the places of a
        row's values, the first part's counting least, make its code.
    """
    said = list(loaded.statements.values())
    sources = loaded.dataset.sources
    values: dict[str, Iterable[Any]] = {
        "actor": (one.actor for one in said),
        "date": _iso(one.date for one in said),
        "approximate": (one.approximate or None for one in said),
        "status": (";".join(one.status) for one in said),
        "domains": (one.domains or None for one in said),
        "conditions": (one.conditions or None for one in said),
        "meeting": (one.meeting for one in said),
        "speaks_for": (one.speaks_for for one in said),
        "source": (one.source for one in said),
        "confidence": (one.confidence for one in said),
        "confidence_said": (
            None if one.confidence_stated else "not_stated" for one in said
        ),
        "weak": (weaknesses(one, sources.get(one.source)) or None for one in said),
        "brief": ((_has_texts(one) and one.id not in whole) or None for one in said),
        "figure.min": (one.figure and one.figure.minimum for one in said),
        "figure.max": (one.figure and _maximum(one.figure) for one in said),
        "figure.qualifier": (one.figure and one.figure.qualifier for one in said),
        "figure.meaning": (one.figure and one.figure.meaning for one in said),
        "figure.place": (one.figure and one.figure.place for one in said),
        "figure.words": (
            one.figure and (one.figure.words or None) and texts.place(one.figure.words)
            for one in said
        ),
    }
    listed = {name: list(column) for name, column in values.items()}
    return {"ids": _ids(said), "columns": list(_packed(_joined(listed)))}


def _iso(dates: Iterable[PartialDate]) -> list[str]:
    written: dict[PartialDate, str] = {}
    return [written.get(day) or written.setdefault(day, day.iso) for day in dates]


Column = tuple[list[str], list[Any], list[Any]]
"""Names, a value of each in every row, and the values that occur."""


def _joined(listed: Mapping[str, list[Any]]) -> Iterable[Column]:
    """Join columns of few values: what two of them say fits into one letter."""
    few: list[Column] = []
    same: dict[str, Any] = {}
    for name, rows in listed.items():
        values = list(dict.fromkeys(rows))
        if len(values) == 1:
            if values[0] is not None:
                same[name] = values[0]
            continue
        found = next((i for i, one in enumerate(few) if _fits(one[2], values)), None)
        if found is None:
            few.append(([name], [(value,) for value in rows], values))
            continue
        names, joined, _ = few[found]
        both = [(*one, value) for one, value in zip(joined, rows, strict=True)]
        few[found] = ([*names, name], both, list(dict.fromkeys(both)))
    alike = tuple(same.values())
    return [*few, (list(same), [alike], [alike])]


def _fits(values: Sequence[Any], others: Sequence[Any]) -> bool:
    return len(values) * len(others) <= len(DIGITS)


def _maximum(figure: Figure) -> float | str | None:
    """Return the upper bound; of one number, that it is the lower one."""
    is_one = figure.maximum is not None and figure.maximum == figure.minimum
    return SAME if is_one else figure.maximum


def _has_texts(said: Statement) -> bool:
    return bool(said.statement or said.speaker or said.note or said.conditions_note)


def _ids(said: Sequence[Statement]) -> list[str] | list[list[int]]:
    """Return the ids; those that only number rows as runs: the first, and how many."""
    if any(one.id != f"row-{one.row}" for one in said):
        return [one.id for one in said]
    runs: list[list[int]] = []
    for one in said:
        if runs and sum(runs[-1]) == one.row:
            runs[-1][1] += 1
        else:
            runs.append([one.row, 1])
    return runs


def _packed(columns: Iterable[Column]) -> Iterator[list[Any]]:
    """Write columns; one of few values goes into the digits that another leaves free.

    One of many has its own letters: mixed, two of them would fold less.
    """
    own = [(names, rows, list(dict.fromkeys(rows))) for names, rows, _ in columns]
    little = {at: one for at, one in enumerate(own) if 1 < len(one[2]) <= FEW}
    for names, rows, values in [one for at, one in enumerate(own) if at not in little]:
        parts, size = [[names, values]], len(values)
        codes = _places(rows, values)
        for other in [*little] if size > FEW else ():
            more, said, occurring = little[other]
            if _digits(size * len(occurring)) == _digits(size):
                del little[other]
                parts.append([more, occurring])
                adding = zip(codes, _places(said, occurring), strict=True)
                codes = [code + size * place for code, place in adding]
                size *= len(occurring)
        yield [parts, *_coded(codes, size)]
    for names, rows, values in little.values():
        yield [[[names, values]], *_coded(_places(rows, values), len(values))]


def _places(rows: Sequence[Any], values: Sequence[Any]) -> list[int]:
    place = {value: at for at, value in enumerate(values)}
    return [place[value] for value in rows]


def _coded(codes: Sequence[int], size: int) -> list[Any]:
    """Return digits and codes; of equal rows in a row, one and their number."""
    digits = _digits(size)
    texts = {code: _written(code, digits) for code in set(codes)}
    plain = "".join([texts[code] for code in codes])
    runs = [(code, len(list(equal))) for code, equal in groupby(codes)]
    if len(runs) * (digits + RUN) >= len(plain):
        return [digits, plain]
    told = "".join(texts[code] for code, _ in runs)
    return [digits, told, [count for _, count in runs]]


def _digits(values: int) -> int:
    """Return how many digits tell so many values apart; none, if there is only one."""
    digits = 0
    while len(DIGITS) ** digits < values:
        digits += 1
    return digits


def _written(place: int, digits: int) -> str:
    text = ""
    for _ in range(digits):
        place, digit = divmod(place, len(DIGITS))
        text = DIGITS[digit] + text
    return text
