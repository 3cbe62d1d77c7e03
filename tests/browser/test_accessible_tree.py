"""What a screen reader is told of the map: the browser's own accessibility tree."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
PAGES = ("coalition", "paris-2025-03-11")


def tree(page: Page) -> list[tuple[str, str]]:
    """Role and name of everything that is not left out of the tree."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"]
    ]


@pytest.mark.parametrize(
    ("name", "fragment"),
    [("coalition", "#lang=uk&view=world"), ("paris-2025-03-11", "#lang=en")],
)
def test_every_country_of_the_table_is_a_button_with_its_status(
    open_page, maps: Path, name: str, fragment: str
) -> None:
    page = open_page(maps / f"{name}.html", fragment).page
    told = page.evaluate(
        """() => [...document.querySelectorAll("tr[data-row]:not([hidden])")]
          .map(row => [row.cells[0].innerText.trim(),
            row.cells[1].querySelector("[data-t]").innerText.trim()])"""
    )
    buttons = [text for role, text in tree(page) if role == "button"]
    assert len(told) >= 8
    for country, status in told:
        named = [text for text in buttons if text.startswith(f"{country}, {status}")]
        assert len(named) == 1, (country, status, named)


def test_the_map_is_a_group_with_a_name_and_no_picture_is_left(
    open_page, maps: Path
) -> None:
    known = tree(open_page(maps / "coalition.html").page)
    assert ("group", "Map of countries by what they said about the force") in known
    assert [text for role, text in known if role == "slider" and text]
    assert not [text for role, text in known if role == "image" and not text]


@pytest.mark.parametrize("name", PAGES)
def test_without_a_script_the_picture_names_every_country_it_colours(
    open_page, maps: Path, name: str
) -> None:
    page = open_page(maps / f"{name}.html", java_script_enabled=False).page
    described = page.locator("#picture desc").text_content() or ""
    coloured = page.locator("tr[data-row] th").all_text_contents()
    assert len(coloured) >= 8
    assert [country for country in coloured if country not in described] == []
