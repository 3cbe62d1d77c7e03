"""On a narrow screen nothing is cut, and a table is still a table."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from speaking import speak

pytestmark = pytest.mark.browser

LINES = """selector => new Set([...document.querySelectorAll(selector)]
  .map(node => Math.round(node.getBoundingClientRect().top / 12))).size"""


def test_view_buttons_and_date_keep_to_their_lines(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", width=320).page
    assert page.evaluate(LINES, "#toolbar > .choices button") == 1
    middles = page.locator(".time-controls > *").evaluate_all(
        "nodes => nodes.map(n => n.getBoundingClientRect())"
        ".map(({ top, height }) => top + height / 2)"
    )
    assert max(middles) - min(middles) < 12


@pytest.mark.parametrize("width", [1280, 360])
def test_texts_to_copy_are_seen_whole(open_page, maps: Path, width: int) -> None:
    page = open_page(maps / "coalition.html", width=width).page
    page.locator(".take > summary").click()
    cut = page.locator(".take textarea").evaluate_all(
        "nodes => nodes.map(n => n.scrollHeight - n.clientHeight)"
    )
    assert len(cut) == 3
    assert max(cut) <= 1


def test_dates_of_statements_stand_on_one_line(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html").page
    page.locator("#table summary").first.click()
    lines = page.locator("#table td[data-date]").evaluate_all(
        """cells => cells.slice(0, 20).map(cell => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getClientRects().length;
        })"""
    )
    assert set(lines) == {1}


HEADS = """row => [...row.cells].map(cell => [cell.getAttribute("role"),
  getComputedStyle(cell, "::before").content.replace(/ \\/ ""$/, "")])"""


def heads(page: Page) -> list[list[str]]:
    return page.locator("#table tr[data-row=FRA]").evaluate(HEADS)


def test_a_row_is_a_stack_of_cells_with_their_headings(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", width=360).page
    box = page.locator("#table .table-box").first
    assert box.evaluate("node => node.scrollWidth <= node.clientWidth")
    table = page.get_by_role("table").first
    assert table.get_by_role("columnheader").all_inner_texts()[:2] == [
        "Country",
        "Status",
    ]
    row = table.get_by_role("row", name="France")
    assert row.get_by_role("rowheader").inner_text() == "France"
    assert row.get_by_role("cell").count() == 4
    assert [head for _, head in heads(page)][1:] == [
        '"Status"', '"Date"', '"Troops"', '"Rests on"',
    ]  # fmt: skip
    # Rows that the date and the filters write anew, in another language.
    speak(page, "fr")
    page.evaluate("location.hash = '#lang=fr&date=2025-03-11'")
    page.wait_for_timeout(500)
    assert heads(page)[1] == ["cell", '"Position"']
    hidden = page.locator("#table tr[data-row][hidden]")
    assert hidden.count() > 10
    assert not hidden.first.is_visible()


def test_without_a_script_the_table_scrolls(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", width=360, java_script_enabled=False).page
    head = page.locator("#table thead").first
    assert head.evaluate("node => getComputedStyle(node).position") != "absolute"


def test_on_a_tablet_the_countries_fit_in_their_table(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", width=768).page
    box = page.locator("#table .table-box").first
    assert box.locator("tbody tr").count() > 40
    for language in ("en", "de", "uk"):
        speak(page, language)
        assert box.evaluate("box => box.scrollWidth - box.clientWidth") == 0, language


SMALLER = """() => [...document.querySelectorAll(".country[data-status][data-key]")]
  .map(land => [land.dataset.key, land.getBoundingClientRect()])
  .filter(([key, { width, height }]) => Math.min(width, height) < 24)
  .map(([key]) => key)"""
SIDES = """nodes => nodes.map(node => {
  const { width, height } = node.getBoundingClientRect();
  return [node.firstChild.dataset?.country, Math.min(width, height)];
})"""


def test_what_is_too_small_to_hit_has_an_equal_way(open_page, maps: Path) -> None:
    """Crowded countries are opened from the table, and found by the search."""
    page = open_page(maps / "coalition.html", width=360).page
    smaller = page.evaluate(SMALLER)
    assert {"BEL", "SVN"} <= set(smaller)
    rows = dict(page.locator("#table tr[data-row] button").evaluate_all(SIDES))
    assert set(smaller) <= set(rows)
    assert min(rows.values()) >= 24
    page.locator("#search").fill("Be")
    answers = page.locator("#search-list [role=option]").evaluate_all(SIDES)
    assert len(answers) > 3
    assert min(side for _, side in answers) >= 24
