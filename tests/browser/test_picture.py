"""The static picture: it stands there without the script, and the live map fits it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page
from profiles import Profiles

pytestmark = pytest.mark.browser
PAGES = ("coalition", "paris-2025-03-11")
# A country is in the picture by its path, or by its dot.
COUNTRIES = """() => Object.fromEntries([...document.querySelectorAll(
  "#picture [data-country]")].map(n => [n.dataset.country,
  n.closest("[data-status], [data-weak]").dataset])
  .map(([id, { status, weak }]) => [id, status || `weak ${weak}`]))"""
LIVE = """() => Object.fromEntries([...document.querySelectorAll(
  "#map_pledgemap [data-key]")].map(n => [n.dataset.key, n])
  .filter(([id]) => /^[A-Z]{3}$/.test(id)) // a region's symbol has no colour
  .map(([id, n]) => [id, n.matches(".small-target") ? n.previousSibling : n])
  .map(([id, n]) => [id, n.style.fill.includes("weak") ? `weak ${n.dataset.status}`
    : n.dataset.status]))"""

SIZES = [
    (360, 780), (768, 1024), (1024, 768), (1280, 900), (1366, 768), (1440, 900),
    (1920, 1080),
]  # fmt: skip
PLACES = """root => {
  const box = document.querySelector(".map-box").getBoundingClientRect();
  const seen = [...document.querySelectorAll(`${root} text`)]
    .map(text => [text.textContent, text.getBoundingClientRect()])
    .filter(([, { width }]) => width);
  return { box: [box.x, box.y, box.width, box.height],
    labels: Object.fromEntries(seen.map(([text, { x, y, width, height }]) =>
      [text, [x - box.x, y - box.y, width, height]])) };
}"""

# Holds up what waits until the page is read.
NEVER_READ = """
  Object.defineProperty(document, "readyState", { value: "loading" });
  const listen = document.addEventListener;
  document.addEventListener = (type, ...others) =>
    type === "DOMContentLoaded" || listen.call(document, type, ...others);
"""


def silent(look_at, maps: Path, name: str, **options: object) -> Page:
    return look_at(maps / f"{name}.html", java_script_enabled=False, **options).page


@pytest.mark.parametrize("name", PAGES)
def test_a_country_has_the_look_that_it_has_on_the_live_map(
    look_at, maps: Path, name: str
) -> None:
    drawn = silent(look_at, maps, name).evaluate(COUNTRIES)
    live = look_at(maps / f"{name}.html").page.evaluate(LIVE)
    inside = {k: v for k, v in drawn.items() if v != "no_data" or k in live}
    assert len(inside) >= 8
    assert {k: live[k] for k in inside} == inside
    # What the picture leaves out lies outside its frame.
    beyond = {k for k, v in live.items() if v != "no_data"} - set(drawn)
    assert beyond <= {"ARG", "AUS", "CAN", "IDN", "JPN", "KOR", "NZL", "USA"}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    "mark",
    ["figure", "figure-halo", "badge", "glyph", "link", "link-rim", "hub", "subject"],
)
def test_a_mark_on_one_is_on_the_other(
    look_at, maps: Path, name: str, mark: str
) -> None:
    looks = f"""root => [...document.querySelectorAll(`${{root}} path.{mark}`)]
      .filter(n => !n.closest(".is-middle, .is-narrow"))
      .map(n => n.getAttribute("class").replace("leaflet-interactive", "").trim())
      .sort()"""
    drawn = silent(look_at, maps, name).evaluate(looks, "#picture")
    live = look_at(maps / f"{name}.html").page.evaluate(looks, "#map_pledgemap")
    assert drawn == live


PATTERNS = """window.patterns = new Set();
new MutationObserver(() =>
  document.querySelectorAll("pattern").forEach(one => patterns.add(one))
).observe(document, { childList: true, subtree: true });"""


@pytest.mark.parametrize("name", PAGES)
def test_what_it_is_filled_from_stays_when_the_live_map_takes_its_place(
    browser: Browser, maps: Path, name: str
) -> None:
    """WebKit never finds another pattern of the same id."""
    page = browser.new_page()
    page.add_init_script(PATTERNS)
    page.goto((maps / f"{name}.html").as_uri())
    page.wait_for_selector("html.is-ready", state="attached")
    there = page.evaluate("[...patterns].map(one => [one.id, one.isConnected])")
    page.close()
    assert {"stripes", "hatch", "weak-opposed"} <= set(dict(there))
    assert len(dict(there)) == len(there)
    assert all(stays for _, stays in there)


@pytest.fixture
def never_read(profiles: Profiles, maps: Path) -> Iterator[Callable[..., Page]]:
    """A page of which the last part never comes."""
    pages = []

    def opener(name: str, size: tuple[int, int] = (1280, 900)) -> Page:
        page = profiles.page(*size, offline=True)
        pages.append(page)
        page.add_init_script(NEVER_READ)
        page.goto((maps / f"{name}.html").as_uri())
        page.wait_for_selector("#picture.is-over-map", state="attached")
        return page

    yield opener
    for page in pages:
        page.close()


@pytest.mark.parametrize("name", PAGES)
def test_the_live_map_answers_before_its_labels_are_there(
    never_read, name: str
) -> None:
    """The picture's labels stay until the page is read, and cover nothing."""
    page = never_read(name)
    assert page.locator("#picture > .labels").count() == 3
    assert page.locator("#picture > .area").count() == 0
    background = "node => getComputedStyle(node).backgroundColor"
    assert page.locator("#picture").evaluate(background) == "rgba(0, 0, 0, 0)"
    page.locator("#map_pledgemap .subject").first.hover(force=True)
    page.wait_for_selector("#tooltip:visible")
    assert "Ukraine" in page.locator("#tooltip").inner_text()


