"""Signs and labels of the live map: each on its own country, over no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# For each sign the countries whose dot, or else whose land, lies under its middle.
SIGNS = """() => {
  const all = (kind) => [...document.querySelectorAll(`#map_pledgemap ${kind}`)];
  const lands = all("path.country[data-key]").map((land) => [land.dataset.key, land]);
  const dots = all(".small-dot").map((dot) => [dot.nextSibling.dataset.key, dot]);
  return [...document.querySelectorAll("svg.labels .status-sign")].map((sign) => {
    const { x, y, width, height } = sign.getBoundingClientRect();
    const at = new DOMPoint(x + width / 2, y + height / 2);
    const holding = (shapes) => shapes.filter(([, shape]) =>
      shape.isPointInFill(at.matrixTransform(shape.getScreenCTM().inverse())));
    const found = [holding(dots), holding(lands)].find((under) => under.length) ?? [];
    return { of: sign.dataset.of, under: found.map(([key]) => key),
      box: [x, y, x + width, y + height] };
  });
}"""
TEXTS = """() => [...document.querySelectorAll("svg.labels text")].map((text) => {
  const { x, y, width, height } = text.getBoundingClientRect();
  return { of: text.dataset.of, look: text.getAttribute("class"),
    said: [...text.children].map((line) => line.textContent)
      .filter((line) => line.trim()).join(" "),
    box: [x, y, x + width, y + height] };
})"""
MARKS = """() => [...document.querySelectorAll(
  "#map_pledgemap path.figure, #map_pledgemap .badge, #map_pledgemap .small-dot")]
  .map((mark) => mark.getBoundingClientRect())
  .map(({ x, y, width, height }) => [x + width / 2, y + height / 2, width / 2])"""
PEOPLE = "&layers=status,figures,videoconference,in_person,disputed"
CASES = [
    *(("coalition", "#view=europe", width) for width in (1280, 768, 360)),
    ("coalition", "#view=world", 360),
    *(("coalition", f"#view={view}", 1280) for view in ("world", "asia", "oceania")),
    *(("coalition", f"#lang=fr{PEOPLE}", width) for width in (1280, 360)),
    *(("paris-2025-03-11", "", width) for width in (1280, 360)),
    ("coalition", "#date=2025-09-04", 1280),
]


@pytest.fixture
def shown(request: pytest.FixtureRequest, look_at: Any, maps: Path) -> Page:
    name, fragment, width = request.param
    page: Page = look_at(maps / f"{name}.html", fragment, width=width).page
    page.wait_for_timeout(300)
    return page


def europe(width: int) -> list[tuple[str, str, int]]:
    return [("coalition", "#view=europe", width)]


@pytest.mark.parametrize("shown", CASES, indirect=True, ids=lambda case: f"{case}")
def test_each_is_on_or_beside_its_own_and_over_no_other(shown: Page) -> None:
    signs, texts = shown.evaluate(SIGNS), shown.evaluate(TEXTS)
    assert signs
    for sign in signs:
        # A sign beside its mark may stand at sea, never on another country.
        assert set(sign["under"]) <= {sign["of"]}, sign
    for i, one in enumerate(texts):
        for sign in signs:
            assert overlap(one["box"], sign["box"]) == 0, (one, sign)
        for other in texts[:i]:
            assert overlap(one["box"], other["box"]) == 0, (one, other)
        for x, y, r in shown.evaluate(MARKS) if i == 0 else ():
            assert not any(in_circle(text["box"], x, y, r) for text in texts)


@pytest.mark.parametrize("shown", CASES[:4], indirect=True, ids=lambda case: f"{case}")
def test_a_name_stands_nearest_to_its_own_sign(shown: Page) -> None:
    signs, marks = shown.evaluate(SIGNS), shown.evaluate(MARKS)
    led = shown.evaluate(
        "[...document.querySelectorAll('.lead')].map((one) => one.dataset.of)"
    )
    for text in shown.evaluate(TEXTS):
        if text["look"] != "label-name" or text["of"] in led:
            continue
        away = {sign["of"]: apart(text["box"], sign["box"]) for sign in signs}
        on_mark = min(
            (apart(text["box"], (x - r, y - r, x + r, y + r)) for x, y, r in marks),
            default=99,
        )
        own = min(away.get(text["of"], 99), on_mark)
        assert own <= 5, text
        assert all(gap >= own - 3 for of, gap in away.items() if of != text["of"])


@pytest.mark.parametrize("shown", europe(1280), indirect=True)
def test_big_countries_are_named_before_small_ones(shown: Page) -> None:
    names = {text["of"] for text in shown.evaluate(TEXTS)}
    assert {"DEU", "AUT", "CZE", "POL", "ITA", "ROU", "FRA", "UKR", "EST"} <= names
    assert len(names) > 28
    # All that figures are stands beside them.
    figures = [t for t in shown.evaluate(TEXTS) if t["look"] == "label-figure"]
    told = {text["of"] for text in figures}
    assert told == {"GBR", "FRA", "EST", "LTU"}


WHEN = ("", "&date=2025-04-30", "&date=2025-09-23")
FIGURES = [
    *(("coalition", f"#view=europe{when}", w) for when in WHEN for w in (360, 1280)),
    *(("paris-2025-03-11", "#lang=en", w) for w in (360, 1280)),
]
# What the page's table says of a country's figures, the foremost first.
TOLD = """() => Object.fromEntries([...document.querySelectorAll("tr[data-row]")]
  .map((row) => [row.dataset.row, row.cells[3].innerHTML
    .split("<br>")[0].replace(/<[^>]*>/g, "")]))"""
# A mark of what is no pledge, or is weak, in the table and on the map.
MARKS_OF_FIGURES = {
    "estimated by others": ", est.",
    "already deployed": " already ",
    "weak sources only": " (weak)",
}


@pytest.mark.parametrize("shown", FIGURES, indirect=True, ids=lambda case: f"{case}")
def test_a_map_says_a_countrys_foremost_figure_or_none(shown: Page) -> None:
    texts, told = shown.evaluate(TEXTS), shown.evaluate(TOLD)
    figures = [text for text in texts if text["look"] == "label-figure"]
    assert figures
    for text in figures:
        said, foremost = text["said"].replace("≈", "about"), told[text["of"]]
        number = re.split(",? (?:est\\.|already |\\(weak)|…", said)[0]
        assert foremost.startswith(number), (said, foremost)
        for in_the_table, on_the_map in MARKS_OF_FIGURES.items():
            assert (in_the_table in foremost) == (on_the_map in said), said
    for i, one in enumerate(texts):
        assert all(overlap(one["box"], other["box"]) == 0 for other in texts[:i])


@pytest.mark.parametrize("shown", europe(360), indirect=True)
def test_who_pledged_is_named_on_a_narrow_map_before_figures(shown: Page) -> None:
    texts = shown.evaluate(TEXTS)
    names = {text["of"] for text in texts if text["look"] == "label-name"}
    # A name of which half lies on others would be taken for theirs.
    assert {"RUS", "FRA", "TUR", "EST"} <= names
    said = {t["of"]: t["said"] for t in texts if t["look"] == "label-figure"}
    assert said["FRA"] == "“several thousand”"


def test_without_colours_names_stand_on_their_points(open_page, maps: Path) -> None:
    shown = open_page(maps / "coalition.html").page
    shown.locator("#panel input[type=radio]").last.check()
    shown.wait_for_timeout(300)
    assert shown.evaluate(SIGNS) == []
    assert len(shown.evaluate(TEXTS)) > 20


@pytest.mark.parametrize("shown", europe(360), indirect=True)
def test_who_pledged_troops_has_a_sign_on_a_narrow_map(shown: Page) -> None:
    signed = {sign["of"] for sign in shown.evaluate(SIGNS)}
    assert {"GBR", "FRA", "EST", "LTU", "DEU", "LUX"} <= signed


def overlap(a: list[float], b: list[float]) -> float:
    """How much of two boxes is common, beyond the room of letters and strokes."""
    aside = min(a[2], b[2]) - max(a[0], b[0])
    above = min(a[3], b[3]) - max(a[1], b[1])
    return 0 if aside <= 2 or above <= 4 else aside * above


def apart(a: list[float], b: tuple[float, ...] | list[float]) -> float:
    aside = max(a[0] - b[2], 0, b[0] - a[2])
    above = max(a[1] - b[3], 0, b[1] - a[3])
    return max(aside, above)


def in_circle(box: list[float], x: float, y: float, r: float) -> bool:
    """Whether a circle lies under letters, whose boxes have room above and below."""
    aside = max(box[0] + 1 - x, 0, x - box[2] + 1)
    above = max(box[1] + 3 - y, 0, y - box[3] + 3)
    return (aside**2 + above**2) ** 0.5 < r - 2
