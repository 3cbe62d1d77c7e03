"""What is known to its month is shown as a month; a map ends at its last day."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from speaking import speak

pytestmark = pytest.mark.browser
LAST_DAY = {
    "de": "31. August 2025",
    "es": "31 de agosto de 2025",
    "uk": "31 серпня 2025\u202fр.",
}
MONTH = {
    "de": "August 2025",
    "es": "agosto de 2025",
    "uk": "серпень 2025\u202fр.",
}
ABOUT = {"de": "um den 23. September 2025", "fr": "vers le 23 septembre 2025"}


def test_a_map_ends_at_a_day(open_page, maps: Path) -> None:
    fragment = "#date=2025-08-31&from=2025-12-31"
    page = open_page(maps / "coalition.html", fragment).page
    page.locator("#take-away summary").click()
    for language in LAST_DAY:
        speak(page, language)
        # The address, and so what is taken away, follows in a moment.
        expect(page.locator("#take-away textarea").last).to_have_value(
            re.compile(f"lang={language}")
        )
        assert_ends(page, language)


def assert_ends(page: Page, language: str) -> None:
    day = LAST_DAY[language]
    told = {
        "headline": page.locator(".headline").inner_text(),
        "title": page.title(),
        "citation": page.locator("p.citation").inner_text(),
        "taken": page.locator("#take-away textarea").first.input_value(),
    }
    for where, text in told.items():
        assert day in text.replace("\u00a0", "\u202f"), (where, text)
        assert ".." not in text, where
    assert told["taken"].endswith(" CC BY 4.0.")
    assert page.locator("[data-as-of]").first.get_attribute("datetime") == "2025-08-31"
    # What was said in that month, nobody knows on which day.
    said = {
        "slider": page.locator(".time-date").inner_text(),
        "changes": page.locator(".time-title").inner_text(),
        "comparison": page.locator("#compare caption").inner_text(),
        "head": page.locator("#compare thead").inner_text(),
        "choices": page.locator("#compare [name=to] option:checked").inner_text(),
    }
    for where, text in said.items():
        text = text.replace("\u00a0", "\u202f")
        assert MONTH[language] in text, (where, text)
        assert day not in text, (where, text)


def test_about_a_day_is_said_as_the_language_has_it(open_page, maps: Path) -> None:
    page = open_page(maps / "coalition.html").page
    dates = page.locator("#table time[data-approximate], #table td[data-approximate]")
    for language, said in ABOUT.items():
        speak(page, language)
        expect(dates.filter(has_text=said).first).to_be_attached()
