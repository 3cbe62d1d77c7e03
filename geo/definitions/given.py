"""A table that is given as it is: a path, a data frame, a file object, an address."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pandas as pd

from geo.cells.urls import is_address
from geo.findings import quote
from geo.sheets.download import download, named_sheet
from geo.sheets.limits import LIMITS
from geo.tables.table_file import TableFile

Given = str | Path | pd.DataFrame | IO[Any]


@contextmanager
def given_file(given: Given) -> Iterator[TableFile]:
    """Return the file of a table; of what is none, one that is there meanwhile.

    The columns of a data frame are named as a table's header, and its rows count as in
    a spreadsheet, the first one 2.

    Raises
    ------
    DownloadError
        If an address gives no table.
    TypeError, ValueError
        If it is no such thing, or a data frame that is no table.
    """
    if isinstance(given, Path) or (isinstance(given, str) and not is_address(given)):
        yield TableFile(Path(given))
        return
    data, name = _held(given)
    with tempfile.TemporaryDirectory(prefix="pledgemap-given-") as folder:
        path = Path(folder) / "table"
        path.write_bytes(data)
        sheet = named_sheet(given, data) if isinstance(given, str) else None
        yield TableFile(path, sheet, shown_as=name)


def _held(given: object) -> tuple[bytes, str]:
    """Return what a table holds, and how findings call it."""
    if isinstance(given, str):
        return download(given), given
    if isinstance(given, pd.DataFrame):
        return _records(given), "the data frame"
    if not hasattr(given, "read"):
        raise TypeError(
            f"a {type(given).__name__} is no table; give the path of a file, an https:"
            " address, an open file or a pandas.DataFrame"
        )
    data = given.read(LIMITS.file_bytes + 1)
    if len(data) > LIMITS.file_bytes:
        raise ValueError("the open file is too large; part it into several")
    name = getattr(given, "name", None)
    named = name if isinstance(name, str) else "the open file"
    return (data.encode() if isinstance(data, str) else data), named


def _records(frame: pd.DataFrame) -> bytes:
    """Write a data frame as records of JSON, which keep numbers and texts apart."""
    frame = _with_index(frame)
    if "approximate" in frame and "date_certainty" not in frame:  # of read_pledges
        certainty = frame["approximate"].map({True: "approximate"})
        frame = frame.assign(date_certainty=certainty)
    names = [str(name) for name in frame.columns]
    if frame.columns.nlevels > 1:
        raise ValueError(
            "the data frame has several rows of headers; name each column by one text"
        )
    if twice := [name for name in names if names.count(name) > 1]:
        raise ValueError(
            f"the data frame has two columns {quote(twice[0])}; leave one of them out"
        )
    if frame.empty:
        raise ValueError("the data frame has no rows; add at least one")
    rows = zip(*(map(_plain, frame[name]) for name in frame.columns), strict=True)
    return json.dumps([dict(zip(names, row, strict=True)) for row in rows]).encode()


def _with_index(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame whose named index is columns, as after set_index("country")."""
    for name in frame.index.names:
        if name is None or name not in frame:
            continue
        if [*frame.index.to_frame(index=False)[name]] != [*frame[name]]:
            raise ValueError(
                f"the data frame has a column {quote(str(name))}, and an index of that"
                " name that says something else; leave one of them out"
            )
        frame = frame.reset_index(name, drop=True)
    return frame.reset_index() if any(frame.index.names) else frame


def _plain(value: object) -> object:
    """Return a cell as JSON has it: nothing, a number, or a text; a day as its date."""
    if isinstance(value, list | tuple | set | frozenset):
        plain = (_plain(one) for one in value)
        texts = [str(one) for one in plain if one is not None]
        # A set has no order of its own, and would have another one in each run.
        return ";".join(texts if isinstance(value, list | tuple) else sorted(texts))
    if pd.isna(value):  # type: ignore[call-overload]
        return None
    if isinstance(value, pd.Period):
        return str(value)
    if hasattr(value, "item"):  # a number of numpy's
        value = value.item()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, bool | int | float):
        return value
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    return text.removesuffix("T00:00:00")
