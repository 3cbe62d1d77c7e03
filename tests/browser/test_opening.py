"""The still picture answers before the map is there, which goes on from where it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from engines.page import poll
from playwright.sync_api import Browser, Page
from profiles import Profiles

from geo.page.script import linked_modules

pytestmark = pytest.mark.browser
PAGES = ("coalition", "paris-2025-03-11")

VIEW_BOX = "document.getElementById('picture').getAttribute('viewBox')"
SHOWN = "#tooltip:not([hidden])"
LINES = """() => [...document.querySelectorAll("#tooltip > :not(.hint, .tooltip-area)")]
  .map(node => node.textContent.trim())"""
# A place of a country's largest part that is nothing else's, as near to its middle as
# can be.
LAND = """id => {
  const paths = document.querySelectorAll(
    `#picture .area > [data-country=${id}], #map_pledgemap [data-key=${id}]`);
  const path = [...paths].sort((a, b) => b.getTotalLength() - a.getTotalLength())[0];
  if (!path) return undefined;
  const { x, y, width, height } = path.getBBox();
  const shares = Array.from({ length: 400 },
    (_, i) => [(i % 20) / 20 - 0.5, Math.floor(i / 20) / 20 - 0.5]);
  const onScreen = ([across, down]) =>
    new DOMPoint(x + width * (across + 0.5), y + height * (down + 0.5))
      .matrixTransform(path.getScreenCTM());
  const found = shares.sort((a, b) => Math.hypot(...a) - Math.hypot(...b))
    .map(onScreen).find(({ x, y }) => document.elementFromPoint(x, y) === path);
  return found && [found.x, found.y];
}"""

# A reader who holds the mouse's button from the first moment on, at this place: the map
# waits.  A move without a button tells that it was let go.
START = (400, 600)
HELD = f"""new MutationObserver((_, observer) => {{
  const picture = document.getElementById("picture");
  if (!picture) return;
  observer.disconnect();
  const at = {{ bubbles: true, clientX: {START[0]}, clientY: {START[1]} }};
  const press = new PointerEvent("pointerdown", {{ pointerType: "mouse", ...at }});
  picture.dispatchEvent(press);
}}).observe(document, {{ childList: true, subtree: true }});"""


@pytest.fixture
def beginning(open_page, maps: Path, tmp_path: Path) -> Callable[..., Page]:
    """A page of which only the beginning has come: the picture, and its script."""

    def opener(name: str = "coalition", fragment: str = "", **options: object) -> Page:
        text = (maps / f"{name}.html").read_text(encoding="utf-8")
        path = tmp_path / f"{name}.html"
        path.write_text(
            text[: text.index('<script type="application/json"')], encoding="utf-8"
        )
        opened = open_page(path, fragment, wait_for="#picture", **options)
        assert opened.messages == []
        return opened.page

    return opener


@pytest.fixture
def held(profiles: Profiles, maps: Path) -> Callable[[str], Page]:
    """A whole page whose reader has not let go of the mouse yet."""
    pages = []

    def opener(name: str = "coalition") -> Page:
        page = profiles.page(1280, 1000, offline=True)
        pages.append(page)
        page.add_init_script(HELD)
        page.goto((maps / f"{name}.html").as_uri())
        page.wait_for_timeout(300)
        assert page.locator("html.is-ready").count() == 0
        assert page.locator("#picture .area").count() > 5
        return page

    yield opener
    for page in pages:
        page.close()


def told(page: Page, country: str) -> list[str]:
    page.mouse.move(*page.evaluate(LAND, country))
    page.wait_for_selector(SHOWN)
    return page.evaluate(LINES)


def middle_of(box: dict[str, float]) -> tuple[float, float]:
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def seen_box(page: Page) -> list[float]:
    """What of the picture's units its element shows: left, top, right, bottom."""
    return page.evaluate(
        """() => {
          const picture = document.getElementById("picture");
          const { left, top, right, bottom } = picture.getBoundingClientRect();
          const back = picture.getScreenCTM().inverse();
          const corner = (x, y) => new DOMPoint(x, y).matrixTransform(back);
          const [from, to] = [corner(left, top), corner(right, bottom)];
          return [from.x, from.y, to.x, to.y];
        }"""
    )


