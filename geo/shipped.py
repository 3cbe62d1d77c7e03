"""Where the shipped data is found: in an installed wheel, or in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PLACES = (_PACKAGE / "_shipped", _PACKAGE.parent / "data")


def shipped(relative: str) -> Path:
    """Return the path of a shipped data file, such as ``names/index-en-fr.txt``.

    A wheel carries it as ``geo/_shipped/<relative>``; a checkout has it as
    ``data/<relative>``.

    Raises
    ------
    FileNotFoundError
        If neither holds the file.
    """
    for place in _PLACES:
        path = place / relative
        if path.is_file():
            return path
    looked = " or ".join(str(place) for place in _PLACES)
    raise FileNotFoundError(f"no data file {relative!r} in {looked}")


def shipped_folders() -> tuple[Path, ...]:
    """Return the shipped files and folders of which this installation reads."""
    place = next(place for place in _PLACES if (place / "boundaries").is_dir())
    return tuple(place / name for name in ("aliases.csv", "boundaries", "names"))
