"""What a page says on its console, and its errors."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page


def hear(page: Page, note: Callable[[str], object]) -> None:
    """Note each; what browsers tell to who profiles a page alone is left out.

    Whether Chromium tells it hangs on the moment: that something was measured which is
    not laid out yet.
    """
    page.on("console", lambda said: said.type == "verbose" or note(said.text))
    page.on("pageerror", lambda error: note(str(error)))
