"""What is known to its month is shown as a month; a map ends at its last day."""

from __future__ import annotations

from pathlib import Path

import pytest

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


@pytest.mark.parametrize("language", sorted(LAST_DAY))
def test_a_map_ends_at_a_day(open_page, maps: Path, language: str) -> None:
    fragment = f"#date=2025-08-31&from=2025-12-31&lang={language}"
    page = open_page(maps / "coalition.html", fragment).page
    day = LAST_DAY[language]
    page.locator("#take-away summary").click()
    told = {
        "finding": page.locator(".finding").inner_text(),
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


@pytest.mark.parametrize("language", sorted(ABOUT))
def test_about_a_day_is_said_as_the_language_has_it(
    open_page, maps: Path, language: str
) -> None:
    page = open_page(maps / "coalition.html", f"#lang={language}").page
    dates = page.locator("#table time[data-approximate], #table td[data-approximate]")
    assert ABOUT[language] in dates.all_text_contents()
