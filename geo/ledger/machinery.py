"""Everything but the inputs that decides a page's bytes, as one digest."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from geo.shipped import shipped_folders

PACKAGE = Path(__file__).resolve().parents[1]
_UNUSED = {"__pycache__"}
_PART_BYTES = 1 << 16


def machinery() -> str:
    """Digest Pledgemap's own files, its data, Python, and what is installed beside it.

    Any other distribution, or another version of one, gives another digest: which of
    them shape a page need not be known.
    """
    found = hashlib.sha256(sys.version.encode())
    for distribution in sorted(_distributions()):
        found.update(distribution.encode("utf-8", "surrogateescape") + b"\0")
    for root in (PACKAGE, *shipped_folders()):
        for path in sorted(_files(str(root))):
            held = _held(path)
            name = path[len(str(root)) :].encode("utf-8", "surrogateescape")
            found.update(b"%s\0%d\0" % (name, len(held)))
            found.update(held)
    return found.hexdigest()


def _distributions() -> Iterator[str]:
    """Give the names of the folders in which pip keeps name and version.

    ``importlib.metadata`` says the same, and takes longer than all of the rest.
    """
    for place in sys.path:
        try:
            names = os.listdir(place or ".")  # noqa: PTH208  # names are enough
        except OSError:
            continue
        yield from (
            name for name in names if name.endswith((".dist-info", ".egg-info"))
        )


def _files(root: str) -> Iterator[str]:
    if root.endswith(".csv"):
        yield root
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name not in _UNUSED]
        yield from (f"{folder}{os.sep}{name}" for name in names)


def _held(path: str) -> bytes:
    """Read a file: there are three hundred, and ``open`` takes twice as long."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        held = os.read(descriptor, os.fstat(descriptor).st_size)
        while more := os.read(descriptor, _PART_BYTES):
            held += more
        return held
    finally:
        os.close(descriptor)
