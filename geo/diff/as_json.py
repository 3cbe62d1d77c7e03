"""A comparison for programs: everything, nothing cut."""

from __future__ import annotations

import json
from dataclasses import asdict

from geo.diff.model import Difference


def as_json(difference: Difference) -> str:
    """Write a comparison as one JSON object, its keys those of :mod:`geo.diff.model`.

    Everything but ASCII is escaped, so that no text of the tables reaches a terminal
    or a log as anything else than letters.
    """
    told = {"differs": difference.differs, **asdict(difference)}
    return json.dumps(told, ensure_ascii=True, indent=2) + "\n"
