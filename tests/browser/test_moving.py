"""Moving about the map, as far as it goes."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

OUTLINE_AND_COUNTRY = """() => [".outline-open", ".country[data-key=FRA]"].map(mark => {
  const { x, y, width, height } =
    document.querySelector(`#map_pledgemap ${mark}`).getBBox();
  return [x, y, width, height];
})"""


def assert_outlined(page: Page) -> None:
    outline, country = page.evaluate(OUTLINE_AND_COUNTRY)
    assert outline == pytest.approx(country, abs=2)
    assert min(country[2:]) > 5


def test_the_open_country_is_outlined_where_it_lies_in_every_view(
    open_page, maps: Path
) -> None:
    page = open_page(maps / "coalition.html", "#country=FRA").page
    assert_outlined(page)
    for name in ("World", "Asia", "World", "Europe"):
        page.get_by_role("button", name=name, exact=True).click()
        if name != "Asia":
            assert_outlined(page)


def test_an_address_that_changes_view_and_country_outlines_it(
    open_page, maps: Path
) -> None:
    page = open_page(maps / "coalition.html", "#view=world&country=FRA").page
    assert_outlined(page)
    page.evaluate("location.hash = '#country=FRA'")
    page.wait_for_timeout(200)
    assert_outlined(page)
    page.go_back()
    page.wait_for_timeout(200)
    assert "view=world" in page.evaluate("location.hash")
    assert_outlined(page)


def test_leaving_the_view_brings_the_map_back(open_page, maps: Path) -> None:
    opened = open_page(maps / "coalition.html", width=360, **AT_ONCE)
    page = opened.page
    for name in ("Zoom in", *("Move left", "Move up") * 10):
        press(page, name)
    # A move takes its time.
    for name, off in (
        ("Move left", "true"), ("Move up", "true"),
        ("Move right", "false"), ("Move down", "false"),
    ):  # fmt: skip
        button = page.get_by_role("button", name=name)
        expect(button).to_have_attribute("aria-disabled", off)
    assert page.evaluate("document.activeElement.ariaLabel") == "Move up"
    assert names_in_sight(page)
    assert opened.messages == []


#: Who asked for less motion is at once where a button leads.
AT_ONCE = {"reduced_motion": "reduce"}


def press(page: Page, name: str) -> None:
    """By keyboard: a button that is off keeps the focus, and does nothing."""
    page.get_by_role("button", name=name).focus()
    page.keyboard.press("Enter")


def is_off(page: Page, name: str) -> bool:
    button = page.get_by_role("button", name=name)
    return button.get_attribute("aria-disabled") == "true"


def names_in_sight(page: Page) -> list[str]:
    return page.evaluate(
        """() => {
          const box = document.querySelector(".folium-map").getBoundingClientRect();
          return [...document.querySelectorAll("#map_pledgemap path.country")]
            .filter(n => n.getAttribute("d").length > 6).filter(n => {
              const { left, right, top, bottom } = n.getBoundingClientRect();
              return left < box.right && right > box.left && top < box.bottom
                && bottom > box.top;
            }).map(n => n.dataset.key).filter(Boolean); }"""
    )


def test_zoom_ends_where_the_boundaries_do(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", width=360, **AT_ONCE).page
    assert not is_off(page, "Zoom in")
    for _ in range(8):
        press(page, "Zoom in")
    assert is_off(page, "Zoom in")
    assert page.evaluate("document.activeElement.ariaLabel") == "Zoom in"
    press(page, "Back to the whole view")
    for _ in range(3):
        press(page, "Zoom out")
    assert is_off(page, "Zoom out")
    assert not is_off(page, "Zoom in")


PRESSED = """async name => {
  const mark = document.querySelector("#map_pledgemap .country[data-key=UKR]");
  const places = [];
  const look = () => {
    const { x, width } = mark.getBoundingClientRect();
    places.push(x + width / 2);
  };
  look();
  [...document.querySelectorAll("button")].find(b => b.ariaLabel === name).click();
  const began = performance.now();
  while (performance.now() - began < 800) {
    await new Promise(requestAnimationFrame);
    look();
  }
  return places;
}"""


def test_the_map_moves_straight_to_where_it_ends(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html").page
    press(page, "Zoom in")
    page.wait_for_selector(".moves:not(.is-home)")
    page.wait_for_selector(".leaflet-zoom-anim", state="detached")
    for name in ("Zoom in", "Move left", "Zoom out"):
        places = page.evaluate(PRESSED, name)
        first, last = sorted((places[0], places[-1]))
        assert last - first > 20, name
        assert min(places) > first - 4, name
        assert max(places) < last + 4, name


def test_zoom_goes_to_what_the_map_is_about(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", "#view=world", **AT_ONCE).page
    for _ in range(2):
        press(page, "Zoom in")
    assert {"FRA", "ITA", "ROU", "UKR"} <= set(names_in_sight(page))
    page = open_page(maps / "coalition.html", "#view=world&country=JPN", **AT_ONCE).page
    for _ in range(4):
        press(page, "Zoom in")
    assert "JPN" in names_in_sight(page)


INSET_SEEN = "document.querySelector('.inset-frame')?.getAttribute('d').length > 4"
BOX = """() => {
  const map = document.querySelector('.folium-map');
  return [map.clientWidth, map.clientHeight];
}"""
UNDER_BUTTONS = """() => {
  const box = document.querySelector('.zooms').getBoundingClientRect();
  const isUnder = ({ left, right, top, bottom }) =>
    left < box.right && right > box.left && top < box.bottom && bottom > box.top;
  const texts = [...document.querySelectorAll('.leaflet-labels-pane .labels text')];
  return !texts.length ? ['no texts'] : texts
    .filter(text => isUnder(text.getBoundingClientRect()))
    .map(text => text.textContent);
}"""


@pytest.mark.parametrize("width", [1366, 360])
def test_who_zooms_in_on_the_world_sees_it_without_its_inset(
    open_page, maps: Path, width: int
) -> None:
    opened = open_page(maps / "coalition.html", "#view=world", width=width, **AT_ONCE)
    page = opened.page
    box = page.evaluate(BOX)
    assert page.evaluate(INSET_SEEN)
    press(page, "Zoom in")
    # What the inset showed is in the middle, as large, and there once.
    assert not page.evaluate(INSET_SEEN)
    assert {"POL", "DEU", "UKR"} <= set(names_in_sight(page))
    assert page.evaluate(BOX) == box
    assert page.evaluate(UNDER_BUTTONS) == []
    for _ in range(8):
        if not is_off(page, "Zoom out"):
            press(page, "Zoom out")
    assert page.evaluate(INSET_SEEN)
    assert is_off(page, "Zoom out")
    assert opened.messages == []


def test_no_text_is_under_the_buttons_in_the_inset(open_page, maps: Path) -> None:
    page = open_page(
        maps / "paris-2025-03-11.html", "#view=world", width=360, **AT_ONCE
    ).page
    assert page.evaluate(UNDER_BUTTONS) == []


def test_walking_to_every_country(open_page, maps: Path) -> None:
    opened = open_page(maps / "coalition.html")
    page = opened.page
    page.locator("#map_pledgemap [tabindex='0']").focus()
    seen = set()
    for key in ["ArrowRight"] * 50 + ["ArrowLeft"] * 50:
        page.keyboard.press(key)
        seen.add(page.evaluate("document.activeElement.dataset.key"))
    assert len(seen) == page.locator("[data-key][role=button]").count()
    assert opened.messages == []


@pytest.mark.parametrize("width", [1280, 360])
def test_circles_have_the_size_of_their_legend(
    open_page, maps: Path, width: int
) -> None:
    """The legend's largest circle is 6,000, and so is France's."""
    layers = "#layers=status,figures,other_figures"
    page = open_page(maps / "coalition.html", layers, width=width).page
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for view in ("World", "Europe"):
        page.get_by_role("button", name=view, exact=True).click()
        page.wait_for_timeout(300)
        widest = """selector => Math.max(0, ...[...document.querySelectorAll(selector)]
            .map(node => node.getBBox().width))"""
        legend = page.evaluate(widest, "circle.is-size")
        drawn = page.evaluate(widest, "#map_pledgemap path.figure")
        # The widest on the map is the United Kingdom's 7,500.
        assert legend > 5
        assert drawn / legend == pytest.approx((7500 / 6000) ** 0.5, rel=0.03)
