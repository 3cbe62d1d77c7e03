"""What a use does with a page, whichever engine shows it."""

from __future__ import annotations

import io
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PIL import Image

#: How long a page may take on a busy machine before a test gives up.
PATIENCE_S = 60
#: How often a page is asked whether it is so far.
PAUSE_S = 0.05

#: Where the middle of an element is, once it stands still in the window.
_MIDDLE = """selector => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  found.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = found.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}"""


@dataclass(frozen=True)
class Window:
    """The window of a reader.

    Attributes
    ----------
    width, height
        Of what the page has, in CSS pixels.
    touch
        Whether the reader's pointer is a finger.
    dark
        Whether the reader's system asks for dark pages.
    """

    width: int = 1366
    height: int = 768
    touch: bool = False
    dark: bool = False


class Page(ABC):
    """A page that a reader has open.  Points are (x, y) in CSS pixels of the window."""

    #: Which engine shows it.
    engine: str

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to an address and return once it is being shown."""

    @abstractmethod
    def run(self, function: str, *arguments: Any) -> Any:
        """Return what a JavaScript function gives for arguments; both are JSON."""

    @abstractmethod
    def picture(self) -> bytes:
        """Return what the window shows, as PNG."""

    @abstractmethod
    def messages(self) -> list[str]:
        """Return the errors and warnings that the page has said so far."""

    @abstractmethod
    def move(self, x: float, y: float) -> None:
        """Put the mouse there."""

    @abstractmethod
    def click(self, x: float, y: float) -> None:
        """Click there with the mouse."""

    @abstractmethod
    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Press the mouse's button at one point and let go at another."""

    @abstractmethod
    def tap(self, x: float, y: float) -> None:
        """Touch there with a finger, and let go."""

    @abstractmethod
    def wheel(self, x: float, y: float, down: float, *, control: bool = False) -> None:
        """Turn the wheel over a point; Ctrl is held in all engines but WebKit."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys one after another: letters, or names such as ``ArrowLeft``."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Return the window another size."""

    @abstractmethod
    def close(self) -> None:
        """Close the page and forget all it kept."""

    # What follows is the same in each engine.

    def pixels(self) -> Image.Image:
        """Return what the window shows, one pixel a CSS pixel, as RGB."""
        return Image.open(io.BytesIO(self.picture())).convert("RGB")

    def wait(self, function: str, *arguments: Any) -> Any:
        """Return what a function gives as soon as that is something.

        It is not asked of a document that is still being read: a page may have
        begun and have no root yet.
        """
        read = f"(...a) => document.readyState !== 'loading' && ({function})(...a)"
        return poll(lambda: self.run(read, *arguments), f"{self.engine}: {function}")

    def wait_live(self) -> None:
        """Return once the live map is there, and what lies below it is laid out."""
        self.wait("() => document.documentElement.classList.contains('is-whole')")

    def wait_still(self) -> None:
        """Return once nothing on the page is moving."""
        self.wait(
            "() => document.getAnimations().every(a => a.playState !== 'running')"
            " && !document.querySelector('.leaflet-zoom-anim, .leaflet-pan-anim')"
        )

    def middle(self, selector: str) -> tuple[float, float]:
        """Bring an element into the window and return its middle."""
        x, y = self.run(_MIDDLE, selector)
        return x, y

    def click_on(self, selector: str) -> None:
        """Click the middle of an element with the mouse."""
        self.click(*self.middle(selector))

    def tap_on(self, selector: str) -> None:
        """Touch the middle of an element."""
        self.tap(*self.middle(selector))

    def text(self, selector: str) -> str:
        """Return the words that an element shows."""
        return str(self.run("s => document.querySelector(s).innerText", selector))

    def shown(self, selector: str) -> bool:
        """Return whether an element is there and takes room."""
        size = "s => document.querySelector(s)?.getClientRects().length ?? 0"
        return bool(self.run(size, selector))

    def asked_for(self) -> list[str]:
        """Return the addresses that the page loaded anything from but itself."""
        listed = "() => performance.getEntriesByType('resource').map(e => e.name)"
        return [a for a in self.run(listed) if not a.startswith(("data:", "blob:"))]


def poll(ask: Callable[[], Any], what: str) -> Any:
    """Return the first answer that is something; what never comes is an error."""
    end = time.monotonic() + PATIENCE_S
    while not (answer := ask()):
        if time.monotonic() > end:
            raise TimeoutError(f"waited {PATIENCE_S} s for {what}")
        time.sleep(PAUSE_S)
    return answer
