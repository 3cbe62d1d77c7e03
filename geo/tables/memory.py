"""Tables that were read before: whoever reads again and again reads what changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from geo.digest import file_digest
from geo.tables.raw import RawTable
from geo.tables.read import TableFile
from geo.tables.reader import Around


class Parsed(NamedTuple):
    """A table with its findings, the ids of all its rows, and its records by id."""

    raw: RawTable
    ids: frozenset[str]
    records: dict[str, Any]


class TableMemory:
    """The tables of a folder as they were read last, by file and by what they held."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], tuple[object, Parsed]] = {}

    def parsed(
        self, name: str, file: TableFile, around: Around, parse: Callable[[], Parsed]
    ) -> Parsed:
        """Give a table as ``parse`` reads it, and read it only if it is another one.

        Parameters
        ----------
        name
            The table's name.
        file
            Where it is.
        around
            What else decides what is read.
        parse
            Reads it.
        """
        key = (name, file, around.definition)
        held = (file_digest(file.path), around)
        known = self._known.get(key)
        if known is None or known[0] != held:
            read = parse()
            if held[0] is None or file_digest(file.path) != held[0]:
                return read
            known = self._known[key] = (held, read)
        return known[1]
