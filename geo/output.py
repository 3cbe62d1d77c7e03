"""Writing files whole or not at all: the one module that writes.

A file is written beside the one that it replaces, under a name that no other process
uses, synced to disk, and renamed.  Whoever is killed meanwhile leaves that file; the
next one who writes to the folder takes it away.  A lock, which the system gives up with
its process, tells a file that is being written from one that was left.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

# Windows neither renames nor deletes an open file, and needs no lock.
_OPEN_FILES_MOVE = os.name != "nt"

SUFFIX = ".pledgemap-part"
_LITTER = re.compile(rf"\..+\.\w+{re.escape(SUFFIX)}")
_ATTEMPTS = 5


def write_whole(path: Path, text: str | bytes) -> bool:
    """Put ``text`` into ``path`` so that a reader sees the old file or the new one.

    The text is written beside the file, synced to disk and renamed over it; a file
    that has these bytes already is left alone.

    Parameters
    ----------
    path
        The file; its folder must exist.
    text
        What it is to hold; text is written as UTF-8 with line feeds.

    Returns
    -------
    bool
        Whether the file was changed.

    Raises
    ------
    OutputError
        If it could not be written; the file before is untouched and nothing is left
        beside it.
    """
    data = text.encode("utf-8") if isinstance(text, str) else text
    try:
        if _holds(path, data):
            return False
        sweep(path.parent)
        _replace(path, data)
    except OSError as error:
        from geo.findings import OutputError

        reason = error.strerror or type(error).__name__
        message = f"{path.as_posix()} could not be written: {reason}; nothing changed"
        raise OutputError(message) from error
    return True


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Put files into a folder, which is made if need be, each whole or not at all.

    Raises
    ------
    OutputError
        If the folder or a file could not be written; those before it are.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        from geo.findings import OutputError

        reason = error.strerror or type(error).__name__
        message = f"{folder.as_posix()} could not be made: {reason}"
        raise OutputError(message) from error
    for name, content in files.items():
        write_whole(folder / name, content)


def sweep(folder: Path) -> None:
    """Take away what writers that were killed have left in a folder."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            if _LITTER.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                _take_away(Path(entry.path))


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False


def _replace(path: Path, data: bytes) -> None:
    descriptor, beside = _opened(path)
    try:
        try:
            _write(descriptor, data)
            # mkstemp's files are private; a page is for everyone to read.
            beside.chmod(0o666 & ~_umask())
            if _OPEN_FILES_MOVE:
                beside.replace(path)
        finally:
            os.close(descriptor)
        if not _OPEN_FILES_MOVE:
            beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    _sync_folder(path.parent)


def _opened(path: Path) -> tuple[int, Path]:
    """Make a new file beside ``path`` and lock it, so that no sweep takes it away.

    A sweep may come between the making and the locking; then there is another try.
    """
    # Imported here: a build that writes nothing should not wait for it.
    import tempfile

    for _ in range(_ATTEMPTS):
        descriptor, name = tempfile.mkstemp(
            prefix=f".{path.name}.", suffix=SUFFIX, dir=path.parent
        )
        if _locked(descriptor) is not False and os.fstat(descriptor).st_nlink:
            return descriptor, Path(name)
        os.close(descriptor)
        with contextlib.suppress(OSError):
            Path(name).unlink()
    raise OSError("another program takes its files away")


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    os.fsync(descriptor)


def _take_away(left: Path) -> None:
    """Delete a file, unless the process that writes it is alive."""
    with contextlib.suppress(OSError):
        descriptor = os.open(left, os.O_RDWR)
        try:
            dead = _locked(descriptor)
            if dead and _OPEN_FILES_MOVE:
                left.unlink()
        finally:
            os.close(descriptor)
        if dead and not _OPEN_FILES_MOVE:
            left.unlink()


if sys.platform == "win32":

    def _locked(_descriptor: int) -> bool | None:
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool | None:
        """Lock an open file until it is closed or its process ends.

        None where the file system knows no locks: then nobody can tell who lives.
        """
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return None
        return True


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the rename last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
