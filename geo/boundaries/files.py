"""Where the shipped boundary files are."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]

_PLACES = (
    _PACKAGE / "_shipped" / "boundaries",  # an installed wheel
    _PACKAGE.parent / "data" / "boundaries",  # a checkout
)


def shipped(name: str) -> Path:
    """Give the path of a shipped boundary file.

    Parameters
    ----------
    name
        The file's name, such as ``"countries.parquet"``, ``"boundaries.topojson"``
        or ``"origin.toml"``.

    Raises
    ------
    FileNotFoundError
        If neither the installed package nor the checkout holds the file.
    """
    for place in _PLACES:
        path = place / name
        if path.is_file():
            return path
    looked = " or ".join(str(place) for place in _PLACES)
    raise FileNotFoundError(f"no boundary file {name!r} in {looked}")
