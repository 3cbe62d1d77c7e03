"""The SHA-256 of a table as it was read, however its file writes it.

A spreadsheet saves ``3 000`` and ``15/03/2025`` where the file had ``3000`` and
``2025-03-15``: other bytes, the same statements, and so the same page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from itertools import islice
from typing import Any

_AT_ONCE = 1_000


def fingerprint(records: Iterable[Any]) -> str:
    """Return the SHA-256 of a table's records, as 64 hexadecimal digits.

    Their fields count with their names, but for ``row``: a title above the header moves
    every row and changes none.
    """
    # Some at a time: a long table would be in memory twice.
    hashed = sha256(b"[")
    comma = b""
    rows = iter(records)
    while some := [_fields(record) for record in islice(rows, _AT_ONCE)]:
        text = json.dumps(some, ensure_ascii=True, sort_keys=True, default=vars)
        hashed.update(comma + text[1:-1].encode("ascii"))
        comma = b", "
    hashed.update(b"]")
    return hashed.hexdigest()


def _fields(record: Any) -> dict[str, Any]:
    # Not ``asdict``, which copies every text.
    return {name: value for name, value in vars(record).items() if name != "row"}
