"""Figures are said alike everywhere: in words, withheld, weak, and of another day."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
FIGURES = {
    "LTU": ["“several hundred” pledged"],
    "GBR": [
        "number withheld, 7 January 2026",
        "about 7,500 estimated by others, 10 January 2026",
    ],
    "SWE": [
        "number withheld, 20 March 2025",
        "about 600 already deployed in Latvia, weak sources only, about January 2026",
    ],
}


def told_in_the_table(page: Page, country: str) -> list[str]:
    cell = page.locator(f"tr[data-row={country}] td:nth-child(4)")
    return cell.inner_text().split("\n")


def test_the_static_table_says_them(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", java_script_enabled=False).page
    for country, said in FIGURES.items():
        assert told_in_the_table(page, country) == said


def test_table_panel_and_file_say_the_same(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", "#date=2025-09-04").page
    # The table is written anew, at another date and back.
    assert told_in_the_table(page, "LTU") == [
        "“will hardly differ in number from what we did in Afghanistan” pledged"
    ]
    page.evaluate("location.hash = ''")
    page.wait_for_selector("#said-S200:not([hidden])", state="attached")
    for country, said in FIGURES.items():
        assert told_in_the_table(page, country) == said
        page.evaluate(f"location.hash = 'country={country}'")
        lines = page.locator("#details > p:not(.status-line)")
        assert lines.all_inner_texts() == said
    page.locator("#take-away summary").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Countries (CSV)", exact=True).click()
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    rows = {row["iso_a3"]: row for row in csv.DictReader(io.StringIO(text))}
    for country, said in FIGURES.items():
        assert rows[country]["troops"] == "; ".join(said)


def test_words_have_no_circle_and_the_legend_says_so(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html").page
    circles = page.locator("path.figure-halo")
    panel = page.locator("#panel")
    # Of what was pledged nobody has said a number: no circle, and no sizes of circles.
    assert circles.count() == 0
    assert "In words, or withheld: no circle" in panel.inner_text()
    assert "No figure means that none was stated, not zero." in panel.inner_text()
    assert "The area of a circle" not in panel.inner_text()
    # One each of Estonia, France, Spain, Sweden and the United Kingdom, for who asks.
    page.get_by_label("Estimates, and troops elsewhere").check()
    page.wait_for_function("document.querySelectorAll('path.figure-halo').length === 5")
    assert "The area of a circle" in panel.inner_text()


def test_a_comparison_says_what_is_weak(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", "#from=2025-12-31&to=2026-01-31").page
    row = page.locator("#compare tr", has_text="Sweden").inner_text()
    assert "about 600 already deployed in Latvia, weak sources only" in row
