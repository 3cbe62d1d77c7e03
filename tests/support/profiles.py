"""Chromium's profiles, each shared by the pages that ask for the same of it.

A page in a profile of its own takes twice the work to open.  A map keeps nothing in a
profile, which `tests/browser/test_offline.py` holds.
"""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, Page


class Profiles:
    """A browser's profiles, by what their pages may do and ask for."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._known: dict[str, BrowserContext] = {}

    def page(self, width: int, height: int, **options: object) -> Page:
        """Return an empty page of this size; who asked for it closes it."""
        key = repr(sorted(options.items()))
        if key not in self._known:
            self._known[key] = self._browser.new_context(**options)
        page = self._known[key].new_page()
        page.set_viewport_size({"width": width, "height": height})
        return page
