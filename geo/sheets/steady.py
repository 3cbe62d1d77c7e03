"""Opening a file that must be a plain one, of bearable size, and must hold still."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from geo.digest import PLAIN_FILE
from geo.sheets.grid import UnreadableError
from geo.sheets.limits import Limits

_ADVICE = "check that it is a file and that you may read it"


@contextmanager
def steady(path: Path, limits: Limits) -> Iterator[BinaryIO]:
    """Open a file for reading, and make sure at the end that it did not change.

    Raises
    ------
    UnreadableError
        If it is missing, no plain file, unreadable or too large; or if its size, its
        time or the file that the path leads to changed before the block ended, since
        what was read is then neither the old table nor the new one.
    """
    try:
        descriptor = os.open(path, PLAIN_FILE)
    except FileNotFoundError:
        raise UnreadableError(
            "missing-file", "there is no such file", "make it, or name another file"
        ) from None
    except (OSError, ValueError) as error:
        raise _unreadable(error) from error
    before = os.fstat(descriptor)
    try:
        _check(before, limits)
    except UnreadableError:
        os.close(descriptor)
        raise
    with os.fdopen(descriptor, "rb") as file:
        try:
            yield file
            after = os.fstat(file.fileno())
            there = path.stat()
        except OSError as error:
            raise _unreadable(error) from error
        if not _identity(before) == _identity(after) == _identity(there):
            raise UnreadableError(
                "changed-file", "the file changed while it was read",
                "wait until it is saved, then run the command again",
            )  # fmt: skip


def _unreadable(error: Exception) -> UnreadableError:
    reason = getattr(error, "strerror", None) or type(error).__name__
    return UnreadableError("unreadable-file", f"it cannot be read: {reason}", _ADVICE)


def _check(status: os.stat_result, limits: Limits) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise UnreadableError("unreadable-file", "it is a folder, not a file", _ADVICE)
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("unreadable-file", "it is no plain file", _ADVICE)
    if status.st_size > limits.file_bytes:
        raise UnreadableError(
            "too-large",
            f"the file has {status.st_size / 1e6:,.0f} MB; at most"
            f" {limits.file_bytes / 1e6:,.0f} MB are read",
            "part it into several files",
        )


def _identity(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_ino, status.st_size, status.st_mtime_ns
