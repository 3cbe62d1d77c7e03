"""What the one who builds puts up, for the server's threads to give."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Page(NamedTuple):
    """The last good page of a map; blank as long as there is none."""

    html: str = ""
    version: str = ""


class Notice(NamedTuple):
    """Findings as text: their number in words, and all of them with their lines.

    ``failed`` says that pages could not be built for them.
    """

    summary: str = ""
    text: str = ""
    failed: bool = False


@dataclass
class Board:
    """One page a map, and the notice beside all of them.

    Each value is put in another's place whole, so that no thread waits for one.
    ``asked`` says when each map was asked for last, by the monotonic clock.
    """

    pages: dict[str, Page] = field(default_factory=dict)
    notice: Notice = field(default_factory=Notice)
    asked: dict[str, float] = field(default_factory=dict)
