"""What the workshop has to tell about each map, for the server's threads to read."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Told:
    """Findings as text: their number in words, and all of them with their lines.

    ``failed`` says that the page could not be built for them.
    """

    summary: str
    text: str
    failed: bool


@dataclass(frozen=True)
class Notice:
    """The last good page of a map, and what is to be told beside it.

    ``version`` is that of the page; blank as long as there is none.
    """

    html: str = ""
    version: str = ""
    told: Told | None = None


class Board:
    """One notice a map; whoever waits for another one is woken."""

    def __init__(self) -> None:
        self._notices: dict[str, Notice] = {}
        self._viewed: Counter[str] = Counter()
        self._changed = threading.Condition()
        self._closed = False

    def maps(self) -> list[str]:
        with self._changed:
            return sorted(self._notices)

    def expect(self, slugs: Iterable[str]) -> None:
        """Keep the notices of these maps alone; a new one is blank at first."""
        with self._changed:
            kept = {slug: self._notices.get(slug, Notice()) for slug in slugs}
            self._notices = kept
            self._changed.notify_all()

    def show(self, slug: str, html: str, version: str) -> bool:
        """Put up a page; gives whether it is another one than before."""
        with self._changed:
            before = self._notices.get(slug, Notice())
            self._notices[slug] = replace(before, html=html, version=version)
            self._changed.notify_all()
            return before.version != version

    def tell(self, told: Told | None) -> None:
        """Tell something beside all maps; None takes it away."""
        with self._changed:
            self._notices = {
                slug: replace(notice, told=told)
                for slug, notice in self._notices.items()
            }
            self._changed.notify_all()

    def notice(self, slug: str) -> Notice | None:
        with self._changed:
            return self._notices.get(slug)

    def other(self, slug: str, than: Notice | None, wait_s: float) -> Notice | None:
        """Wait for another notice; gives the present one when the time is up."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._closed or self._notices.get(slug) != than, wait_s
            )
            return self._notices.get(slug)

    @property
    def is_closed(self) -> bool:
        return self._closed

    def close(self) -> None:
        """Send everybody home."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    @contextmanager
    def viewing(self, slug: str) -> Iterator[None]:
        """Count who looks at a map."""
        with self._changed:
            self._viewed[slug] += 1
        try:
            yield
        finally:
            with self._changed:
                self._viewed[slug] -= 1

    def viewers(self, slug: str) -> int:
        with self._changed:
            return self._viewed[slug]
