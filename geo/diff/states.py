"""The maps of one side, and which files of the two sides hold the same table."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from geo.definitions.files import is_inside, options_beside, table_file, table_files
from geo.definitions.model import Definition
from geo.definitions.read import read_definition
from geo.diff.rows import read_rows
from geo.diff.sides import ALIASES, Side
from geo.findings import Finding
from geo.tables.schema import TABLES
from geo.tables.table_file import TableFile

Defaults = tuple[tuple[str, str], ...]

# Second tables, of what is said beside a map.
BESIDE = ("pledges beside", "participants beside")


@dataclass(frozen=True)
class SideMap:
    """One side's definition of a map, as read and as written, and its tables' files.

    ``definition`` is None if it cannot be read at all.
    """

    side: Side
    definition: Definition | None
    tables: Mapping[str, TableFile]
    findings: tuple[Finding, ...] = ()
    written: Mapping[str, Any] = field(default_factory=dict)
    shown: str = ""

    @property
    def defaults(self) -> Defaults:
        return tuple(self.definition.defaults.items()) if self.definition else ()


@dataclass(frozen=True)
class FilePair:
    """The two files of one table, either of which may be missing."""

    table: str
    old: TableFile | None
    new: TableFile | None
    old_defaults: Defaults = ()
    new_defaults: Defaults = ()

    @property
    def same_bytes(self) -> bool:
        """Whether nothing needs to be read to know that nothing differs."""
        old, new = self.old, self.new
        if old is None or new is None or self.old_defaults != self.new_defaults:
            return False
        if (old.sheet, old.options) != (new.sheet, new.options):
            return False
        try:
            return old.path.read_bytes() == new.path.read_bytes()
        except OSError:
            return False


def side_maps(side: Side) -> dict[str, SideMap]:
    """Return the maps of a side by name; tables alone are one map without a name."""
    if side.alone is not None:
        return {"": SideMap(side, side.alone, _tables(side.alone, side.data))}
    return {slug: _read(side, path) for slug, path in side.definitions.items()}


def _read(side: Side, path: Path) -> SideMap:
    definition, findings = read_definition(path)
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        written = {}  # what is wrong with it stands in the findings
    tables = {} if definition is None else _tables(definition, side.data)
    return SideMap(side, definition, tables, findings, written, path.as_posix())


def _tables(definition: Definition, data: Path) -> dict[str, TableFile]:
    files, _ = table_files(definition, data)
    if definition.beside is not None:
        named = (definition.beside.pledges, definition.beside.participants)
        others = [
            (name, table_file(data, file, options_beside(definition)))
            for name, file in zip(BESIDE, named, strict=True)
            if file
        ]
        files |= {name: file for name, file in others if is_inside(file, data)}
    return files


def file_pairs(old: SideMap | None, new: SideMap | None) -> list[FilePair]:
    """Pair the files of a map's tables by what they hold."""
    before = old.tables if old else {}
    after = new.tables if new else {}
    order = [*TABLES]
    pairs = []
    for name in {**before, **after}:
        table = name.partition(" ")[0]
        filled = [
            state.defaults if state and name == "pledges" else ()
            for state in (old, new)
        ]
        pairs.append(FilePair(table, before.get(name), after.get(name), *filled))
    return sorted(pairs, key=lambda pair: order.index(pair.table))


def actor_kinds(states: Iterable[SideMap]) -> Mapping[str, str]:
    """Return the kinds of the actors that are no country, from a side's own tables."""
    files = [state.tables["actors"] for state in states if "actors" in state.tables]
    kinds: dict[str, str] = {}
    for file in dict.fromkeys(files):
        rows = read_rows(file, TABLES["actors"], {}, {}).rows
        kinds |= {r.values["id"]: r.values["kind"] for r in rows if r.values}
    return kinds


def alias_pair(old: Side, new: Side) -> FilePair | None:
    """Pair the names of countries, which stand in the data folder beside the tables.

    They are compared as rows; the maps of both sides are read with the shipped ones.
    """
    files = [side.data / ALIASES for side in (old, new)]
    before, after = (TableFile(path) if path.is_file() else None for path in files)
    named = old.alone is None and (before or after)
    return FilePair("aliases", before, after) if named else None
