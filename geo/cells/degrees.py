"""Longitudes and latitudes, in decimal degrees.

No degree has thousands, so a single comma or point is always the decimal mark here.
"""

from __future__ import annotations

import re

from geo.cells.letters import plain
from geo.cells.refused import Refused

_DEGREES = r"([-+]?)(\d{1,3})(?:[.,](\d{1,15}))?"


def parse_degrees(text: str, *, limit_deg: int) -> float | Refused:
    """Return the decimal degrees in ``text``, between minus and plus ``limit_deg``.

    ``limit_deg`` is 180 for a longitude and 90 for a latitude.
    """
    expected = f"decimal degrees between -{limit_deg} and {limit_deg}, such as 2.35"
    parts = re.fullmatch(_DEGREES, plain(text))
    if not parts:
        return Refused("this is no number of decimal degrees", expected=expected)
    degrees = float(f"{parts[1]}{parts[2]}.{parts[3] or 0}")
    if abs(degrees) > limit_deg:
        return Refused(f"no place lies beyond {limit_deg} degrees", expected=expected)
    return degrees
