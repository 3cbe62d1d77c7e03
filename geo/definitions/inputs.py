"""The files that a map is made of, and what they held when it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from geo.definitions.listed import definition_files
from geo.definitions.model import Definition
from geo.definitions.read import read_definition
from geo.digest import file_digests, text_digest


@dataclass(frozen=True)
class Inputs:
    """The definition and the tables of one map, each with its SHA-256.

    ``tables`` are paths by the file's name as the definition writes it, without the
    sheet of a workbook.  A file that cannot be read has no digest.  ``text_digest`` is
    that of the definition's text, which a page names: however its lines end, it is the
    same map.
    """

    definition: Path
    tables: Mapping[str, Path] = field(default_factory=dict)
    digests: Mapping[Path, str | None] = field(default_factory=dict)
    text_digest: str | None = None

    @property
    def definition_digest(self) -> Mapping[str, str]:
        return {self.definition.name: self.text_digest or ""}

    @property
    def are_current(self) -> bool:
        """Whether every file still holds what it held."""
        return file_digests(self.digests) == self.digests


def inputs_of(path: Path, definition: Definition | None, data_dir: Path) -> Inputs:
    """Return the files that a definition names, and what they hold now."""
    names = table_names(definition) if definition is not None else []
    tables = {name: data_dir / name for name in names}
    digests = file_digests([path, *tables.values()])
    return Inputs(path, tables, digests, text_digest(path))


def input_files(maps: Path, data_dir: Path) -> tuple[Path, ...]:
    """Return all that the maps of a folder are made from: no output replaces it."""
    found = [data_dir / "datapackage.json"]
    for path in sorted(definition_files(maps)):
        definition, _ = read_definition(path)
        names = table_names(definition) if definition is not None else []
        found += [path, *(data_dir / name for name in names)]
    return tuple(dict.fromkeys(found))


def table_names(definition: Definition) -> list[str]:
    """Return the files that a definition names, without the sheets of workbooks."""
    named = [*definition.tables.values()]
    if definition.workbook is not None:
        named.append(definition.workbook)
    if definition.beside is not None:
        named += [definition.beside.pledges, definition.beside.participants]
    return sorted({text.partition("#")[0] for text in named if text})
