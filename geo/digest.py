"""The SHA-256 of files: what a page was made from, whatever its name or date says."""

from __future__ import annotations

import codecs
import hashlib
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

_PART_BYTES = 1 << 20
# A pipe would be waited for without end.
PLAIN_FILE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def file_digest(path: Path) -> str | None:
    """Return the SHA-256 of a file; None if it cannot be read or is no plain file."""
    found = hashlib.sha256()
    try:
        descriptor = os.open(path, PLAIN_FILE)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return None
            while part := file.read(_PART_BYTES):
                found.update(part)
    except (OSError, ValueError):
        return None
    return found.hexdigest()


def text_digest(path: Path) -> str | None:
    """Return the SHA-256 of a text file with line feeds; None if it cannot be read.

    A checkout on Windows may end the same lines by carriage return and line feed, and
    an editor there may begin the same text with a byte order mark.
    """
    try:
        text = path.read_bytes().removeprefix(codecs.BOM_UTF8)
        return digest(text.replace(b"\r\n", b"\n"))
    except (OSError, ValueError):
        return None


def file_digests(paths: Iterable[Path]) -> Mapping[Path, str | None]:
    """Return the digest of each file."""
    return {path: file_digest(path) for path in paths}