@pytest.mark.parametrize("name", PAGES)
def test_it_says_of_a_country_what_the_live_map_says(
    beginning, open_page, maps: Path, name: str
) -> None:
    page = beginning(name, height=1000)
    live = open_page(maps / f"{name}.html", height=1000).page
    countries = live.evaluate(
        "[...document.querySelectorAll('#map_pledgemap [data-key]')]"
        ".map(n => n.dataset.key).filter(key => /^[A-Z]{3}$/.test(key))"
    )
    drawn = [c for c in countries if page.evaluate(LAND, c)]
    assert len(drawn) >= 8
    for country in drawn:
        for reader in (page, live):
            reader.keyboard.press("Escape")  # a tooltip may lie over what comes next
        early = told(page, country)
        live.mouse.move(*live.evaluate(LAND, country))
        strong = live.locator("#tooltip strong", has_text=early[0])
        strong.wait_for()
        # The live one ends with the country's strip, which has no words.
        assert early == [line for line in live.evaluate(LINES) if line]
        assert page.locator("#picture .outline").get_attribute("d")


def test_a_country_without_data_is_named_too(beginning) -> None:
    assert told(beginning(), "SRB") == ["Serbia", "No data"]


def test_leaving_and_escape_put_the_tooltip_away(beginning) -> None:
    page = beginning()
    told(page, "POL")
    page.keyboard.press("Escape")
    assert page.locator(SHOWN).count() == 0
    told(page, "UKR")
    page.mouse.move(5, 5)
    page.wait_for_selector("#tooltip", state="hidden")
    assert page.locator("#picture .outline").get_attribute("d") == ""


@pytest.mark.parametrize("way", [(4000, 0), (-4000, 0), (0, 4000), (-4000, -4000)])
def test_it_is_dragged_as_far_as_it_is_drawn(beginning, way: tuple[int, int]) -> None:
    page = beginning(height=1000)
    before = seen_box(page)
    page.mouse.move(400, 600)
    page.mouse.down()
    page.mouse.move(400 + way[0], 600 + way[1], steps=5)
    page.mouse.up()
    after = seen_box(page)
    assert after != before
    reach = page.locator("#picture").get_attribute("data-reach") or ""
    left, top, right, bottom = map(float, reach.split(" "))
    assert after[0] >= left - 0.1
    assert after[1] >= top - 0.1
    assert after[2] <= right + 0.1
    assert after[3] <= bottom + 0.1


def test_only_with_control_does_the_wheel_zoom(beginning) -> None:
    # What is below the map has no height before the page is ready.
    page = beginning(height=400)
    page.mouse.move(400, 300)
    home = page.evaluate(VIEW_BOX)
    page.mouse.wheel(0, 90)
    poll(lambda: page.evaluate("window.scrollY") > 0, "the page to scroll")
    assert page.evaluate(VIEW_BOX) == home
    page.keyboard.down("Control")
    before = page.evaluate("devicePixelRatio")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    page.wait_for_timeout(200)
    assert page.evaluate("devicePixelRatio") == before
    assert float(page.evaluate(VIEW_BOX).split()[2]) < float(home.split()[2])


def test_an_address_that_asks_for_another_picture_gets_none_of_this(beginning) -> None:
    page = beginning(fragment="#date=2025-03-27")
    page.mouse.move(*page.evaluate(LAND, "POL"))
    page.wait_for_timeout(100)
    assert page.locator("#tooltip").count() == 0


