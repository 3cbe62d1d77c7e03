"""The boundaries as the page carries them: TopoJSON whose arcs are short texts.

The page stands on a coarser grid than the file: no place moves by more than 160 m, a
fifth of a pixel where the map is closest.  That is a tenth of the bytes.

A quantised arc is a list of small steps, and most of what JSON says of them is commas
and brackets.  Each step is written as in the Encoded Polyline Algorithm Format (Google
Maps Platform): five bits a character, the sign in the lowest bit.  That is a third of
the bytes; ``geo/web/ground/topology.js`` reads it back.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np

BITS = 5
CONTINUES = 1 << BITS
# A little more, and the smallest countries have no area left.
GRID_DEG = 0.0028
# The first of 64 characters from "?" to "~": no "<" is among them.
FIRST = 63

Arc = list[list[int]]
"""The steps of an arc, (x, y); the first leads from the grid's corner."""


@lru_cache(maxsize=1)
def page_topology(text: str) -> Mapping[str, Any]:
    """Return the topology of a TopoJSON text as the page carries it.

    Every page of a process has the same boundaries; they must not be changed.
    """
    return with_short_arcs(on_grid(json.loads(text), GRID_DEG))


def on_grid(topology: Mapping[str, Any], grid_deg: float) -> dict[str, Any]:
    """Round a quantised topology to a coarser grid.

    Arcs that met still meet, for each place is rounded by itself.  An arc leaves out
    places that fall on the one before, but keeps two ends.
    """
    transform = topology["transform"]
    factor = grid_deg / transform["scale"][0]
    arcs = _rounded(topology["arcs"], factor)
    coarser = transform | {"scale": [grid_deg, grid_deg]}
    return {**topology, "transform": coarser, "arcs": arcs}


def _rounded(arcs: Sequence[Arc], factor: float) -> list[Arc]:
    """Round the places of arcs, all of them at once, and give their steps."""
    lengths = [len(arc) for arc in arcs]
    starts = np.cumsum([0, *lengths[:-1]])
    numbers = itertools.chain.from_iterable(itertools.chain.from_iterable(arcs))
    walked = np.fromiter(numbers, np.int64).reshape(-1, 2)
    places = np.cumsum(walked, axis=0)
    before = places[starts] - walked[starts]
    places -= np.repeat(before, lengths, axis=0)
    rounded = np.rint(places / factor).astype(np.int64)
    steps = np.diff(rounded, axis=0, prepend=0)
    steps[starts] = rounded[starts]
    kept = np.asarray(steps.any(axis=1))
    kept[starts] = True
    is_point = np.add.reduceat(kept, starts, dtype=np.int64) == 1
    kept[starts[is_point] + 1] = True
    ends = np.cumsum(np.add.reduceat(kept, starts, dtype=np.int64))
    flat: Arc = steps[kept].tolist()
    return [flat[a:b] for a, b in itertools.pairwise([0, *ends.tolist()])]


def with_short_arcs(topology: Mapping[str, Any]) -> dict[str, Any]:
    """Return a quantised topology with each arc as one text."""
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
