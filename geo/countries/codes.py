"""The codes of countries: ISO 3166-1 alpha-3, alpha-2, numeric (UN M49), and flags."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from geo.countries.files import names, rows
from geo.shipped import shipped

# Codes that a cell may also hold as words: "no", "na" (not available), "per".  In
# capitals they are codes, as Namibia's NA is; otherwise a reader cannot tell.
_WORDS_TOO_LIST = (
    "am and are as at be can col com de do est id il in is it la mar me my na ne ni "
    "no nor nr per pm so to"
)
WORDS_TOO = frozenset(_WORDS_TOO_LIST.split())

_FLAG_A, _FLAG_Z = 0x1F1E6, 0x1F1FF  # the regional indicators


@dataclass(frozen=True)
class Entry:
    """One country or territory, as ``data/names/countries.csv`` has it."""

    iso_a3: str
    iso_a2: str
    m49: str
    name_en: str
    name_fr: str
    part_of: str
    state_forms: tuple[str, ...]


@cache
def entries() -> dict[str, Entry]:
    """Return every country and territory by its ``iso_a3``."""
    return {
        row["iso_a3"]: Entry(
            row["iso_a3"],
            row["iso_a2"],
            row["m49"],
            row["name_en"],
            row["name_fr"],
            row["part_of"],
            tuple(names(row["state_forms"])),
        )
        for row in rows("names/countries.csv")
    }


@cache
def codes() -> dict[str, str]:
    """Return the ``iso_a3`` of every alpha-3, alpha-2 (in capitals) and numeric code.

    A build reads thousands of codes and not one name, so this reads three columns and
    nothing more: half a millisecond, once.
    """
    table = {}
    text = shipped("names/countries.csv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        iso_a3, iso_a2, m49, _ = line.split(",", 3)
        table[iso_a3] = table[iso_a2] = iso_a3
        if m49:
            table[m49] = iso_a3
    return table


def of_flag(text: str) -> str | None:
    """Return the alpha-2 code of an emoji flag, or None if ``text`` is no flag."""
    if len(text) != 2 or not all(_FLAG_A <= ord(char) <= _FLAG_Z for char in text):
        return None
    return "".join(chr(ord("A") + ord(char) - _FLAG_A) for char in text)
