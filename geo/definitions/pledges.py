"""Statements as a data frame, for notebooks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd

from geo.cells.dates import ORDERS
from geo.definitions.defaults import read_defaults
from geo.definitions.given import Given, given_file
from geo.definitions.keys import Keys
from geo.definitions.table_options import read_table_options
from geo.findings import (
    Finding,
    FindingsError,
    did_you_mean,
    errors,
    quote,
    warn_of_rows,
)
from geo.join.frames import statements_frame
from geo.tables.dataset import read_dataset
from geo.tables.options import NO_OPTIONS
from geo.tables.reader import COMPANIONS, companions_of
from geo.tables.schema import DEFAULTS
from geo.tables.table_file import TableFile

# What findings call the arguments, as they call a map definition by its file.
_HERE = "geo.read_pledges"


def read_pledges(
    path: Given,
    *,
    defaults: Mapping[str, object] | None = None,
    date_order: str = "",
    reading: Mapping[str, object] | None = None,
    **tables: str | Path,
) -> pd.DataFrame:
    """Read a table of statements, with the tables that it refers to.

    Parameters
    ----------
    path
        The table ``pledges``: the path of a file, an ``https:`` address, an open file,
        binary or text, or a data frame with one row a statement.
    defaults
        What stands in columns that the table lacks, as ``[defaults]`` of a map
        definition: ``date``, ``status``, ``meaning``, ``meeting``, ``speaks_for``,
        ``source``, ``confidence``, ``language``.
    date_order
        ``day_first`` or ``month_first``, where ``11/03/2025`` may be either.
    reading
        How the table is to be read, as the keys ``columns``, ``names``,
        ``status_words``, ``rows``, ``thousands``, ``demonyms`` and ``header_row`` of a
        map definition.
    **tables
        The files of ``sources``, ``meetings``, ``actors`` and ``places``; by default
        the files of these names beside the file ``path``, where they are.

    Returns
    -------
    pandas.DataFrame
        One row a statement, in the table's order: ``id``, ``row`` (as a spreadsheet
        counts), ``actor`` (``iso_a3`` for a country), ``actor_kind``, ``date`` (ISO
        text with its precision), ``approximate``, ``status``, ``domains``,
        ``troops_min`` and ``troops_max`` (Int64, missing if not stated),
        ``qualifier``, ``meaning``, ``figure_place``, ``figure_words``,
        ``conditions``, ``conditions_note``, ``meeting``, ``meeting_mode``,
        ``speaker``, ``speaks_for``, ``confidence``, ``weak`` (why it may decide no
        colour), ``better_sought``, ``statement``, ``language``, ``note``, and of its
        source ``source``, ``publisher``, ``grade``, ``aligned_state`` and ``url``.

    Warns
    -----
    UserWarning
        Once, of rows that were kept out: totals, and names that are no country's.

    Raises
    ------
    FindingsError
        If any of the tables, or a default, has errors; it names every one.
    DownloadError
        If an address gives no table.
    TypeError, ValueError
        If an argument is none that there is.
    """
    _check(date_order, ORDERS, "date_order")
    for name in tables:
        _check(name, COMPANIONS, "table")
    for name in defaults or {}:
        _check(name, DEFAULTS, "default")
    findings: list[Finding] = []
    filled = read_defaults(
        Keys({"defaults": dict(defaults or {})}, "", _HERE, findings)
    )
    how = Keys(dict(reading or {}), "", _HERE, findings)
    options = read_table_options(how, ["pledges"]).get("pledges", NO_OPTIONS)
    how.close()
    with given_file(path) as file:
        file = replace(file, options=options)
        if date_order:
            file = file.ordered(ORDERS[date_order])
        files = companions_of(file.path)
        files |= {name: TableFile(Path(other)) for name, other in tables.items()}
        dataset, found = read_dataset({"pledges": file, **files}, filled, _HERE)
    if wrong := errors([*findings, *found]):
        raise FindingsError(wrong)
    warn_of_rows(found)
    return statements_frame(dataset, file.shown_as or file.path.as_posix())


def _check(name: str, known: Collection[str], what: str) -> None:
    if name and name not in known:
        advice = did_you_mean(name, known)
        raise ValueError(f"no {what} is called {quote(name)}; {advice}")
