"""Moving about the map, as far as it goes."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

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


@pytest.mark.parametrize("width", [1280, 360])
def test_leaving_the_view_brings_the_map_back(
    open_page, maps: Path, width: int
) -> None:
    opened = open_page(maps / "coalition.html", width=width)
    page = opened.page
    for name in ("Move left", "Move up") * 8:
        page.get_by_role("button", name=name).click()
    page.wait_for_timeout(300)
    assert opened.messages == []


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
    page = open_page(maps / "coalition.html", width=width).page
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
