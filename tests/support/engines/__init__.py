"""Three engines that open a page as a reader does: Chromium, Firefox and WebKit.

Each is Debian's own browser.  What a test asks of a page (:class:`Page`) is the same in
all three, so that a use is written once:

- Chromium, by Playwright; fingers are Chromium's own touch.
- Firefox ESR, by WebDriver BiDi on its remote-debugging port; fingers are Firefox's own
  touch.
- WebKitGTK's MiniBrowser, by its WebDriver.  That driver knows no touch, so a finger is
  played by the events that WebKit sends for one; all else is real.
"""

from collections.abc import Sequence
from typing import TypeVar

from engines.page import Page, Window

NAMES = ("chromium", "firefox", "webkit")
ONE_OF = 4

T = TypeVar("T")


def tried(page: Page, found: Sequence[T]) -> Sequence[T]:
    """Return what to try of what is alike: all in the quickest engine, or one of four.

    Where a hand does the same in many places, each engine must know it, and one place
    after the other must be right.
    """
    return found if page.engine == "chromium" else found[::ONE_OF]


__all__ = ["NAMES", "Page", "Window", "tried"]
