"""The fixes of all tables of some maps, and their diffs."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from geo.definitions.files import table_files
from geo.definitions.read import read_definition
from geo.fix.file import Fix, fix_file
from geo.tables.dataset import read_dataset
from geo.tables.schema import TABLES

_COLOURS = {"+": "\033[32m", "-": "\033[31m", "@": "\033[36m"}
_PLAIN = "\033[0m"


def find_fixes(slugs: Sequence[str], data: Path, maps: Path) -> tuple[Fix, ...]:
    """Give what can be mended with certainty in the tables of maps.

    Parameters
    ----------
    slugs
        The maps' names; all of the folder if none is named.
    data
        The folder of the tables.
    maps
        The folder of the definitions.
    """
    fixes: dict[Path, Fix] = {}
    names = slugs or sorted(path.stem for path in maps.glob("*.toml"))
    for slug in names:
        definition, _ = read_definition(maps / f"{slug}.toml")
        if definition is None:
            continue
        files, _ = table_files(definition, data)
        named = {"actors": files["actors"]} if "actors" in files else {}
        actors = read_dataset(named)[0].actors
        kinds = {key: actor.kind for key, actor in actors.items()}
        for name, file in sorted(files.items()):
            if file.path not in fixes and (fix := fix_file(file, TABLES[name], kinds)):
                fixes[file.path] = fix
    return tuple(fixes[path] for path in sorted(fixes))


def as_diff(fix: Fix, *, colours: bool = False) -> str:
    """Write a fix as a unified diff."""
    name = fix.path.as_posix()
    parts = [f"{name}: to UTF-8 from {fix.encoding}\n"] if fix.encoding else []
    diff = difflib.unified_diff(
        fix.before.splitlines(), fix.after.splitlines(), name, name, n=0, lineterm=""
    )
    for line in diff:
        shown = "".join(map(_visible, line))
        colour = _COLOURS.get(line[:1]) if colours else None
        parts.append(f"{colour}{shown}{_PLAIN}\n" if colour else f"{shown}\n")
    return "".join(parts)


def _visible(character: str) -> str:
    """Show the spaces that look like none, and nothing that a terminal would obey."""
    if character.isprintable():
        return character
    return "␣" if character.isspace() else "\N{REPLACEMENT CHARACTER}"
