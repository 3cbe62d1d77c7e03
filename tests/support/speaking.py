"""The language of a page, chosen as a reader does."""

from __future__ import annotations

from playwright.sync_api import Page


def speak(page: Page, language: str) -> None:
    """Choose a language, and wait until all that was put off is written in it."""
    page.locator("#languages select").select_option(language)
    page.wait_for_selector("html:not(.is-moving)", state="attached")
