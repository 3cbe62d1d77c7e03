"""Writing files whole or not at all: the one module that writes."""

from __future__ import annotations

import contextlib
import os
import shutil
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


def write_together(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Put several files into a folder: all of them, or none.

    All are written beside the old ones first, so that a full disk changes nothing;
    then each is renamed into its place, and if one cannot be, the others are put back.
    Files of the folder that are not among them are kept.

    Parameters
    ----------
    folder
        The folder; made if need be.
    files
        What each file is to hold, by its path in the folder, with ``/`` between parts.

    Returns
    -------
    tuple of Path
        The files that were changed, in the order of their names.

    Raises
    ------
    OutputError
        If one could not be written; the folder is as it was.
    """
    new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        changed = [
            name for name in sorted(files) if not _holds(folder / name, files[name])
        ]
        with tempfile.TemporaryDirectory(prefix=".new.", dir=folder) as beside:
            for number, name in enumerate(changed):
                _stage(Path(beside) / f"{number}", files[name])
            _take_places(folder, changed, Path(beside))
    except OSError as error:
        if new:
            shutil.rmtree(folder, ignore_errors=True)
        reason = error.strerror or type(error).__name__
        message = f"{folder.as_posix()} could not be written: {reason}; it is unchanged"
        raise OutputError(message) from error
    return tuple(folder / name for name in changed)


def _stage(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _take_places(folder: Path, names: list[str], beside: Path) -> None:
    """Rename the staged files into their places, or leave every place as it was."""
    done: list[tuple[Path, Path]] = []
    try:
        for number, name in enumerate(names):
            place, before = folder / name, beside / f"{number}.before"
            place.parent.mkdir(parents=True, exist_ok=True)
            if place.exists():
                place.rename(before)
            done.append((place, before))
            (beside / f"{number}").rename(place)
    except BaseException:
        for place, before in reversed(done):
            with contextlib.suppress(OSError):
                if before.exists():
                    before.replace(place)
                else:
                    place.unlink()
        raise
    for parent in sorted({place.parent for place, _ in done}):
        _sync_folder(parent)


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