def test_the_map_waits_for_the_button_and_opens_on_what_is_seen(held) -> None:
    page = held()
    page.mouse.down()
    page.mouse.move(320, 640)
    assert page.locator("html.is-ready").count() == 0
    ukraine = page.locator("#picture .subject").bounding_box()
    page.mouse.up()
    page.wait_for_selector("html.is-ready", state="attached")
    assert page.locator("#picture").count() == 0
    live = page.locator("#map_pledgemap .subject").bounding_box()
    assert middle_of(live) == pytest.approx(middle_of(ukraine), abs=1.5)


def test_the_map_opens_as_close_as_the_picture_was(held) -> None:
    page = held()
    page.mouse.down()
    page.mouse.move(*START)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -150)
    page.keyboard.up("Control")
    page.wait_for_timeout(100)
    ukraine = page.locator("#picture .subject").bounding_box()
    page.mouse.up()
    page.wait_for_selector("html.is-ready", state="attached")
    live = page.locator("#map_pledgemap .subject").bounding_box()
    assert ukraine["width"] > 200
    assert middle_of(live) == pytest.approx(middle_of(ukraine), abs=1.5)
    # The picture's corners are sharp, and its outline so much wider.
    assert live["width"] == pytest.approx(ukraine["width"], rel=0.04)


def test_what_is_pointed_at_stays_pointed_at(held) -> None:
    page = held()
    page.mouse.move(*page.evaluate(LAND, "POL"))
    page.wait_for_selector("html.is-ready", state="attached")
    page.wait_for_selector(SHOWN)
    assert page.evaluate(LINES)[0] == "Poland"
    assert page.locator("#tooltip").count() == 1
    assert page.locator("#map_pledgemap .outline").get_attribute("d") != "M0 0"


def test_what_was_clicked_is_opened_as_soon_as_it_can_be(held) -> None:
    page = held()
    page.locator("#picture .area > [data-country=FRA]").first.dispatch_event("click")
    page.mouse.move(*START)
    page.wait_for_selector("#details:not([hidden])")
    assert "France" in page.locator("#details h2").inner_text()
    assert "country=FRA" in page.url


def test_the_sight_stays_within_what_is_drawn(browser: Browser) -> None:
    page = browser.new_page()
    found = page.evaluate(
        f"""() => {{
          {linked_modules("boot/sight.js")}
          const seen = [100, 60];
          const sight = createSight([0, 0, 100, 50], [-20, -20, 120, 70]);
          const steps = [[500, 0], [0, 500], [-900, -900], [30, 2]];
          const boxes = [];
          for (const factor of [1, 3, 0.4, 50, 0.1]) {{
            sight.zoom(factor, [70, 20], seen);
            for (const step of steps) {{
              sight.move(step, seen);
              boxes.push([...sight.box(), sight.change()?.k ?? 1]);
            }}
          }}
          return boxes;
        }}"""
    )
    page.close()
    for x, y, width, height, k in found:
        middle = (x + width / 2, y + height / 2)
        assert 1 <= k <= 8
        assert (width, height) == pytest.approx((100 / k, 50 / k))
        assert middle[0] - 50 / k >= -20 - 1e-9
        assert middle[0] + 50 / k <= 120 + 1e-9
        assert middle[1] - 30 / k >= -20 - 1e-9
        assert middle[1] + 30 / k <= 70 + 1e-9


# Whether what lies below the map is laid out in the moment in which the page is whole.
WATCHED = """new MutationObserver((_, observer) => {
  const root = document.documentElement;
  if (!root?.matches(".is-ready")) return;
  observer.disconnect();
  window.below = ["#strips", "#unplaced", "#table", ".about"]
    .map(part => getComputedStyle(document.querySelector(part)).contentVisibility);
}).observe(document, { attributes: true, childList: true, subtree: true });"""


def test_a_page_is_whole_before_what_is_out_of_sight_is_laid_out(
    browser: Browser, maps: Path
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(WATCHED)
    page.goto((maps / "coalition.html").as_uri())
    page.wait_for_selector("html.is-ready", state="attached")
    assert page.evaluate("below") == ["hidden"] * 4
    page.close()
