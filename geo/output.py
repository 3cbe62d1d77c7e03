"""Writing files whole or not at all: the one module that writes.

A file is written beside the one that it replaces, under a name that no other process
uses, synced to disk, and renamed.  Whoever is killed meanwhile leaves that file, or the
folder in which several wait for their places; the next one who writes there takes it
away.  A lock, which the system gives up with its process, tells what is being written
from what was left.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

# Windows neither renames nor deletes an open file, and needs no lock.
_OPEN_FILES_MOVE = os.name != "nt"

SUFFIX = ".pledgemap-part"
_LITTER = re.compile(rf"\..+\.\w+{re.escape(SUFFIX)}")
_WAITING = re.compile(r"\d+(\.before)?")
_ATTEMPTS = 5
# What a disk or a sandbox answers that knows no rights or no syncing, or forbids them.
_REFUSALS = frozenset(
    {errno.EACCES, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP,
     errno.EPERM}
)  # fmt: skip


def write_whole(
    path: Path, text: str | bytes, look: Callable[[], None] = lambda: None
) -> bool:
    """Put ``text`` into ``path`` so that a reader sees the old file or the new one.

    It is written beside the file, as UTF-8 with line feeds, synced to disk and renamed
    over it; a file that has these bytes already is left alone.  ``look`` is called just
    before the file is replaced; what it raises leaves the file as it is.  Return
    whether the file was changed.

    Raises
    ------
    OutputError
        If it could not be written; the file before is untouched and nothing is left
        beside it.
    """
    data = text.encode("utf-8") if isinstance(text, str) else text
    try:
        sweep(path.parent)
        if holds(path, data):
            return False
        _replace(path, data, look)
    except OSError as error:
        from geo.findings import OutputError

        reason = error.strerror or type(error).__name__
        message = f"{path.as_posix()} could not be written: {reason}; nothing changed"
        raise OutputError(message) from error
    return True


@contextlib.contextmanager
def waiting_room(folder: Path) -> Iterator[Path]:
    """Return a folder inside ``folder`` where files wait until all are written.

    It is taken away afterwards, by the next writer if this one is killed.
    """
    descriptor, room = opened_folder(folder, ".all.", SUFFIX)
    try:
        yield room
    finally:
        _clear(room)
        os.close(descriptor)


def write_waiting(path: Path, data: bytes, place: Path) -> None:
    """Write a file that waits, with the access rights of the one in its place."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        _write(descriptor, data, place)
    finally:
        os.close(descriptor)
    _like(place, path)


def put(beside: Path, path: Path) -> None:
    """Rename a file that is written into its place, over what is there."""
    beside.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(folder: Path) -> None:
    """Take away what writers that were killed have left in a folder."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            if not is_litter(entry.name):
                continue
            if entry.is_file(follow_symlinks=False):
                _take_away(Path(entry.path))
            elif entry.is_dir(follow_symlinks=False):
                _take_room_away(Path(entry.path))


if sys.platform == "win32":

    def locked(_descriptor: int, *, wait: bool = False) -> bool | None:
        return None if wait else True

else:
    import fcntl

    def locked(descriptor: int, *, wait: bool = False) -> bool | None:
        """Lock an open file or folder until it is closed or its process ends.

        False if somebody else has locked it, unless that is waited for.  None where the
        file system knows no locks: then nobody can tell who lives.
        """
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        except OSError:
            return None
        return True


def opened_folder(place: Path, prefix: str, suffix: str) -> tuple[int, Path]:
    """Make a new folder in ``place`` and lock it, as :func:`_opened` does with a file.

    Its name is the prefix, something that no other has, and the suffix.
    """
    import tempfile

    for _ in range(_ATTEMPTS):
        room = Path(tempfile.mkdtemp(prefix=prefix, suffix=suffix, dir=place))
        with contextlib.suppress(FileNotFoundError):
            descriptor = os.open(room if _OPEN_FILES_MOVE else os.devnull, os.O_RDONLY)
            if locked(descriptor) is not False and room.exists():
                return descriptor, room
            os.close(descriptor)
    raise OSError("another program takes its folders away")


def holds(path: Path, data: bytes) -> bool:
    """Return whether a file is there and has these bytes."""
    is_as_long = path.is_file() and path.stat().st_size == len(data)
    return is_as_long and path.read_bytes() == data


def is_litter(name: str) -> bool:
    """Tell by its name what waits to be written, or was left waiting."""
    return _LITTER.fullmatch(name) is not None


def _replace(path: Path, data: bytes, look: Callable[[], None]) -> None:
    descriptor, beside = _opened(path)
    try:
        try:
            _write(descriptor, data, path)
            _like(path, beside)
            look()
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
    sync_folder(path.parent)


def _like(path: Path, beside: Path) -> None:
    """Let who may read the old file read the new one, and nobody else."""
    before = path.lstat() if os.path.lexists(path) else None
    # What is written beside is private; a page is for everyone to read.
    mode = 0o666 & ~_umask()
    if before is not None and stat.S_ISREG(before.st_mode):
        mode = stat.S_IMODE(before.st_mode)
        if hasattr(os, "chown"):
            with contextlib.suppress(OSError):
                os.chown(beside, before.st_uid, before.st_gid)
    with _if_refused(path, "have the access rights that the disk gives them"):
        beside.chmod(mode)


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
        if locked(descriptor) is not False and os.fstat(descriptor).st_nlink:
            return descriptor, Path(name)
        os.close(descriptor)
        with contextlib.suppress(OSError):
            Path(name).unlink()
    raise OSError("another program takes its files away")


def _write(descriptor: int, data: bytes, place: Path) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]
    with _if_refused(place, "may be lost in a power cut"):
        os.fsync(descriptor)


@contextlib.contextmanager
def _if_refused(place: Path, what: str) -> Iterator[None]:
    """Say once a folder what its disk does not do, as disks of other systems do not."""
    try:
        yield
    except OSError as error:
        if error.errno not in _REFUSALS:
            raise
        _say(place.parent.as_posix(), what, error.strerror or "refused")


@cache
def _say(folder: str, what: str, reason: str) -> None:
    # Imported here: nearly nobody needs it.  Python prints a warning on standard error
    # where a program has no other wish.
    import logging

    logging.getLogger("pledgemap").warning(
        "pledgemap: files in %s are written, but %s: %s", folder, what, reason
    )


def _take_away(left: Path) -> None:
    """Delete a file, unless the process that writes it is alive."""
    with contextlib.suppress(OSError):
        descriptor = os.open(left, os.O_RDWR)
        try:
            dead = locked(descriptor)
            if dead and _OPEN_FILES_MOVE:
                left.unlink()
        finally:
            os.close(descriptor)
        if dead and not _OPEN_FILES_MOVE:
            left.unlink()


def _clear(room: Path) -> None:
    """Take away a folder in which files waited; one that holds others stays."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(room):
            if _WAITING.fullmatch(entry.name):
                Path(entry.path).unlink()
        room.rmdir()


def _take_room_away(left: Path) -> None:
    """Clear a waiting room, unless the process that has it is alive.

    Windows opens no folders, so that nothing tells: there it stays.
    """
    if not _OPEN_FILES_MOVE:
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(left, os.O_RDONLY)
        try:
            if locked(descriptor):
                _clear(left)
        finally:
            os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
