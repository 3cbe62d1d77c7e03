"""A note that names another row leads to it, and each row in the panel has its id."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geo.building import build

pytestmark = pytest.mark.browser


def links(page: Page) -> dict[str, str]:
    found = page.locator("#details dd a[href^='#']")
    return {a.inner_text(): a.get_attribute("href") or "" for a in found.all()}


def test_an_id_leads_to_its_row_of_the_table(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", "#country=GBR").page
    ids = page.locator("#details .statement .row-id").all_inner_texts()
    assert "S199" in ids
    assert {"S198": "#said-S198", "S212": "#said-S212"}.items() <= links(page).items()
    page.locator("#details dd a", has_text="S198").click()
    expect(page.locator("#said-S198")).to_be_focused()
    expect(page.locator("#said-S198")).to_be_in_viewport()
    assert page.evaluate("location.hash") == "#country=GBR"


def test_a_row_that_is_not_shown_is_not_led_to(open_page, maps: Path) -> None:
    # S183 of 6 January names S200, of the day after.
    page = open_page(maps / "coalition.html", "#country=LTU&date=2026-01-06").page
    assert "S200" in page.locator("#details").inner_text()
    assert "S200" not in links(page)


def test_participations_and_sources_are_led_to(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html", "#country=USA").page
    assert links(page)["P046"] == "#part-P046"
    assert page.locator("#part-P046 .row-id").inner_text() == "P046"
    page = open_page(maps / "coalition.html", "#country=DEU").page
    (name,) = (text for text, to in links(page).items() if to == "#source-wg_817")
    publisher = page.locator("#source-wg_817 .publisher").text_content()
    assert name == publisher


def test_a_word_is_no_id(open_page, project: Path, edit) -> None:
    edit("data/pledges.csv", "confidence,speaks_for", "confidence,speaks_for,note")
    edit(
        "data/pledges.csv",
        "one,high,own_government",
        "one,high,own_government,one of S2 and S1: 2025 <b>S3</b>",
    )
    (built,) = build(data=project / "data", maps=project / "maps")
    page = open_page(built.path, "#country=FRA").page
    # "one" is the id of a source, S1 the row itself.
    assert links(page) == {"S2": "#said-S2", "S3": "#said-S3"}
    assert "one of S2 and S1: 2025 <b>S3</b>" in page.locator("#details").inner_text()
