"""What people write above a column beside its own name, as ``synonyms.txt`` lists it.

A header is compared without case, accents, punctuation and footnote marks, and as a
whole: a header that is not here is never taken for something near to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from geo.cells.letters import fold


def listed_names(file: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Return what stands first in each line of a file of names, and its names."""
    text = (files(__package__) / file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            first, _, names = line.partition(": ")
            yield first, tuple(names.split(" | "))


@cache
def _lines() -> tuple[tuple[str, int, tuple[str, ...]], ...]:
    """Return each line: the column, how many times it gives way, its names."""
    lines = []
    for column, names in listed_names("synonyms.txt"):
        own = column.rstrip("~")
        lines.append((own, len(column) - len(own), names))
    return tuple(lines)


@cache
def synonyms() -> Mapping[str, Mapping[str, int]]:
    """Return the columns, of whatever table, that a folded header may mean.

    With each stands how far the header gives way to another of the same column.
    """
    table: dict[str, dict[str, int]] = {}
    for column, gives_way, names in _lines():
        for name in names:
            table.setdefault(folded_header(name), {})[column] = 1 + gives_way
    return table


def written_synonyms(column: str) -> tuple[str, ...]:
    """Return the synonyms of a column with their accents, as people read them."""
    return tuple(n for own, _, names in _lines() if own == column for n in names)


# Of footnotes, "[1]" and "(a)", and of a plural, "source(s)".
_MARKS = re.compile(r"\[\s*\w{1,3}\s*\]|\(\s*\w\s*\)")


@lru_cache(4096)
def folded_header(text: str) -> str:
    """Return a header without case, accents, punctuation and footnote marks."""
    letters = (c for c in fold(_MARKS.sub("", text)) if unicodedata.category(c) != "No")
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())
