"""The boundaries as the page carries them: TopoJSON whose arcs are short texts.

A quantised arc is a list of small steps, and most of what JSON says of them is commas
and brackets.  Each step is written as in the Encoded Polyline Algorithm Format (Google
Maps Platform): five bits a character, the sign in the lowest bit.  That is a third of
the bytes; ``geo/web/topology.js`` reads it back.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

BITS = 5
CONTINUES = 1 << BITS
# The first of 64 characters from "?" to "~": no "<" is among them.
FIRST = 63


@lru_cache(maxsize=1)
def page_topology(text: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Parse a TopoJSON text: as it is, and with short arcs for the page.

    Every page of a process has the same boundaries; they must not be changed.
    """
    topology = json.loads(text)
    return topology, with_short_arcs(topology)


def with_short_arcs(topology: Mapping[str, Any]) -> dict[str, Any]:
    """Give a quantised topology with each arc as one text."""
    return {**topology, "arcs": [arc_text(arc) for arc in topology["arcs"]]}


def arc_text(steps: Iterable[Iterable[int]]) -> str:
    """Write the (x, y) steps of an arc one after another."""
    return "".join(map(_step_text, itertools.chain.from_iterable(steps)))


@cache
def _step_text(step: int) -> str:
    left = ~(step << 1) if step < 0 else step << 1
    text = ""
    while left >= CONTINUES:
        text += chr((left % CONTINUES | CONTINUES) + FIRST)
        left >>= BITS
    return text + chr(left + FIRST)
