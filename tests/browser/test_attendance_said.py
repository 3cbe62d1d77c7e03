"""Who said nothing: named for a meeting, or there, and when that was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page
from speaking import speak

from geo.words import LANGUAGES, words

pytestmark = pytest.mark.browser
ANNOUNCED = {language: words(language)["standing.announced"] for language in LANGUAGES}


def cells(page: Page, country: str) -> list[str]:
    return page.locator(f"tr[data-row={country}] td").all_inner_texts()


def assert_only_announced(page: Page, language: str) -> None:
    said, took_part = ANNOUNCED[language], words(language)["status.took_part_only"]
    for country in ("DEU", "ITA", "POL"):
        assert cells(page, country)[0] == said
    legend = page.locator("#panel, #legend").first.inner_text()
    assert said in legend
    assert took_part not in legend


def test_who_is_only_announced_took_part_in_nothing(open_page, maps: Path) -> None:
    page = open_page(maps / "paris-2025-03-11.html", "#country=POL").page
    for language in ("en", "pl"):
        speak(page, language)
        assert_only_announced(page, language)
        status = page.locator("#details .status-line").first
        assert status.inner_text() == ANNOUNCED[language]


def test_the_static_page_says_the_same(open_page, maps: Path) -> None:
    path = maps / "paris-2025-03-11.html"
    page = open_page(path, java_script_enabled=False).page
    text = page.locator("body").inner_text()
    assert ANNOUNCED["fr"] in text
    assert words("fr")["status.took_part_only"] not in text
    row = cells(page, "POL")
    assert row[1] == "12 mars 2025"
    assert "selon l’annonce. One Media" in row[3]


def test_attendance_has_its_day_in_the_table_and_the_file(
    open_page, maps: Path
) -> None:
    page = open_page(maps / "coalition.html", "#date=2025-03-11").page
    rows = page.locator("tr[data-row]:not([hidden])")
    texts = rows.all_inner_texts()
    assert len([text for text in texts if "Took part in meetings only" in text]) > 5
    for row in rows.all():
        assert row.locator("td").nth(1).inner_text(), row.inner_text()
    assert cells(page, "AUT")[1].endswith("2025")
    page.locator("#take-away summary").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="All of it (JSON)", exact=True).click()
    value = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert all(row["date"] for row in value["countries"])
