"""Patterns that tell statuses apart where there is no colour.

Those that say yes are steps of grey, from dark to light; those that say no, or nothing,
are lines on white, each in a direction of its own.
"""

from __future__ import annotations

from geo.page.markup import Node, tag

SIZE = 5
# By status: how far the lines are turned, in degrees, how wide they are, and whether
# they cross.  Slanted lines are taken: they are disputed territory, and no data.
LINES = {
    "declined": (0, 1.7, False),
    "opposed": (45, 1.2, True),
    "took_part_only": (90, 0.8, False),
}


def grey_patterns() -> Node:
    """Define the patterns that ``grey.css`` fills countries with."""
    return tag("defs", {}, *(_pattern(status) for status in LINES))


def _pattern(status: str) -> Node:
    turn, width, crossed = LINES[status]
    look = {
        "id": f"grey-{status}",
        "width": str(SIZE),
        "height": str(SIZE),
        "patternUnits": "userSpaceOnUse",
        "patternTransform": f"rotate({turn})",
    }
    side, line = str(SIZE), str(width)
    marks = [
        tag("rect", {"class": "paper", "width": side, "height": side}),
        tag("rect", {"class": "grey-line", "width": line, "height": side}),
    ]
    if crossed:
        marks.append(tag("rect", {"class": "grey-line", "width": side, "height": line}))
    return tag("pattern", look, *marks)
