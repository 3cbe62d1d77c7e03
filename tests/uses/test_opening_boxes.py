"""Small boxes over the map stand where the reader looks, never under the pointer."""

from __future__ import annotations

from pathlib import Path

import pytest
from engines import tried

from geo.words import words

SHOWN = "() => document.querySelector('#tooltip:not([hidden]) strong')?.textContent"
# One point of each country that a mouse finds on the map, with no hair of sea beside:
# where the map begins within a pixel, Firefox's mouse stands beside by that part.
COUNTRIES = """() => {
  const map = document.querySelector(".map-box").getBoundingClientRect();
  const found = {};
  const [top, bottom] = [Math.max(map.top, 0), Math.min(map.bottom, innerHeight)];
  for (let x = Math.ceil(map.left) + 3; x < map.right - 3; x += 6)
    for (let y = Math.ceil(top) + 3; y < bottom; y += 6) {
      const at = document.elementFromPoint(x, y);
      const round = [[2, 0], [-2, 0], [0, 2], [0, -2]];
      if (!round.every(([dx, dy]) => document.elementFromPoint(x + dx, y + dy) === at))
        continue;
      const { ariaLabel, dataset } = at ?? {};
      if (dataset?.key) (found[dataset.key] ??= []).push([x, y, ariaLabel]);
    }
  const by = Array.from({ length: 9 }, (_, i) => i / 4 - 1);
  const isSolid = ([x, y]) => {
    const at = document.elementFromPoint(x, y);
    return by.every(dx =>
      by.every(dy => document.elementFromPoint(x + dx, y + dy) === at));
  };
  return Object.values(found)
    .map(points => [...points.slice(points.length >> 1), ...points].find(isSolid))
    .filter(Boolean);
}"""
BOX = """selector => {
  const { left, top, right, bottom } =
    document.querySelector(selector).getBoundingClientRect();
  return [left, top, right, bottom];
}"""


@pytest.mark.parametrize("width", [340, 1366])
def test_a_tooltip_never_lies_over_the_mouse(reader, maps: Path, width: int):
    page = reader.open(maps / "coalition.html", width=width, height=700)
    page.middle(".map-box")
    page.wait_still()
    countries = page.run(COUNTRIES)
    assert len(countries) > 20
    for x, y, label in tried(page, countries):
        page.press("Escape")
        page.move(x, y)
        page.wait(f"name => ({SHOWN})() === name", label.split(",")[0])
        left, top, right, bottom = page.run(BOX, "#tooltip")
        assert not (left <= x <= right and top <= y <= bottom), label
        assert left >= 0, label
        assert right <= width, label


#: Where the hint stands when it is shown, and what it says: it goes again by itself.
NOTE_THE_HINT = """() => {
  const hint = document.querySelector(".gesture-hint");
  new MutationObserver(() => {
    if (hint.hidden) return;
    const { left, top, right, bottom } = hint.getBoundingClientRect();
    window.stood = [hint.textContent, [left, top, right, bottom]];
  }).observe(hint, { attributes: true });
}"""


def test_how_to_zoom_is_said_beside_the_mouse(reader, maps: Path):
    page = reader.open(maps / "coalition.html", width=1280, height=800)
    page.run(NOTE_THE_HINT)
    left, top, *_ = page.run(BOX, ".map-box")
    page.wheel(left + 200, top + 200, 60)
    text, box = page.wait("() => window.stood")
    assert text == words("en")["map.wheel"]
    assert_beside(box, left + 200, top + 200)


def assert_beside(box: list[float], x: float, y: float) -> None:
    left, top, right, bottom = box
    assert 0 <= left < right <= 1280
    assert 0 <= top < bottom <= 800
    assert not (left <= x <= right and top <= y <= bottom)
    away = max(left - x, x - right, 0), max(top - y, y - bottom, 0)
    assert max(away) < 50


SWIPE = """() => {
  const map = document.querySelector(".folium-map");
  const { left, top } = map.getBoundingClientRect();
  const touch = { clientX: left + 100, clientY: top + 150 };
  const event = new Event("touchmove", { bubbles: true });
  map.dispatchEvent(Object.assign(event, { touches: [touch] }));
  return [touch.clientX, touch.clientY];
}"""


def test_two_fingers_are_asked_for_beside_the_one(reader, maps: Path):
    page = reader.open(maps / "coalition.html", width=360, height=780, touch=True)
    page.middle(".map-box")
    page.run(NOTE_THE_HINT)
    x, y = page.run(SWIPE)
    text, box = page.wait("() => window.stood")
    assert text == words("en")["map.fingers"]
    assert_beside(box, x, y)
