"""Blocks in columns: kept in order, and as low as may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from geo.figure.text import Block, stack


def in_columns(blocks: Sequence[Block], count: int, gap: float) -> list[Block]:
    """Put blocks into at most ``count`` columns, in order, so that they end evenly."""
    columns = min(_divided(blocks, count), key=lambda parts: _heights(parts, gap))
    return [stack(part, gap) for part in columns if part]


def beside(blocks: Sequence[Block], gap: float) -> Block:
    """Put blocks side by side, their tops in line."""
    marks, x = [], 0.0
    for block in blocks:
        marks.append(block.at(x, 0))
        x += block.width + gap
    height = max((block.height for block in blocks), default=0.0)
    return Block(tuple(marks), max(0.0, x - gap), height)


def _divided(blocks: Sequence[Block], count: int) -> Iterator[list[Sequence[Block]]]:
    for cuts in _cuts(len(blocks), count - 1):
        yield [blocks[a:b] for a, b in pairwise((0, *cuts, len(blocks)))]


def _cuts(length: int, count: int) -> Iterator[tuple[int, ...]]:
    """Return every way to cut a row of things in so many places, in order."""
    if count == 0:
        yield ()
        return
    for before in _cuts(length, count - 1):
        for place in range(before[-1] if before else 0, length + 1):
            yield (*before, place)


def _heights(parts: list[Sequence[Block]], gap: float) -> list[float]:
    """The highest column first; of equally high ones the rest decides."""
    return sorted((stack(part, gap).height for part in parts), reverse=True)
