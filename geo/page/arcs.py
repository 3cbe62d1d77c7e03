"""The boundaries as the page carries them: a coarser grid, packed into one short text.

The page stands on a coarser grid than the file: no place moves by more than 160 m, a
fifth of a pixel where the map is closest.

What JSON says of a topology is mostly commas, brackets and numbers that can be told.
So the text leaves out what is known already, where an arc begins in a ring or how the
ring closes, and writes each number that is left as its count of bits, by a Huffman code
that depends on what stood before it, and then these bits.  That is half of what arcs
take in the Encoded Polyline Algorithm Format; ``geo/web/ground/packed_topology.js``
reads it back.
"""

from __future__ import annotations

import heapq
import itertools
import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

# A little more, and the smallest countries have no area left.
GRID_DEG = 0.0028

# Six bits a character, from ">" to "~" without the backslash, which JSON doubles; no
# "<" is among them.
BITS = 6
ALPHABET = np.delete(np.arange(62, 127, dtype=np.uint8), 92 - 62)
# No step is longer than this many bits: 360 degrees are 17.
CLASSES = 18
# The codes: of numbers of parts, arcs and steps, and of places; then of how far a step
# goes east, after one of so many bits, and how far north, beside so many to the east.
PARTS, RINGS, ARCS, WHICH, STEPS, BEGINS_X, BEGINS_Y = range(7)
EAST = 7
NORTH = EAST + CLASSES
CODES = NORTH + CLASSES

Ints = npt.NDArray[np.int64]


@lru_cache(maxsize=1)
def page_topology(text: str) -> Mapping[str, Any]:
    """Return the topology of a TopoJSON text on the page's grid, for the engine.

    Every page of a process has the same boundaries; they must not be changed.
    """
    return on_grid(json.loads(text), GRID_DEG)


@lru_cache(maxsize=1)
def packed_page_topology(text: str) -> Mapping[str, Any]:
    """Return the same as the page carries it."""
    return packed_topology(page_topology(text))


def on_grid(topology: Mapping[str, Any], grid_deg: float) -> dict[str, Any]:
    """Round a quantised topology to a coarser grid.

    Arcs that met still meet, for each place is rounded by itself.  An arc leaves out
    places that fall on the one before, but keeps two ends.

    Returns
    -------
    dict
        TopoJSON but for its arcs: ``steps`` are those of all, one after another, x and
        y by turns, the first of each from the grid's corner; ``lengths`` says how many
        each has.
    """
    transform = topology["transform"]
    factor = grid_deg / transform["scale"][0]
    steps, lengths = _rounded(topology["arcs"], factor)
    return {
        "transform": transform | {"scale": [grid_deg, grid_deg]},
        "objects": topology["objects"],
        "steps": steps.ravel().tolist(),
        "lengths": lengths.tolist(),
    }


def _rounded(
    arcs: Sequence[Sequence[Sequence[int]]], factor: float
) -> tuple[Ints, Ints]:
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
    return steps[kept], np.add.reduceat(kept, starts, dtype=np.int64)


def packed_topology(topology: Mapping[str, Any]) -> dict[str, Any]:
    """Return a topology whose arcs, and what is made of them, are one text.

    Raises
    ------
    ValueError
        If an arc is used for the first time before one of a lower number.
    """
    shapes = _Shapes(topology["steps"], topology["lengths"])
    objects = {}
    for name, collection in topology["objects"].items():
        kept = [shapes.without_arcs(one) for one in collection["geometries"]]
        objects[name] = {"geometries": kept}
    codes, text = _written(*shapes.numbers())
    return {
        "transform": topology["transform"],
        "objects": objects,
        "codes": codes,
        "text": text,
    }


