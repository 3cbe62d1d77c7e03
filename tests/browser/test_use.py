"""What a reader does with the page, by mouse and by keyboard alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from speaking import speak

pytestmark = pytest.mark.browser


@pytest.fixture
def coalition(open_page, maps: Path) -> Page:
    return open_page(maps / "coalition.html").page


@pytest.fixture(scope="module")
def as_it_opens(look_at, maps: Path) -> Page:
    """The page for tests that only read it."""
    return look_at(maps / "coalition.html").page


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.getAttribute('aria-label') || ''")


def to_the_map(page: Page) -> None:
    """Press Tab until a country has the focus."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.key !== undefined"):
            return
    pytest.fail("no country can be reached with Tab")


def test_every_country_with_data_has_a_name_and_a_status(as_it_opens: Page) -> None:
    named = as_it_opens.evaluate(
        "[...document.querySelectorAll('[data-key][role=button]')]"
        ".map(n => [n.dataset.key, n.getAttribute('aria-label')])"
    )
    labels = dict(named)
    assert len(labels) == len(named) == 46  # 45 with statements, and Malta, absent
    assert labels["FRA"].startswith("France, Pledged troops")
    assert "6 January 2026" in labels["FRA"]


def test_the_map_is_one_tab_stop(as_it_opens: Page) -> None:
    stops = as_it_opens.locator("#map_pledgemap [tabindex='0']").count()
    assert stops == 1


def test_arrows_move_enter_opens_escape_leaves(coalition: Page) -> None:
    to_the_map(coalition)
    seen = {focused(coalition)}
    for _ in range(5):
        coalition.keyboard.press("ArrowRight")
        seen.add(focused(coalition))
    assert len(seen) == 6
    name = focused(coalition).split(",")[0]
    coalition.keyboard.press("Enter")
    assert coalition.locator("#details").is_visible()
    assert name in coalition.locator("#details").inner_text()
    coalition.keyboard.press("Escape")
    assert not coalition.locator("#details").is_visible()


# A point of a country's land.
LAND = """land => {
  const { left, top, right, bottom } = land.getBoundingClientRect();
  for (let x = left + 9; x < right; x += 9)
    for (let y = top + 9; y < bottom; y += 9)
      if (document.elementFromPoint(x, y) === land) return [x, y];
}"""


def test_focus_shows_the_same_as_hover(coalition: Page) -> None:
    to_the_map(coalition)
    by_focus = coalition.locator("[role=tooltip]").inner_text()
    coalition.keyboard.press("Escape")
    assert focused_name(by_focus) in by_focus
    # Escape led to the choice of the view, below the map.
    coalition.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    x, y = coalition.locator("[data-key='FRA']").first.evaluate(LAND)
    coalition.mouse.move(x, y)
    coalition.wait_for_timeout(200)
    by_hover = coalition.locator("[role=tooltip]").inner_text()
    assert by_hover.startswith("France")
    assert "Pledged troops" in by_hover


def focused_name(text: str) -> str:
    return text.splitlines()[0]


def test_a_click_opens_a_country_and_the_address_says_so(coalition: Page) -> None:
    coalition.locator("[data-key='UKR']").first.click()
    details = coalition.locator("#details").inner_text()
    assert "Ukraine" in details
    assert "country=UKR" in coalition.evaluate("location.hash")


def test_the_language_is_switched_everywhere(coalition: Page) -> None:
    speak(coalition, "fr")
    assert coalition.evaluate("document.documentElement.lang") == "fr"
    expect(coalition).to_have_title(re.compile("^Qui enverrait"))
    assert "Royaume-Uni" in coalition.locator("#table").inner_text()
    untranslated = coalition.evaluate(
        "[...document.querySelectorAll('[data-t]')]"
        ".filter(n => n.textContent === n.dataset.t)"
        ".map(n => n.dataset.t)"
    )
    assert untranslated == []


def test_layers_are_switched_and_their_legends_follow(coalition: Page) -> None:
    box = coalition.get_by_role("checkbox", name="Took part in person")
    assert not box.is_checked()
    before = coalition.locator("#panel").inner_text()
    box.check()
    assert "in_person" in coalition.evaluate("location.hash")
    assert coalition.locator("#panel").inner_text() != before


