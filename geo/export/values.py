"""Cells of a data frame as plain values: what is missing is None in every format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

Row = dict[str, Any]


def rows_of(frame: pd.DataFrame) -> Iterator[Row]:
    """Return each row by column, without the geometry."""
    columns = [name for name in frame.columns if name != "geometry"]
    for values in zip(*(frame[name] for name in columns), strict=True):
        yield {key: plain(value) for key, value in zip(columns, values, strict=True)}


def plain(value: Any) -> Any:
    """Return a value as JSON has it."""
    if pd.isna(value):
        return None
    return value.item() if hasattr(value, "item") else value
