"""Tables as CSV (RFC 4180) that a spreadsheet opens without running any of it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

# As FORMULA in geo/web/csv.js: by these beginnings a spreadsheet knows a formula.
FORMULA = re.compile(r"^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def to_csv(rows: Iterable[Mapping[str, Any]], more: Mapping[str, str]) -> bytes:
    """Write rows as UTF-8 with a byte order mark, by which spreadsheets know it.

    Parameters
    ----------
    rows
        All with the same keys, which become the header.
    more
        Columns that are the same in every row.
    """
    stamped = [{**row, **more} for row in rows]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(stamped[0] if stamped else more)
    writer.writerows([safe(value) for value in row.values()] for row in stamped)
    return text.getvalue().encode("utf-8-sig")


def safe(value: Any) -> Any:
    """Give a cell; a text that a spreadsheet would run gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and FORMULA.match(value):
        return f"'{value}"
    return value
