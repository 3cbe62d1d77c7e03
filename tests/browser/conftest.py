"""A real Chromium, offline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from console import hear
from playwright.sync_api import Page
from profiles import Profiles


@dataclass
class Opened:
    """A page with all that it said and asked for."""

    page: Page
    messages: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def text(self, selector: str) -> str:
        return self.page.locator(selector).first.inner_text()


Open = Callable[..., Opened]


def opened_page(
    profiles: Profiles,
    path: Path,
    fragment: str = "",
    width: int = 1280,
    height: int = 900,
    wait_for: str | None = "html.is-whole",
    **options: object,
) -> Opened:
    """Open a file offline; ``fragment`` is put behind its address."""
    opened = Opened(profiles.page(width, height, offline=True, **options))
    page = opened.page
    hear(page, opened.messages.append)
    page.on("request", lambda request: opened.requests.append(request.url))
    page.goto(path.as_uri() + fragment)
    if wait_for and options.get("java_script_enabled", True):
        page.wait_for_selector(wait_for, state="attached")
    return opened


@pytest.fixture
def open_page(profiles: Profiles) -> Iterator[Open]:
    """A page of the test's own."""
    pages: list[Page] = []

    def opener(path: Path, *place: object, **options: object) -> Opened:
        opened = opened_page(profiles, path, *place, **options)
        pages.append(opened.page)
        return opened

    yield opener
    for page in pages:
        page.close()


@pytest.fixture(scope="module")
def look_at(profiles: Profiles) -> Iterator[Open]:
    """A page that tests only read: opened once for all of a file that ask alike."""
    pages: dict[str, Opened] = {}

    def opener(path: Path, *place: object, **options: object) -> Opened:
        key = repr((path, place, sorted(options.items())))
        if key not in pages:
            pages[key] = opened_page(profiles, path, *place, **options)
        return pages[key]

    yield opener
    for opened in pages.values():
        opened.page.close()