def test_a_copied_address_opens_the_same_picture(open_page, maps: Path) -> None:
    path = maps / "coalition.html"
    first = open_page(path).page
    speak(first, "fr")
    first.get_by_role("button", name="Monde").click()
    first.locator("[data-key='AUS']").first.click()
    address = first.evaluate("location.hash")
    second = open_page(path, address).page
    assert (
        second.locator("#details").inner_text()
        == first.locator("#details").inner_text()
    )
    assert second.evaluate("document.documentElement.lang") == "fr"


def test_the_wheel_scrolls_the_page_and_ctrl_zooms_the_map(coalition: Page) -> None:
    box = coalition.locator("#map_pledgemap").bounding_box()
    assert box is not None
    coalition.mouse.move(box["x"] + 200, box["y"] + 200)
    coalition.mouse.wheel(0, 300)
    coalition.wait_for_timeout(200)
    assert coalition.evaluate("scrollY") > 0


def test_spain_on_the_articles_map(open_page, maps: Path) -> None:
    page = open_page(maps / "paris-2025-03-11.html", "#lang=en&country=ESP").page
    details = page.locator("#details").inner_text()
    assert "already deployed in Eastern Europe" in details
    assert "What other sources say" in details
    # Spain's defence minister, five days before the meeting: no decision taken.
    assert "6 March 2025" in details.partition("What other sources say")[2]


def test_closing_a_country_leads_back_to_what_opened_it(coalition: Page) -> None:
    here = "document.activeElement"
    button = coalition.locator("#table tr[data-row=ROU] button")
    button.focus()
    coalition.keyboard.press("Enter")
    assert coalition.evaluate(f"{here}.closest('#details') !== null")
    coalition.keyboard.press("Escape")
    assert coalition.evaluate(f"{here}.closest('tr')?.dataset.row") == "ROU"
    expect(button).to_be_in_viewport()
    # From the map it leads back to the map, whatever was opened before.
    coalition.locator("[data-key=POL]").first.focus()
    coalition.keyboard.press("Enter")
    coalition.keyboard.press("Escape")
    assert coalition.evaluate(f"{here}.dataset.key") == "POL"


def test_a_link_inside_the_page_leaves_the_address_alone(coalition: Page) -> None:
    coalition.get_by_role("button", name="World").click()
    coalition.locator("[data-key=AUS]").first.click()
    state = coalition.evaluate("location.hash")
    steps = coalition.evaluate("history.length")
    link = coalition.locator("#table tr[data-row=FRA] .source a")
    entry = coalition.locator(link.get_attribute("href") or "")
    assert not entry.is_visible()
    link.click()
    expect(entry).to_be_focused()
    expect(entry).to_be_in_viewport()
    coalition.locator("#panel a[href='#unplaced']").evaluate("node => node.click()")
    expect(coalition.locator("#unplaced")).to_be_in_viewport()
    assert coalition.evaluate("location.hash") == state
    assert coalition.evaluate("history.length") == steps
    coalition.go_back()
    expect(coalition.locator("#details")).to_be_hidden()


def test_control_and_click_opens_the_part_in_a_tab_of_its_own(coalition: Page) -> None:
    link = coalition.locator("#table tr[data-row=FRA] .source a")
    with coalition.context.expect_page() as opened:
        link.click(modifiers=["ControlOrMeta"])
    assert opened.value.url.endswith(link.get_attribute("href"))


def test_an_address_of_a_source_leads_to_it(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", "#source-ifu_327").page
    expect(page.locator("#source-ifu_327")).to_be_in_viewport()
    expect(page.locator("#source-ifu_327")).to_be_focused()
    found = open_page(maps / "coalition.html", "#50%")
    assert found.messages == []


def test_a_countrys_name_stands_on_its_rows_line(as_it_opens: Page) -> None:
    lines = as_it_opens.evaluate(
        """() => ["th [data-country]", "td [data-t]"].map(part =>
          document.querySelector(`#table tr[data-row=AUS] ${part}`)
            .getClientRects()[0].bottom)"""
    )
    assert abs(lines[0] - lines[1]) <= 1


def test_targets_are_large_enough(as_it_opens: Page) -> None:
    # A target within a sentence may be as high as its line (criterion 2.5.8).
    small = as_it_opens.evaluate(
        """[...document.querySelectorAll('button, select, input, summary')]
           .filter(n => n.offsetParent && !n.closest('.headline'))
           .map(n => [n, (n.closest('label') || n).getBoundingClientRect()])
           .filter(([n, r]) => r.width < 24 || r.height < 24)
           .map(([n, r]) => `${n.outerHTML.slice(0, 80)} ${r.width}x${r.height}`)"""
    )
    assert small == []
