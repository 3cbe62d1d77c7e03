"""What OLD and NEW name: a folder, a file, or a git revision."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from geo.definitions.files import table_file
from geo.definitions.listed import definition_files, is_definition
from geo.definitions.model import Definition
from geo.definitions.read import read_definition
from geo.diff.alone import definition_of_file, definition_of_folder
from geo.diff.git import (
    Blob,
    Commit,
    RevisionError,
    find_commit,
    list_files,
    read_files,
)
from geo.findings import PledgemapError, quote
from geo.output import write_whole

# Names of countries, which stand beside the tables and in no definition.
ALIASES = "aliases.csv"


class SideError(PledgemapError):
    """Raised when OLD or NEW names nothing that can be compared."""


@dataclass(frozen=True)
class Side:
    """One of the two states: where its tables are, and its map definitions by name.

    ``alone`` is what tables without a definition are read by.  ``scratch`` is the
    folder that a revision's files were put into; messages call them by ``name``.
    """

    name: str
    data: Path
    definitions: Mapping[str, Path]
    alone: Definition | None = None
    scratch: Path | None = None

    def told(self, text: str) -> str:
        """Give a message as the user knows the files: ``HEAD~1:data/pledges.csv``."""
        if self.scratch is None:
            return text
        return text.replace(f"{self.scratch.as_posix()}/", f"{self.name}:")


def open_side(name: str, data: Path, maps: Path, scratch: Path) -> Side:
    """Find what ``name`` names; a path that is there comes before a revision.

    Parameters
    ----------
    name
        A folder, a table's file (``book.xlsx#Sheet`` names a sheet), or a revision.
    data, maps
        The folders of tables and definitions, inside a folder or a revision.
    scratch
        An empty folder to put a revision's files into.

    Raises
    ------
    SideError, RevisionError
        If it names nothing that can be compared.
    """
    path = Path(name)
    if path.is_dir():
        return _folder(path, data, maps)
    file = table_file(Path(), name)
    if file.path.is_file():
        return Side(name, file.path.parent, {}, definition_of_file(file))
    return _revision(find_commit(name, Path()), data, maps, scratch)


def _folder(path: Path, data: Path, maps: Path) -> Side:
    name = path.as_posix()
    definitions = {file.stem: file for file in definition_files(path / maps)}
    if definitions:
        return Side(name, path / data, definitions)
    alone = definition_of_folder(path)
    if alone is None:
        raise SideError(
            f"{quote(name)} holds neither map definitions in {maps.as_posix()}/ nor"
            " tables, such as pledges.csv"
        )
    return Side(name, path, {}, alone)


def _revision(commit: Commit, data: Path, maps: Path, scratch: Path) -> Side:
    """Put the definitions of a commit, and the tables that they name, into a folder."""
    inside = PurePosixPath(os.path.relpath(maps))
    found: Iterable[Blob] = [
        blob
        for blob in list_files(commit, [f"{inside}/"])
        if PurePosixPath(blob.path).parent == inside
        and is_definition(PurePosixPath(blob.path))
    ]
    if not found:
        raise RevisionError(
            f"{commit.revision} has no map definitions in {maps.as_posix()}/"
        )
    definitions = {}
    (scratch / "maps").mkdir()
    for path, content in read_files(commit, found).items():
        file = scratch / "maps" / PurePosixPath(path).name
        write_whole(file, content)
        definitions[file.stem] = file
    folder = PurePosixPath(os.path.relpath(data))
    tables = [*_tables(definitions.values()), ALIASES]
    names = {f"{folder}/{name}": name for name in tables}
    found = list_files(commit, sorted(names))
    for path, content in read_files(commit, found).items():
        if path in names:
            file = scratch / "data" / names[path]
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, content)
    return Side(
        commit.revision, scratch / "data", dict(sorted(definitions.items())),
        scratch=scratch,
    )  # fmt: skip


def _tables(definitions: Iterable[Path]) -> Iterator[str]:
    """Give the files inside the data folder that definitions name."""
    for path in definitions:
        definition, _ = read_definition(path)
        if definition is None:
            continue
        named = [*definition.tables.values()]
        named += [definition.beside.pledges] if definition.beside else []
        files = [text.partition("#")[0] for text in named]
        files += [definition.workbook] if definition.workbook else []
        for file in files:
            plain = PurePosixPath(os.path.normpath(file))
            # One that leads out is a finding when the map is read.
            if not plain.is_absolute() and plain.parts[:1] != ("..",):
                yield str(plain)
