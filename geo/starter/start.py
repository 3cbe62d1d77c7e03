"""Making a folder that builds at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from geo.atomic_write import write_atomically
from geo.findings import OutputError
from geo.switching import sweep_all


def start_folder(
    folder: Path, filled: Mapping[str, bytes] | None = None
) -> tuple[Path, ...]:
    """Fill a new or empty folder with tables, a map definition and a README.

    ``filled`` are its files by their path inside it, if not the three rows of the
    example.  Return them, in order.

    Raises
    ------
    OutputError
        If something stands there already, or the folder could not be made; then no
        file was written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep_all(folder)
        if any(folder.iterdir()):
            raise OutputError(f"{folder.as_posix()} is not empty; name a new folder")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise OutputError(f"{folder.as_posix()} could not be made: {reason}") from error
    files = filled or {name: text.encode() for name, text in starter_files()}
    return write_atomically(folder, files, listed=False)


def starter_files() -> Iterator[tuple[str, str]]:
    """Return the files of a new folder: the path inside it, and the text."""
    root = files(__package__) / "folder"
    yield from sorted(_texts(root, ""))


def _texts(folder: Traversable, inside: str) -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        name = f"{inside}{entry.name}"
        if entry.is_dir():
            yield from _texts(entry, f"{name}/")
        else:
            yield name, entry.read_text(encoding="utf-8")
