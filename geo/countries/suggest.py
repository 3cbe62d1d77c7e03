"""Names close to a misspelt one, for a person to choose from."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from geo.countries import index
from geo.countries.answers import Country
from geo.countries.codes import entries
from geo.countries.normal import fold
from geo.countries.resolve import named_inside, of_demonym

_MOST = 3
_LIKENESS = 0.78  # of difflib's ratio; below it suggestions are noise
_SPARE = 2  # letters by which the lengths may differ


def suggestions(text: str) -> tuple[str, ...]:
    """Return at most three countries whose names are close, as ``Name (ISO)``."""
    key = fold(text)
    if not key:
        return ()
    if isinstance(demonym := of_demonym(text), Country):
        return (_named(demonym.iso_a3),)
    near = named_inside(text) or _close(key, near=True) or _close(key, near=False)
    return tuple(_named(iso_a3) for iso_a3 in near[:_MOST])


def _named(iso_a3: str) -> str:
    return f"{entries()[iso_a3].name_en} ({iso_a3})"


def _close(key: str, *, near: bool) -> list[str]:
    lengths = _by_shape()[not near]
    spare = max(_SPARE, len(key) // 4)
    among: dict[str, str] = {}
    own = dict.fromkeys(map(ord, key))
    for size in range(len(key) - spare, len(key) + spare + 1):
        # More letters that the text lacks would make the ratio too small.
        most = size - _LIKENESS / 2 * (len(key) + size)
        # One slip rarely changes both ends: it halves the work thirty times over.
        for name, iso in lengths.get(size, {}).items():
            ends = near or name[0] == key[0] or name[-1] == key[-1]
            if ends and len(name.translate(own)) <= most:
                among[name] = iso
    found = get_close_matches(key, among, n=_MOST * 2, cutoff=_LIKENESS)
    return list(dict.fromkeys(among[name] for name in found))


@cache
def _by_shape() -> tuple[dict[int, dict[str, str]], dict[int, dict[str, str]]]:
    """Return the names of countries by length: the near index, then the world's."""
    tables = []
    for table in (index.near(), index.world()):
        lengths: dict[int, dict[str, str]] = {}
        for key, answer in table.items():
            if isinstance(answer, Country) and key[0] != "!":
                lengths.setdefault(len(key), {})[key] = answer.iso_a3
        tables.append(lengths)
    return tables[0], tables[1]
