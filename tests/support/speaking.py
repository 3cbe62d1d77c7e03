"""The language of a page, chosen as a reader does, and when a page has come to rest."""

from __future__ import annotations

from playwright.sync_api import Page


def come_to_rest(page: Page) -> None:
    """Wait until the page has written and laid out all that it put off for a move."""
    page.wait_for_selector("html.is-ready:not(.is-moving)", state="attached")


def speak(page: Page, language: str) -> None:
    """Choose a language, and wait until all that was put off is written in it."""
    page.locator("#languages select").select_option(language)
    come_to_rest(page)
