"""Readers of built pages, in three engines."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from engines import NAMES, Page, Window

Opener = Callable[[Window], Page]


@pytest.fixture(scope="session", params=NAMES)
def engine(request: pytest.FixtureRequest) -> Opener:
    """What opens a window of an engine, one test for each of the three."""
    return request.getfixturevalue(f"{request.param}_engine")


@pytest.fixture(scope="session")
def chromium_engine(request: pytest.FixtureRequest) -> Opener:
    from engines.chromium import ChromiumPage

    profiles = request.getfixturevalue("profiles")
    return lambda window: ChromiumPage(profiles, window)


@pytest.fixture(scope="session")
def firefox_engine() -> Iterator[Opener]:
    from engines.firefox import Firefox, FirefoxPage

    program = shutil.which("firefox-esr") or shutil.which("firefox")
    missing(["firefox-esr"] if program is None else [])
    running: dict[tuple[bool, bool], Firefox] = {}

    def opened(window: Window) -> Page:
        kind = (window.touch, window.dark)
        if kind not in running:
            running[kind] = Firefox(program or "", touch=window.touch, dark=window.dark)
        return FirefoxPage(running[kind], window)

    yield opened
    for firefox in running.values():
        firefox.close()


@pytest.fixture(scope="session")
def webkit_engine() -> Iterator[Opener]:
    from engines.webkit import Browsers, Screen, WebKitPage, programs

    found = programs()
    missing([name for name, path in found.items() if path is None])
    screen = Screen(found["Xvfb"] or "")
    browsers = Browsers(screen)
    yield lambda window: WebKitPage(browsers, window)
    browsers.close()
    screen.close()


def missing(names: list[str]) -> None:
    """Skip where a browser is not installed; under CI that is a failure."""
    if not names:
        return
    reason = f"{', '.join(names)}: not installed (as root on Debian: make browsers)"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@dataclass
class Reader:
    """Somebody who opens pages.  No page that they open may say an error."""

    engine: Opener
    pages: list[Page] = field(default_factory=list)
    #: What a page may say all the same, as a regular expression.
    forgives: str | None = None

    def go(self, address: str, **window: object) -> Page:
        """Open an address in a window of its own, as :class:`Window` has it."""
        page = self.engine(Window(**window))  # type: ignore[arg-type]
        self.pages.append(page)
        page.open(address)
        return page

    def open(self, path: Path, fragment: str = "", **window: object) -> Page:
        """Open a built page from the disk and wait for its live map."""
        page = self.go(path.resolve().as_uri() + fragment, **window)
        page.wait_live()
        return page

    def complaints(self) -> list[str]:
        """Return the errors and warnings of all pages, but for what is forgiven."""
        said = [text for page in self.pages for text in page.messages()]
        return [t for t in said if not self.forgives or not re.search(self.forgives, t)]


@pytest.fixture
def reader(engine: Opener) -> Iterator[Reader]:
    reading = Reader(engine)
    yield reading
    said = reading.complaints()
    for page in reading.pages:
        page.close()
    assert said == []
