"""Reading back what a page that Pledgemap built says of its map.

For pages that lie where we put them; one from anywhere is read by ``geo.verify``.
"""

from __future__ import annotations

import json
import re
from typing import Any

_PAYLOAD = re.compile(rb'<script [^>]*\bid="pledgemap-data">(.*?)</script>', re.DOTALL)


def payload_in(page: bytes) -> dict[str, Any] | None:
    """Return the payload of a page; None if it is no page of a map.

    A page with two, as a merge leaves it, has the first.
    """
    found = _PAYLOAD.search(page)
    if found is None:
        return None
    try:
        payload = json.loads(found[1])
    except (ValueError, RecursionError):
        return None
    return payload if isinstance(payload, dict) else None
