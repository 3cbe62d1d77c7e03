"""Tables that were read before: whoever reads again and again reads what changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from geo.digest import file_digest
from geo.tables.raw import RawTable
from geo.tables.read import TableFile

Parsed = tuple[RawTable, dict[str, Any]]
"""A table as text with its findings, and its records by id."""


class TableMemory:
    """The tables of a folder as they were read last, by file and by what they held."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], tuple[object, Parsed]] = {}

    def parsed(
        self,
        name: str,
        file: TableFile,
        context: tuple[str, Mapping[str, str], Mapping[str, str]],
        parse: Callable[[], Parsed],
    ) -> Parsed:
        """Give a table as ``parse`` reads it, and read it only if it is another one.

        Parameters
        ----------
        name
            The table's name.
        file
            Where it is.
        context
            What else decides what is read: the definition's name, what it fills, and
            the kinds of the actors that are known.
        parse
            Reads it.
        """
        definition, filled, kinds = context
        key = (name, file, definition)
        held = (file_digest(file.path), dict(filled), dict(kinds))
        known = self._known.get(key)
        if known is None or known[0] != held:
            read = parse()
            if held[0] is None or file_digest(file.path) != held[0]:
                return read
            known = self._known[key] = (held, read)
        raw, records = known[1]
        # The whole of the tables adds findings of its own.
        return replace(raw, findings=list(raw.findings)), records
