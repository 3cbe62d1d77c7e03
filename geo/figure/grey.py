"""Patterns that tell statuses apart where there is no colour.

Those that say yes are steps of grey, from dark to light; those that say no, or nothing,
are lines on white, each in a direction of its own.
"""

from __future__ import annotations

from geo.page.markup import Node, tag
from geo.vocabulary.statuses import STATUSES, Lines

SIZE = 5
LINES = {
    key: status.grey
    for key, status in STATUSES.items()
    if isinstance(status.grey, Lines)
}


def grey_patterns() -> Node:
    """Define the patterns that ``grey_style`` fills countries with."""
    return tag("defs", {}, *(_pattern(status) for status in LINES))


def _pattern(status: str) -> Node:
    lines = LINES[status]
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
