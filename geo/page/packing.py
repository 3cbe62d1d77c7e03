"""Making the payload light: keys are said once, and no text that the page has already.

``geo/web/rules/payload.js`` puts both back.  Words are packed as records are: a
language is a row, so that the six of them name each word once.  Free texts stand by
language, for what a server compresses finds again in a language what it had before.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import Any

from geo.words import text_in

PACKED = ("statements", "participations", "words")
# What the table of all statements shows of each of them, in its own cells.
IN_THE_TABLE = ("speaker", "text")


def packed(
    values: Mapping[str, Any], tabled: Collection[str], shown: Collection[int] = ()
) -> dict[str, Any]:
    """Return the payload as the page carries it.

    ``tabled`` are the ids of the statements that have a row in the page's table, and
    ``shown`` the places of the free texts that the page shows, in its own language or
    else in the one that it falls back to.
    """
    light = dict(values)
    light["statements"] = {
        key: {k: v for k, v in said.items() if not _in_the_table(k, v)}
        if key in tabled
        else said
        for key, said in values["statements"].items()
    }
    if "rows" in values:
        light |= _large(light)
    own = values.get("language", "")
    light["texts"] = _by_language(values.get("texts", ()), shown, own)
    return light | {name: _pack(light[name]) for name in PACKED}


def _large(light: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out of a large map what its columns have of all statements."""
    parts = chain(*(parts for parts, *_ in light["rows"]["columns"]))
    columns = {"figure"}.union(*(names for names, _ in parts))
    beside = {
        key for one in light["countries"].values() for key in one.get("beside", ())
    }
    return {
        "statements": {
            key: said if key in beside else _without(said, columns)
            for key, said in light["statements"].items()
        },
        "countries": {
            key: _without(entry, {"statements"})
            for key, entry in light["countries"].items()
        },
        "order": _without(light["order"], {"statements"}),
    }


def _without(values: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in names}


def _in_the_table(key: str, value: object) -> bool:
    return key in IN_THE_TABLE and isinstance(value, str)


def _by_language(
    texts: Sequence[Mapping[str, str]], shown: Collection[int], own: str
) -> dict[str, list[str | int]]:
    """Return what all texts say in each language; 0 for none, or what the page has."""
    left_out = {place: text_in(texts[place], own)[1] for place in shown}
    return {
        code: [
            0 if left_out.get(place) == code else said.get(code, 0)
            for place, said in enumerate(texts)
        ]
        for code in sorted(set().union(*texts))
    }


def _pack(rows: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Turn records into one list of keys and a list of values a record.

    A missing value is None, and those at the end are left out, so the keys that most
    records have come first.
    """
    counts: dict[str, int] = {}
    for row in rows.values():
        for key in row:
            counts[key] = counts.get(key, 0) + 1
    keys = sorted(counts, key=lambda key: (-counts[key], key))
    return {
        "keys": keys,
        "rows": {key: _values(row, keys) for key, row in rows.items()},
    }


def _values(row: Mapping[str, Any], keys: list[str]) -> list[Any]:
    values = [row.get(key) for key in keys]
    while values and values[-1] is None:
        values.pop()
    return values
