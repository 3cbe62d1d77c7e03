"""Writing files whole or not at all: the one module that writes."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from geo.findings import OutputError


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
        _replace(path, data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = f"{path.as_posix()} could not be written: {reason}; it is unchanged"
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
        reason = error.strerror or type(error).__name__
        message = f"{folder.as_posix()} could not be made: {reason}"
        raise OutputError(message) from error
    for name, content in files.items():
        write_whole(folder / name, content)


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except FileNotFoundError:
        return False


def _replace(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp's files are private; a page is for everyone to read.
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    _sync_folder(path.parent)


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
