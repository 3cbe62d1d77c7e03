"""Which files of a folder are map definitions.

Nothing heavy is imported here, so that a build that changes nothing answers at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path, PurePath

# Syncthing's own form: it makes a valid name of a map.
_SYNC_CONFLICT = re.compile(r"\.sync-conflict-\d{8}-\d{6}\b")
# What other programs add: "(Ann's conflicted copy 2025-03-11)", "(1)", " - Copie".
_COPY = re.compile(
    r"\bconflict|\bconflit\b|\bkonflikt|\(\d+\)$"
    r"|\b(copy|copie|kopie|kopia|copia|копія)\b( \d+| \(\d+\))?$",
    re.IGNORECASE,
)


def definition_files(maps: Path) -> Sequence[Path]:
    """Return the map definitions of a folder, sorted.

    A name that begins with a dot is one of a program's own files: an editor's lock
    (``.#x.toml``), or what macOS puts beside a file elsewhere (``._x.toml``).  Copies
    that a sync client made are none either; see :func:`copies`.
    """
    return [path for path in sorted(maps.glob("*.toml")) if is_definition(path)]


def is_definition(path: PurePath) -> bool:
    """Return whether a file is a map definition, by its name."""
    named = path.suffix == ".toml" and not path.name.startswith(".")
    return named and not _is_copy(path.stem)


def copies(maps: Path) -> Sequence[Path]:
    """Return the files that look like copies of definitions, made by no person."""
    visible = (p for p in sorted(maps.glob("*.toml")) if not p.name.startswith("."))
    return [path for path in visible if _is_copy(path.stem)]


def plain_slug(name: str) -> str:
    """Return the name of a map that may be named by one of its files."""
    return PurePath(name).name.removesuffix(".toml").removesuffix(".html")


def _is_copy(name: str) -> bool:
    if _SYNC_CONFLICT.search(name):
        return True
    # A name with a space or brackets is no map's, so no map is lost.
    return bool(re.search(r"[\s(]", name) and _COPY.search(name))
