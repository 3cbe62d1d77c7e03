"""Small multiples: one map a date, side by side, with one legend for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geo.figure.columns import beside
from geo.figure.map import Panel, map_block
from geo.figure.text import HEAD, Block, stack, write

GAP_PX = 22
LEAST_PANEL_PX = 200
LABEL_PX = 7.5
# On maps this small the labels of figures would hide what they stand on.
LEFT_OUT = frozenset({"figures"})


def columns_for(count: int, width: int) -> int:
    """Return how many maps stand side by side."""
    room = max(1, (width + GAP_PX) // (LEAST_PANEL_PX + GAP_PX))
    # Four maps stand better two by two than three and one.
    return 2 if count == 4 and room >= 2 else min(count, room)


def panel_width(count: int, width: int) -> int:
    columns = columns_for(count, width)
    return (width - (columns - 1) * GAP_PX) // columns


def draw_multiples(panels: Mapping[str, Panel], width: int) -> Block:
    """Draw maps of one size in rows, each under its heading."""
    columns = columns_for(len(panels), width)
    cells = [
        stack([write(heading, HEAD, one.drawn.width), map_block(one.drawn)], 3)
        for heading, one in panels.items()
    ]
    rows = [cells[i : i + columns] for i in range(0, len(cells), columns)]
    maps = stack([beside(row, GAP_PX) for row in rows], GAP_PX)
    return Block(maps.marks, width, maps.height)


def merged(
    payloads: Sequence[Mapping[str, Any]], *, named: bool = False
) -> Mapping[str, Any]:
    """Return a payload with the marks of all, for a legend that explains them all.

    ``named`` says whether the maps name countries.
    """
    last = payloads[-1]
    if len(payloads) == 1:
        return last
    # Small maps name no countries: no sign after a name is to be explained.
    left_out = () if named else ("contested",)
    countries: dict[str, Any] = {}
    points: dict[str, Any] = {}
    small: list[str] = []
    for i, payload in enumerate(payloads):
        for key, entry in payload["countries"].items():
            name = f"{i} {key}"
            countries[name] = {
                part: entry[part] for part in entry if part not in left_out
            }
            # Where it lies, and how small, says whether squares and edges are seen.
            if key in payload["points"]:
                points[name] = payload["points"][key]
            if key in payload["small"]:
                small.append(name)
    layers = [dict(spec) for spec in last["layers"]]
    for number, spec in enumerate(layers):
        if spec["kind"] == "figures":
            each = (payload["layers"][number]["marks"] for payload in payloads)
            spec["marks"] = [mark for marks in each for mark in marks]
    return {
        **last,
        "countries": countries,
        "points": {**last["points"], **points},
        # Two letters each, in the order of the points.
        "codes": last["codes"] + "  " * len(points),
        "small": small,
        "layers": layers,
    }
