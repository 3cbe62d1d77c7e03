"""What OLD and NEW name: a folder, a file, or a git revision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.definitions.files import table_file
from geo.definitions.listed import definition_files
from geo.definitions.model import Definition
from geo.diff.alone import definition_of_file, definition_of_folder
from geo.diff.git import Commit, RevisionError, find_commit, unpack
from geo.findings import PledgemapError, quote

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
        """Return a message as the user knows the files: ``HEAD~1:data/pledges.csv``."""
        if self.scratch is None:
            return text
        return text.replace(f"{self.scratch.as_posix()}/", f"{self.name}:")


def open_side(name: str, data: Path, maps: Path, scratch: Path) -> Side:
    """Find what ``name`` names; a path that is there comes before a revision.

    It may be a folder, a table's file (``book.xlsx#Sheet`` names a sheet), or a
    revision; ``data`` and ``maps`` are folders inside it.  A revision's files are put
    into ``scratch``, an empty folder.

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
    unpack(commit, maps, scratch / "maps")
    definitions = {file.stem: file for file in definition_files(scratch / "maps")}
    if not definitions:
        raise RevisionError(
            f"{commit.revision} has no map definitions in {maps.as_posix()}/"
        )
    unpack(commit, data, scratch / "data")
    return Side(
        commit.revision, scratch / "data", dict(sorted(definitions.items())),
        scratch=scratch,
    )  # fmt: skip
