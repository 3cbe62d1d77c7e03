"""Patterns that tell statuses apart where there is no colour.

Those that say yes are steps of grey, from dark to light; those that say no, or nothing,
are lines on white, each in a direction of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from geo.page.markup import Node, tag
from geo.vocabulary.statuses import STATUSES, Lines, Status

SIZE = 5


def grey_patterns(statuses: Mapping[str, Status] = STATUSES) -> Node:
    """Define the patterns that ``grey_style`` fills countries with."""
    lined = {key: one.grey for key, one in statuses.items()}
    patterns = (_pattern(k, g) for k, g in lined.items() if isinstance(g, Lines))
    return tag("defs", {}, *patterns)


def _pattern(status: str, lines: Lines) -> Node:
    look = {
        "id": f"grey-{status}",
        "width": str(SIZE),
        "height": str(SIZE),
        "patternUnits": "userSpaceOnUse",
        "patternTransform": f"rotate({lines.turned})",
    }
    side, line = str(SIZE), str(lines.wide)
    marks = [
        tag("rect", {"class": "paper", "width": side, "height": side}),
        tag("rect", {"class": "grey-line", "width": line, "height": side}),
    ]
    if lines.crossed:
        marks.append(tag("rect", {"class": "grey-line", "width": side, "height": line}))
    return tag("pattern", look, *marks)
