"""Where the shipped boundary files are."""

from __future__ import annotations

from pathlib import Path

from geo import shipped as data


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
    return data.shipped(f"boundaries/{name}")
