"""Tables as CSV (RFC 4180) that a spreadsheet opens without running any of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

# As in geo/web/take_away/csv.js.  By these signs a spreadsheet knows a formula: at the
# beginning of a cell, and behind what it may part cells by, though we part them by
# commas.
FORMULA = re.compile(r"^ *[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
FORMULA_BEHIND = re.compile(r'([;\t\r\n][" ]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])')
QUOTED = re.compile(r'[",;\t\r\n]')


def to_csv(rows: Iterable[Mapping[str, Any]], more: Mapping[str, str]) -> bytes:
    """Return rows as UTF-8 with a byte order mark, by which spreadsheets know it.

    All have the same keys, which become the header; ``more`` stands in every row.
    """
    stamped = [{**row, **more} for row in rows]
    header = list(stamped[0] if stamped else more)
    lines = [header, *(row.values() for row in stamped)]
    text = "".join(f"{','.join(map(csv_cell, line))}\r\n" for line in lines)
    return text.encode("utf-8-sig")


def csv_cell(value: Any) -> str:
    """Return a cell as it stands in the file.

    Before what a spreadsheet would run goes an apostrophe, whether it reads the file by
    commas, semicolons or tabs.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    safe = FORMULA_BEHIND.sub(r"\1'", value)
    if FORMULA.match(safe):
        safe = f"'{safe}"
    if QUOTED.search(safe):
        safe = safe.replace('"', '""')
        return f'"{safe}"'
    return safe
