"""Writing several files of one folder: all of them, or none."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from geo.findings import OutputError
from geo.output import write_whole


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
        changed = [n for n in sorted(files) if not _holds(folder / n, files[n])]
        with tempfile.TemporaryDirectory(prefix=".new.", dir=folder) as name:
            beside = Path(name)
            for number, file in enumerate(changed):
                write_whole(beside / f"{number}", files[file])
            _take_places(folder, changed, beside)
    except (OSError, OutputError) as error:
        if new:
            shutil.rmtree(folder, ignore_errors=True)
        reason = getattr(error, "strerror", None) or str(error)
        message = f"{folder.as_posix()} could not be written: {reason}; nothing changed"
        raise OutputError(message) from error
    return tuple(folder / name for name in changed)


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _take_places(folder: Path, names: list[str], beside: Path) -> None:
    """Rename the new files into their places, or leave every place as it was."""
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