# How the map's box moves where nothing is above it but what Python wrote.
WITHOUT_CONTROLS = """() => {
  const box = () => document.querySelector(".map-box").getBoundingClientRect();
  const { x, y, width, height } = box();
  for (const id of ["toolbar", "languages"])
    document.getElementById(id).replaceChildren();
  return [x - box().x, y - box().y, width - box().width, height - box().height];
}"""


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_moves_when_the_live_map_is_there(
    never_read, open_page, maps: Path, name: str, size: tuple[int, int]
) -> None:
    """The map has the box and the labels that the reader saw, where they were."""
    width, height = size
    before = never_read(name, size).evaluate(PLACES, "#picture")
    live = open_page(maps / f"{name}.html", width=width, height=height).page
    after = live.evaluate(PLACES, "svg.labels")
    assert len(before["labels"]) >= 10
    assert after["box"] == before["box"]
    assert list(after["labels"]) == list(before["labels"])
    for text, place in before["labels"].items():
        assert after["labels"][text] == pytest.approx(place, abs=2.5), text
    assert live.evaluate(WITHOUT_CONTROLS) == [0, 0, 0, 0]
    assert live.locator("#picture").count() == 0


@pytest.mark.parametrize("size", [SIZES[0], SIZES[1], SIZES[3]], ids=str)
def test_a_regions_symbol_stands_where_the_live_map_has_it(
    look_at, maps: Path, size: tuple[int, int]
) -> None:
    """Its target, at the edge of the view, with the arrow's and the badge's middle."""
    width, height = size
    places = """selector => {
      const box = document.querySelector(".map-box").getBoundingClientRect();
      return [...document.querySelectorAll(selector)]
        .map(node => node.getBoundingClientRect())
        .filter(({ width }) => width)
        .map(({ x, y, width, height }) =>
          [x + width / 2 - box.x, y + height / 2 - box.y])
        .sort(([, a], [, b]) => a - b);
    }"""
    drawn = silent(look_at, maps, PAGES[1], width=width, height=height)
    live = look_at(maps / f"{PAGES[1]}.html", width=width, height=height).page
    for still, alive, count in [
        ("#picture [data-actor]", "#map_pledgemap [data-key^='videoconference ']", 2),
        ("#picture .arrow", "#map_pledgemap .arrow", 2),
        ("#picture .badge.remote", "#map_pledgemap .badge.remote", 2),
    ]:  # fmt: skip
        before, after = drawn.evaluate(places, still), live.evaluate(places, alive)
        assert len(before) == len(after) == count
        assert np.abs(np.array(before) - after).max() < 2.5, still


@pytest.mark.parametrize("name", PAGES)
def test_the_land_lies_where_the_live_map_has_it(
    look_at, maps: Path, name: str
) -> None:
    """Ukraine's box, in pixels of the page's map, is the same to two pixels."""
    box = """selector => {
      const frame = document.querySelector(".map-box").getBoundingClientRect();
      const { x, y, width, height } =
        document.querySelector(selector).getBoundingClientRect();
      return [x - frame.x, y - frame.y, width, height];
    }"""
    drawn = silent(look_at, maps, name).evaluate(box, "#picture .subject")
    page = look_at(maps / f"{name}.html").page
    live = page.evaluate(box, "#map_pledgemap .subject")
    assert np.abs(np.array(drawn) - live).max() < 2.5


@pytest.mark.parametrize("name", PAGES)
def test_it_has_a_title_and_a_description(look_at, maps: Path, name: str) -> None:
    page = silent(look_at, maps, name)
    picture = page.get_by_role("img").first
    assert picture.is_visible()
    assert picture.get_attribute("aria-labelledby") == "picture-title picture-text"
    text = page.locator("#picture-text").text_content() or ""
    assert len(text) > 100
    labels = page.locator("#picture .is-wide text").all_text_contents()
    assert "Ukraine" in labels
    assert any("France" in label for label in labels)


@pytest.mark.parametrize("width", [1280, 360])
def test_labels_never_lie_over_one_another(look_at, maps: Path, width: int) -> None:
    page = silent(look_at, maps, "coalition", width=width)
    boxes = page.evaluate(
        """() => [...document.querySelectorAll("#picture text")]
          .map(n => n.getBoundingClientRect()).filter(b => b.width)
          .map(b => [b.left, b.top, b.right, b.bottom])"""
    )
    assert len(boxes) > 8
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            aside = min(a[2] - b[0], b[2] - a[0])
            above = min(a[3] - b[1], b[3] - a[1])
            assert min(aside, above) < 3  # the boxes of letters are taller than they


def test_without_javascript_there_is_a_legend_and_no_dead_control(
    look_at, maps: Path
) -> None:
    page = silent(look_at, maps, "coalition")
    assert "Pledged troops" in page.locator("#panel").inner_text()
    assert page.locator("#panel .picture").count() > 10
    assert page.locator("button:visible, select:visible, input:visible").count() == 0


@pytest.mark.parametrize("name", PAGES)
def test_the_live_legend_says_what_the_static_one_says(
    look_at, maps: Path, name: str
) -> None:
    rows = """() => [...document.querySelectorAll("#panel .legend li, #panel p.note")]
      .map(n => n.textContent.trim())"""
    static = silent(look_at, maps, name).evaluate(rows)
    assert len(static) > 10
    assert look_at(maps / f"{name}.html").page.evaluate(rows) == static


@pytest.mark.parametrize("name", PAGES)
def test_what_lies_outside_the_view_is_said_with_it(
    look_at, maps: Path, name: str
) -> None:
    said = silent(look_at, maps, name).locator(".outside").all_inner_texts()
    live = look_at(maps / f"{name}.html").page.locator(".outside:not([hidden])")
    assert said == live.all_inner_texts()
