"""The SHA-256 of a table as it was read, however its file writes it.

A spreadsheet saves ``3 000`` and ``15/03/2025`` where the file had ``3000`` and
``2025-03-15``: other bytes, the same statements, and so the same page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from geo.digest import digest


def fingerprint(records: Iterable[Any]) -> str:
    """Return the SHA-256 of a table's records, as 64 hexadecimal digits.

    Parameters
    ----------
    records
        The dataclasses of :mod:`geo.tables.records`, in the table's order.  Their
        fields count with their names, but for ``row``: a title above the header moves
        every row and changes none.
    """
    # Not ``asdict``, which copies every text.
    rows = [
        {name: value for name, value in vars(record).items() if name != "row"}
        for record in records
    ]
    text = json.dumps(rows, ensure_ascii=True, sort_keys=True, default=vars)
    return digest(text.encode("ascii"))
