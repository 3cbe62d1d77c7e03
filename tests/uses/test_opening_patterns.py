"""What is striped, dotted or hatched is painted so, in pixels."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from engines.page import Page, poll

Colour = tuple[int, int, int]
Colours = tuple[Colour, ...]

MAPS = ["coalition", "paris-2025-03-11"]
LAND, STRIPE = (231, 227, 218), (214, 208, 195)
INK, PAPER = (28, 27, 25), (255, 254, 251)
CONSIDERING = (245, 234, 185)

# Some points of the window where elements that match are what lies uppermost.
POINTS = """selector => {
  const points = [];
  for (const found of document.querySelectorAll(selector)) {
    const { left, top, right, bottom } = found.getBoundingClientRect();
    const [to_x, to_y] = [Math.min(right, innerWidth), Math.min(bottom, innerHeight)];
    for (let x = Math.max(0, Math.ceil(left)); x < to_x; x += 1)
      for (let y = Math.max(0, Math.ceil(top)); y < to_y; y += 1) {
        if (document.elementFromPoint(x, y) === found) points.push([x, y]);
        if (points.length > 4000) return points;
      }
  }
  return points;
}"""


def shows(page: Page, points: list[tuple[int, int]], colours: Colours) -> bool:
    """Return whether some of the points are painted with each of the colours."""
    seen = page.pixels()
    painted = {seen.getpixel((x, y)) for x, y in points}
    return all(any(near(c, p) for p in painted) for c in colours)


def near(one: Colour, other: Colour) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 8


@pytest.mark.parametrize("name", MAPS)
def test_textures_are_painted(reader, maps: Path, name: str):
    page = reader.open(maps / f"{name}.html", height=1100)
    page.middle(".map-box")
    textures = {
        "#map_pledgemap .country[data-status=no_data]": (LAND, STRIPE),
        ".disputed-area": (INK, PAPER),
        ".legend .swatch[data-status=no_data]": (LAND, STRIPE),
    }
    if name == "coalition":
        textures |= {
            "#map_pledgemap .country[style*=weak-considering]": (CONSIDERING, INK),
            ".legend .swatch[data-weak=considering]": (CONSIDERING,),
        }
    for selector, colours in textures.items():
        points = page.run(POINTS, selector)
        assert len(points) > 50, selector
        poll(partial(shows, page, points, colours), selector)
