"""Stripes for no data, dots for weak sources, a hatch for disputed territory.

The still picture and the live map are filled from the same ones: WebKit loses a
pattern for good when one of two elements that have its id leaves the page.
"""

from __future__ import annotations

from collections.abc import Iterable

from geo.page.markup import Node, tag
from geo.page.picture.path_data import short


def page_patterns(weak: Iterable[str]) -> Node:
    """Define the patterns for all pictures of a page, in an element that stays."""
    look = {"class": "patterns", "width": "0", "height": "0", "aria-hidden": "true"}
    return tag("svg", look, patterns(weak))


def patterns(weak: Iterable[str]) -> Node:
    """Define the patterns; ``weak`` are the statuses that occur with weak sources."""
    stripes = _pattern(
        "stripes", 6, 45,
        _rect(6, 6, "stripes-ground"), _rect(1.6, 6, "stripes-line"),
    )  # fmt: skip
    hatch = _pattern(
        "hatch", 5, -45,
        _rect(1.2, 5, "hatch-rim"), _rect(0.9, 5, "hatch-line", x=1.2),
    )  # fmt: skip
    return tag("defs", {}, stripes, hatch, *(_dots(status) for status in weak))


def _dots(status: str) -> Node:
    ground = _rect(7, 7, "swatch")
    ground.set("data-status", status)
    dots = [
        tag("circle", {"cx": "3.5", "cy": "3.5", "r": r, "class": name})
        for r, name in (("1.9", "dots-rim"), ("1.2", "dots-mark"))
    ]
    return _pattern(f"weak-{status}", 7, 30, ground, *dots)


def _pattern(name: str, size: int, turn: int, *marks: Node) -> Node:
    look = {
        "id": name,
        "width": str(size),
        "height": str(size),
        "patternUnits": "userSpaceOnUse",
        "patternTransform": f"rotate({turn})",
    }
    return tag("pattern", look, *marks)


def _rect(width: float, height: float, name: str, x: float = 0) -> Node:
    look = {"width": short(width), "height": short(height), "class": name}
    return tag("rect", {**look, "x": short(x)} if x else look)
