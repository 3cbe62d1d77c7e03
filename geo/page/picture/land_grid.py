"""Whose land lies where, in cells of two pixels: no mark may say it of another country.

As ``geo/web/land_grid.js``.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geo.page.picture.path_data import Line

CELL_PX = 2
# A box of text is judged by places so far apart.
SAMPLE_PX = 4
# Cells are coarse: what is near to a border may lie beyond it.
NEAR_PX = ((0, 0), (-1.3, 0), (1.3, 0), (0, -1.3), (0, 1.3))

Box = tuple[float, float, float, float]
"""(left, top, right, bottom)."""


@dataclass(frozen=True)
class Shares:
    """What a box covers, in shares of it; the rest is sea.

    ``others`` is land of other countries with data, ``bare`` of others without.
    """

    own: float
    others: float
    bare: float


class LandGrid:
    """Land laid out in cells; each belongs to the country at its middle."""

    def __init__(
        self, size: tuple[float, float], lands: Mapping[str, Iterable[Line]]
    ) -> None:
        """Take the rings of each country, shape (n, 2), in pixels, open or closed."""
        self.columns, self.rows = (math.ceil(side / CELL_PX) for side in size)
        self.ids: list[str] = ["", *lands]
        self._cells = np.zeros((self.rows, self.columns), dtype=np.int16)
        for number, rings in enumerate(lands.values(), 1):
            self._fill(number, [np.asarray(ring) / CELL_PX for ring in rings])

    def at(self, x: float, y: float) -> str:
        """Give the country at a pixel; blank at sea and outside."""
        column, row = math.floor(x / CELL_PX), math.floor(y / CELL_PX)
        if not (0 <= column < self.columns and 0 <= row < self.rows):
            return ""
        return self.ids[int(self._cells[row, column])]

    def near(self, x: float, y: float) -> list[str]:
        """Give the countries at a pixel and just beside it."""
        return [self.at(x + dx, y + dy) for dx, dy in NEAR_PX]

    def shares(self, box: Box, own: str, told: Collection[str]) -> Shares:
        left, top, right, bottom = box
        across = _samples(left, right, self.columns)
        down = _samples(top, bottom, self.rows)
        cells = self._cells[down[down >= 0][:, None], across[across >= 0]]
        numbers, counts = np.unique(cells, return_counts=True)
        found = {"own": 0, "others": 0, "bare": 0}
        for number, count in zip(numbers.tolist(), counts.tolist(), strict=True):
            if number:
                key = self.ids[number]
                kind = "own" if key == own else "others" if key in told else "bare"
                found[kind] += count
        every = len(across) * len(down)
        return Shares(**{kind: count / every for kind, count in found.items()})

    def _fill(self, number: int, rings: list[Line]) -> None:
        pieces = [_crossings(ring, self.rows) for ring in rings]
        if not pieces:
            return
        rows, xs = (np.concatenate(parts) for parts in zip(*pieces, strict=True))
        order = np.lexsort((xs, rows))
        edges = np.clip(np.ceil(xs[order] - 0.5), 0, self.columns).astype(int)
        pairs = zip(rows[order][::2].tolist(), edges[::2], edges[1::2], strict=True)
        for row, begin, end in pairs:
            self._cells[row, begin:end] = number


def _samples(begin: float, end: float, count: int) -> NDArray[np.int64]:
    """Give the cells at places along a side; -1 outside."""
    steps = max(2, math.ceil((end - begin) / SAMPLE_PX))
    places = begin + (np.arange(steps) + 0.5) * (end - begin) / steps
    cells: NDArray[np.int64] = np.floor(places / CELL_PX).astype(np.int64)
    return np.where((cells >= 0) & (cells < count), cells, -1)


def _crossings(ring: Line, rows: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Give where a ring crosses the middle of each row of cells: rows, and x."""
    ends = np.roll(ring, -1, axis=0)
    down = (ring[:, 1] > ends[:, 1])[:, None]
    low, high = np.where(down, ends, ring), np.where(down, ring, ends)
    first = np.clip(np.ceil(low[:, 1] - 0.5), 0, rows).astype(np.int64)
    last = np.clip(np.ceil(high[:, 1] - 0.5), 0, rows).astype(np.int64)
    counts = np.maximum(0, last - first)
    of = np.repeat(np.arange(len(ring)), counts)
    row = np.arange(len(of)) - np.repeat(np.cumsum(counts) - counts, counts) + first[of]
    (x0, y0), (x1, y1) = low[of].T, high[of].T
    return row, x0 + (row + 0.5 - y0) / (y1 - y0) * (x1 - x0)
