"""Showing a folder's new state at once: all of its new files, or none of them.

Files take their places one rename after another.  Whoever looks in between sees some
of the old state and some of the new one, and if the writer is killed there, that is
what stays.  So a twin of the folder is made first, of links to its files and to the new
ones.  It trades places with the folder in one step, the folder is written out of sight,
and they trade back: a server, a container or a shell that holds it open keeps it.

Where the system cannot do that (Windows, a disk that knows no links or is mounted
there) and where the folder has folders of a person's own, the files are replaced in
sight, one by one; a writer that is killed there leaves the rest to the next one.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from geo.output import is_litter, locked, opened_folder, sweep, sync_folder
from geo.replacing import LIST, Rule, read_list

SUFFIX = ".pledgemap-twin"
_AT_HERE, _EXCHANGE = -100, 2
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)

Known = Mapping[str, tuple[int, int]]
"""The files of a twin, by their paths in it: disk and number of each."""


@contextlib.contextmanager
def writing_alone(folder: Path) -> Iterator[bool]:
    """Wait until nobody else writes a folder; yield whether that can be told."""
    descriptor = _alone(folder)
    try:
        yield descriptor is not None
    finally:
        if descriptor is not None:
            os.close(descriptor)


@contextlib.contextmanager
def out_of_sight(
    folder: Path, new: Mapping[str, Path], listed: Collection[str]
) -> Iterator[Path]:
    """Show new files in a folder at once, and yield where it lies to be written.

    They are on the same disk, by the paths in the folder that they are to have; what is
    written into it must be what ``new`` says, or nothing.  ``listed`` are the paths of
    its files that Pledgemap made.
    """
    place = folder.resolve()
    try:
        descriptor, twin = opened_folder(place.parent, f".{place.name}.", SUFFIX)
    except OSError:
        yield folder
        return
    try:
        known = _trade(place, twin, new, {*new, *listed})
        try:
            yield folder if known is None else twin
        finally:
            if known is not None:
                exchange(place, twin)
                _bring_back(twin, place, known)
    finally:
        _take_away(twin)
        os.close(descriptor)


def exchange(one: Path, other: Path) -> None:
    """Let two folders trade places in one step.

    Raises
    ------
    OSError
        Where the system cannot.
    """
    libc: Any = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(*names, _EXCHANGE)
    elif hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_HERE, names[0], _AT_HERE, names[1], _EXCHANGE)
    else:
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    sync_folder(one.parent)


def sweep_all(folder: Path) -> None:
    """Take away what writers that were killed have left in a folder and beside it."""
    # In this order: of a twin, only what has another name somewhere, or is listed as
    # made, is deleted.
    _sweep_twins(folder)
    sweep(folder)


def _sweep_twins(folder: Path) -> None:
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder.resolve().parent):
            if not entry.name.startswith(".") or not entry.name.endswith(SUFFIX):
                continue
            with contextlib.suppress(OSError):
                descriptor = os.open(entry.path, _FLAGS)
                try:
                    if locked(descriptor):
                        _take_away(Path(entry.path))
                finally:
                    os.close(descriptor)


def _alone(folder: Path) -> int | None:
    """Lock a folder, as it will be when others are done with it; None if nobody can."""
    while True:
        try:
            descriptor = os.open(folder, os.O_RDONLY)
        except OSError:
            return None
        if not locked(descriptor, wait=True):
            os.close(descriptor)
            return None
        # It may have been a twin, which is gone by now.
        with contextlib.suppress(OSError):
            if os.path.samestat(os.fstat(descriptor), folder.stat()):
                return descriptor
        os.close(descriptor)


def _trade(
    folder: Path, twin: Path, new: Mapping[str, Path], ours: Collection[str]
) -> Known | None:
    """Show the twin in the folder's place; return its files, None if it cannot be."""
    try:
        folders = {parent.as_posix() for name in ours for parent in Path(name).parents}
        _carry(folder, twin, new, folders)
        for name, source in new.items():
            (twin / name).parent.mkdir(parents=True, exist_ok=True)
            os.link(source, twin / name)
        known = {name: _number(twin / name) for name in _files(twin)}
        exchange(folder, twin)
    except (OSError, NotImplementedError):
        return None
    return known


def _carry(
    folder: Path, twin: Path, without: Collection[str], folders: Collection[str]
) -> None:
    """Link a folder's files into its twin."""
    shutil.copystat(folder, twin)
    for name, is_folder in _entries(folder):
        if not is_folder and name not in without:
            os.link(folder / name, twin / name, follow_symlinks=False)
        elif is_folder and name in folders:
            (twin / name).mkdir()
            shutil.copystat(folder / name, twin / name)
        elif is_folder:
            raise OSError(errno.ENOTSUP, "a folder of a person's own", name)


def _bring_back(twin: Path, folder: Path, known: Known) -> None:
    """Take the twin's files away; what somebody saved there meanwhile comes along."""
    with contextlib.suppress(OSError):
        for name in _files(twin):
            if known.get(name) == _number(twin / name):
                (twin / name).unlink()
            else:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (twin / name).replace(folder / name)


def _take_away(twin: Path) -> None:
    with contextlib.suppress(OSError):
        rule = Rule(twin, listed=read_list(twin))
        # The list goes last: whoever is killed here leaves it to the next one.
        for name in sorted(_files(twin), key=lambda name: name == LIST):
            path = twin / name
            if path.lstat().st_nlink > 1 or not rule.refusal(name):
                path.unlink()
        sweep(twin)
        for name in [name for name, is_folder in _entries(twin) if is_folder][::-1]:
            (twin / name).rmdir()
        twin.rmdir()


def _files(folder: Path) -> list[str]:
    return [name for name, is_folder in _entries(folder) if not is_folder]


def _entries(folder: Path, inside: str = "") -> Iterator[tuple[str, bool]]:
    """Yield the paths of all that is in a folder, and whether each is one itself.

    Folders come before what they hold; what waits to be written is passed over.
    """
    for entry in list(os.scandir(folder / inside)):
        name = f"{inside}{entry.name}"
        is_folder = entry.is_dir(follow_symlinks=False)
        if is_litter(entry.name):
            continue
        yield name, is_folder
        if is_folder:
            yield from _entries(folder, f"{name}/")


def _number(path: Path) -> tuple[int, int]:
    found = path.lstat()
    return found.st_dev, found.st_ino
