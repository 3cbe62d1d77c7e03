"""A reader with a finger opens every country of the map, and is shown nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from engines import Page, tried

# By country: its name, and a point of the map where it lies uppermost, and round it: a
# page may be scrolled by part of a pixel, and Firefox's finger then is beside by that.
COUNTRIES = """() => {
  const map = document.querySelector(".map-box").getBoundingClientRect();
  const at = (x, y) => document.elementFromPoint(x, y);
  const best = {};
  for (let x = Math.ceil(map.left) + 3; x < map.right - 3; x += 4)
    for (let y = Math.ceil(map.top) + 3; y < map.bottom - 3; y += 4) {
      const { ariaLabel: name, dataset } = at(x, y) ?? {};
      if (!dataset?.key) continue;
      const own = [[0, 0.5], [0, -0.5], [0, 1], [0, -1], [2, 0], [-2, 0], [0, 2],
        [0, -2], [4, 4], [-4, -4], [4, -4], [-4, 4]]
        .filter(([dx, dy]) => at(x + dx, y + dy)?.ariaLabel === name).length;
      if (own > (best[dataset.key]?.own ?? 0))
        best[dataset.key] = { own, point: [name.split(",")[0], x, y] };
    }
  return Object.fromEntries(
    Object.entries(best).map(([key, { point }]) => [key, point]));
}"""
# By country: its name, the place of its mark on the map, and the width of its target.
MARKS = """() => {
  const map = document.querySelector(".map-box").getBoundingClientRect();
  const marks = [...document.querySelectorAll(".small-target[data-key]")].map(mark => {
    const before = mark.previousElementSibling;
    const seen = before?.matches(".small-dot") ? before : mark;
    const { x, y, width, height } = seen.getBoundingClientRect();
    const name = mark.ariaLabel.split(",")[0];
    const across = mark.getBoundingClientRect().width;
    return [mark.dataset.key, [name, x + width / 2, y + height / 2, across]];
  });
  const isInside = ([, [, x, y]]) =>
    Math.min(x - map.left, map.right - x, y - map.top, map.bottom - y) > 12;
  return Object.fromEntries(marks.filter(isInside));
}"""
# By country: the pixels within its land that no dot hides, and how many open it.  Its
# edge does not count: Firefox paints land up to a pixel beside where it says it is.
LAND = """() => {
  const map = document.querySelector(".map-box").getBoundingClientRect();
  const dots = [...document.querySelectorAll(".small-dot")]
    .map(dot => dot.getBoundingClientRect());
  const isHidden = (x, y) => dots.some(({ left, right, top, bottom }) =>
    left <= x && x <= right && top <= y && y <= bottom);
  // To ask whether a point is in a path is slow: of most pixels a picture tells.
  const { width, height } = map;
  const sheet = new OffscreenCanvas(Math.ceil(width) + 2, Math.ceil(height) + 2)
    .getContext("2d", { willReadFrequently: true });
  const painted = (land, x0, y0) => {
    sheet.setTransform(1, 0, 0, 1, 0, 0);
    sheet.clearRect(0, 0, sheet.canvas.width, sheet.canvas.height);
    sheet.translate(x0 - map.left + 1, y0 - map.top + 1);
    const path = new Path2D(land.getAttribute("d"));
    sheet.fill(path, getComputedStyle(land).fillRule);
    sheet.stroke(path);
    const { data } = sheet.getImageData(0, 0, sheet.canvas.width, sheet.canvas.height);
    return (x, y) => {
      const pixel = Math.floor(x - map.left) + 1
        + (Math.floor(y - map.top) + 1) * sheet.canvas.width;
      return x <= map.right && y <= map.bottom && data[4 * pixel + 3] > 0;
    };
  };
  const found = {};
  for (const land of document.querySelectorAll("#map_pledgemap .country[data-key]")) {
    const { left, right, top, bottom } = land.getBoundingClientRect();
    const { x: x0, y: y0 } = land.getBBox(); // which is in CSS pixels
    const isNear = painted(land, left - x0, top - y0);
    const isLand = (x, y) =>
      land.isPointInFill(new DOMPoint(x - left + x0, y - top + y0));
    const round = [[0, 0], [1.5, 0], [-1.5, 0], [0, 1.5], [0, -1.5]];
    let [seen, own] = [0, 0];
    for (let x = Math.floor(Math.max(left, map.left)) + 0.5; x < right; x++)
      for (let y = Math.floor(Math.max(top, map.top)) + 0.5; y < bottom; y++) {
        if (!isNear(x, y) || isHidden(x, y)) continue;
        if (!round.every(([dx, dy]) => isLand(x + dx, y + dy))) continue;
        seen++;
        own += document.elementFromPoint(x, y)?.dataset.key === land.dataset.key;
      }
    found[land.dataset.key] = [seen, own];
  }
  return found;
}"""
UPPERMOST = "(x, y) => document.elementFromPoint(x, y).dataset.key"
# The map may still be coming back from behind a panel that was closed.
LIES_THERE = """(name, x, y) =>
  document.elementFromPoint(x, y)?.ariaLabel?.startsWith(`${name},`)"""
BEGIN = """() => {
  window.clicks = 0;
  document.addEventListener("click", () => {
    clicks++;
    window.last = performance.now();
  });
  document.documentElement.style.scrollBehavior = "auto";
}"""
# The whole map, with no panel over it.
WHOLE = """() => {
  document.querySelector("#details .close")?.click();
  document.querySelector("[data-t-label='map.reset']").click();
  document.querySelector(".map-box").scrollIntoView({ behavior: "instant" });
  window.clicks = 0;
}"""
# Two taps are a double tap, which zooms, unless time has passed between them.
NOT_DOUBLE = "() => performance.now() > last + 600"
OPENED = """() => {
  const panel = document.querySelector("#details");
  return panel.hidden ? "" : panel.querySelector("h2").textContent;
}"""


def whole(page: Page) -> None:
    page.run(WHOLE)
    page.wait_still()
    page.wait(NOT_DOUBLE)


def opens(page: Page, name: str, x: float, y: float) -> bool:
    """Tap, and tell whether that opened the country and nothing lies over the map."""
    page.wait(LIES_THERE, name, x, y)
    page.tap(x, y)
    page.wait("() => clicks > 0")
    told = page.run(OPENED) == name and not page.shown("#tooltip")
    whole(page)
    return told


def on_phone(reader, path: Path, fragment: str = "", width: int = 360) -> Page:
    page = reader.open(path, fragment, width=width, height=780, touch=True)
    page.run(BEGIN)
    whole(page)
    return page


@pytest.mark.parametrize(
    ("name", "width"), [("coalition", 360), ("paris-2025-03-11", 768)]
)
def test_a_tap_opens_the_country(reader, maps: Path, name: str, width: int):
    page = on_phone(reader, maps / f"{name}.html", width=width)
    countries = page.run(COUNTRIES)
    assert {"FRA", "ESP", "GBR", "POL"} <= set(countries)
    at = tried(page, [*countries.items()])
    assert [key for key, place in at if not opens(page, *place)] == []


def test_a_finger_hits_a_mark_of_24_px(reader, maps: Path):
    page = on_phone(reader, maps / "coalition.html")
    marks = page.run(MARKS)
    assert {"MLT", "LUX", "CYP"} <= set(marks)
    assert opens(page, *marks["LUX"][:3])
    ways = tried(page, [(11, 0), (-11, 0), (0, 0), (0, 11), (-7, -7), (7, 7), (0, -11)])
    for key in ("MLT", "CYP"):
        name, x, y, width = marks[key]
        assert round(width) == 24
        deaf = [way for way in ways if not opens(page, name, x + way[0], y + way[1])]
        assert deaf == []


def test_where_marks_crowd_each_is_hit_at_its_own_place(reader, maps: Path):
    page = on_phone(reader, maps / "coalition.html", "#view=world")
    marks = page.run(MARKS)
    assert min(width for *_, width in marks.values()) < 24
    for key, (_, x, y, width) in marks.items():
        reach = min(3, width / 2 - 0.5)
        hit = [page.run(UPPERMOST, x + across, y) for across in (-reach, 0, reach)]
        assert hit == [key] * 3
    at = tried(page, [*marks.items()])
    assert [key for key, (*place, _) in at if not opens(page, *place)] == []


@pytest.mark.parametrize(
    ("view", "width", "neighbour"), [("europe", 360, "BEL"), ("world", 768, "DEU")]
)
def test_luxembourg_leaves_its_neighbours_their_land(
    reader, maps: Path, view: str, width: int, neighbour: str
):
    page = on_phone(reader, maps / "coalition.html", f"#view={view}", width)
    land = {key: own / seen for key, (seen, own) in page.run(LAND).items() if seen > 9}
    assert land[neighbour] > 0.6
    assert {key: own for key, own in land.items() if own < 0.5} == {}