class _Shapes:
    """Collects what has to be said of geometries: of each arc where it is first used.

    ``said`` are pairs of a code and a number; ``left`` says which steps are then still
    to be written: the last of a ring leads back to where the ring begins.
    """

    def __init__(self, steps: Sequence[int], lengths: Sequence[int]) -> None:
        self._steps = np.array(steps, np.int64).reshape(-1, 2)
        self._starts = np.cumsum([0, *lengths])
        self._known = 0
        self._begun = np.zeros(2, np.int64)
        self.left = np.ones(len(self._steps), bool)
        self.left[self._starts[:-1]] = False
        self.said: list[tuple[int, int]] = []

    def without_arcs(self, geometry: Mapping[str, Any]) -> dict[str, Any]:
        """Return a geometry without its arcs; areas also without their type."""
        kind, arcs = geometry["type"], geometry["arcs"]
        is_line = kind.endswith("LineString")
        polygons = [arcs] if is_line or kind == "Polygon" else arcs
        if kind == "LineString":
            polygons = [[arcs]]
        self.said.append((PARTS, len(polygons) - 1))
        for rings in polygons:
            self.said.append((RINGS, len(rings) - 1))
            for ring in rings:
                self._run(ring, is_ring=not is_line)
        left_out = {"arcs"} if is_line else {"arcs", "type"}
        return {key: geometry[key] for key in geometry if key not in left_out}

    def _run(self, run: Sequence[int], *, is_ring: bool) -> None:
        self.said.append((ARCS, len(run) - 1))
        for place, arc in enumerate(run):
            if 0 <= arc < self._known:
                self.said.append((WHICH, self._known - arc))
            elif 0 <= ~arc < self._known:
                self.said.append((WHICH, ~arc - self._known))
            elif arc == self._known:
                self.said.append((WHICH, 0))
                self._begin(arc, place == 0, is_ring and place == len(run) - 1)
            else:
                raise ValueError(f"arc {arc} is used before arc {self._known}")

    def _begin(self, arc: int, is_first: bool, is_last: bool) -> None:
        start, end = self._starts[arc : arc + 2].tolist()
        if is_first:
            x, y = self._steps[start] - self._begun
            self.said += (BEGINS_X, x), (BEGINS_Y, y)
            self._begun = self._steps[start]
        self.left[end - 1] &= not is_last
        self.said.append((STEPS, end - start - 1 - is_last))
        self._known += 1

    def numbers(self) -> tuple[Ints, Ints]:
        """Return the codes and the numbers of all that is to be written."""
        bits = _bits(self._steps)
        before = np.roll(bits.max(axis=1), 1)
        # An arc's first step has none before it that is written.
        before[self._starts[:-1] + 1] = 0
        codes = np.column_stack([EAST + before, NORTH + bits[:, 0]])
        said = np.array(self.said, np.int64)
        return (
            np.concatenate([said[:, 0], codes[self.left].ravel()]),
            np.concatenate([said[:, 1], self._steps[self.left].ravel()]),
        )


def _bits(numbers: Ints) -> Ints:
    """Return how many bits each number has."""
    bits: Ints = np.frexp(np.abs(numbers).astype(float))[1].astype(np.int64)
    return bits


def _written(codes: Ints, numbers: Ints) -> tuple[str, str]:
    """Write numbers: the lengths of their codes' words by bits, and one text."""
    bits = _bits(numbers)
    often = np.zeros((CODES, CLASSES), np.int64)
    np.add.at(often, (codes, bits), 1)
    lengths = [_word_lengths(row) for row in often.tolist()]
    words = np.array([_words(row) for row in lengths])
    size = np.array(lengths)[codes, bits]
    value = words[codes, bits]
    # Then as many bits; the first would always be one, and is the sign.
    first = np.where(bits > 0, 1 << np.maximum(bits - 1, 0), 0)
    value = value << bits | np.where(numbers < 0, -numbers, numbers & ~first)
    return _code_text(lengths), _text(value, size + bits)


def _word_lengths(often: Sequence[int]) -> list[int]:
    """Return the bits of each word of a Huffman code; none for what never comes."""
    heap: list[tuple[int, tuple[int, ...]]] = []
    heap += [(n, (i,)) for i, n in enumerate(often) if n]
    if len(heap) == 1:
        return [min(n, 1) for n in often]
    lengths = [0] * len(often)
    heapq.heapify(heap)
    while len(heap) > 1:
        (one, some), (other, more) = heapq.heappop(heap), heapq.heappop(heap)
        for i in (*some, *more):
            lengths[i] += 1
        heapq.heappush(heap, (one + other, some + more))
    return lengths


def _words(lengths: Sequence[int]) -> list[int]:
    """Return a code's words: those of a length go up by one, the shortest first."""
    words = [0] * len(lengths)
    word = longest = 0
    for length, i in sorted((n, i) for i, n in enumerate(lengths) if n):
        word <<= length - longest
        words[i], longest = word, length
        word += 1
    return words


def _code_text(lengths: Sequence[Sequence[int]]) -> str:
    """Write the lengths of all words, a digit each, the codes parted by spaces."""
    rows = ("".join(np.base_repr(n, 36) for n in row) for row in lengths)
    return " ".join(row.rstrip("0") for row in rows).lower()


def _text(values: Ints, lengths: Ints) -> str:
    """Write values of so many bits one after another."""
    ends = np.cumsum(lengths)
    left = np.repeat(ends, lengths) - 1 - np.arange(ends[-1])
    bits = np.repeat(values, lengths) >> left & 1
    bits = np.append(bits, np.zeros(-len(bits) % BITS, np.int64)).reshape(-1, BITS)
    characters = ALPHABET[bits @ (1 << np.arange(BITS)[::-1])]
    return characters.tobytes().decode("ascii")
