"""Statements as a data frame, for notebooks."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.findings import FindingsError, errors
from geo.join.frames import statements_frame
from geo.tables.dataset import read_dataset

COMPANIONS = ("sources", "meetings", "actors", "places")


def read_pledges(path: str | Path, **tables: str | Path) -> pd.DataFrame:
    """Read a table of statements, with the tables that it refers to.

    Parameters
    ----------
    path
        The table ``pledges``.
    **tables
        The files of ``sources``, ``meetings``, ``actors`` and ``places``; by default
        the files of these names beside ``path``, where they are.

    Returns
    -------
    pandas.DataFrame
        One row a statement, in the table's order: ``id``, ``row`` (as a spreadsheet
        counts), ``actor`` (``iso_a3`` for a country), ``actor_kind``, ``date`` (ISO
        text with its precision), ``approximate``, ``status``, ``domains``,
        ``troops_min`` and ``troops_max`` (Int64, missing if not stated),
        ``qualifier``, ``meaning``, ``conditions``, ``meeting``, ``speaker``,
        ``speaks_for``, ``confidence``, ``weak`` (why it may decide no colour),
        ``statement``, ``note``, and of its source ``source``, ``publisher``, ``grade``
        and ``url``.

    Raises
    ------
    FindingsError
        If any of the tables has errors; it names every one.
    """
    path = Path(path)
    beside = {name: path.parent / f"{name}.csv" for name in COMPANIONS}
    files = {name: file for name, file in beside.items() if file.is_file()}
    files |= {name: Path(file) for name, file in tables.items()}
    dataset, findings = read_dataset({"pledges": path, **files})
    if errors(findings):
        raise FindingsError(errors(findings))
    return statements_frame(dataset, path.as_posix())
