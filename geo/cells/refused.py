"""What comes back when a cell cannot be read, or a column speaks two languages."""

from __future__ import annotations

from dataclasses import dataclass

QUOTED_LENGTH = 40


@dataclass(frozen=True)
class Refused:
    """A cell that is not read, because it would be a guess or is no such value.

    ``reason`` is one clause without a full stop.  ``readings`` are the values that the
    text may mean, each written as it would be typed; empty when there is none.
    ``expected`` says what would be right, and ``unread`` is the part that was not
    understood, folded.
    """

    reason: str
    readings: tuple[str, ...] = ()
    expected: str = ""
    unread: str = ""


@dataclass(frozen=True)
class Conflict:
    """A column whose certain cells contradict each other, so that none can be settled.

    ``examples`` holds the first cell of each kind: its place in the column, from 0,
    and its text.
    """

    reason: str
    examples: tuple[tuple[int, str], ...]


def quoted(text: str) -> str:
    """Return ``text`` in quotation marks, short and without control characters."""
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    if len(shown) > QUOTED_LENGTH:
        shown = shown[: QUOTED_LENGTH - 1] + "\N{HORIZONTAL ELLIPSIS}"
    return f"\N{LEFT DOUBLE QUOTATION MARK}{shown}\N{RIGHT DOUBLE QUOTATION MARK}"
