"""A comparison as Markdown for a comment on a pull request.

Every text of the tables stands in a code span: there GitHub runs no HTML, makes no
link, and calls nobody who is named with an @.
"""

from __future__ import annotations

import re

from geo.diff.lines import Cell, Line, outline
from geo.diff.model import Difference

MOST_CHARACTERS = 60_000
"""GitHub takes 65,536 characters of a comment; what is left out is counted."""

_SIGNS = {"+": "came: ", "-": "went: ", "~": "", " ": ""}


def as_markdown(difference: Difference) -> str:
    """Write a comparison as headings and lists."""
    title = f"## What changed: {code(difference.old)} → {code(difference.new)}\n\n"
    if not difference.differs and not difference.troubles:
        return f"{title}Nothing: they say the same.\n"
    every = list(outline(difference))
    written, room = [title], MOST_CHARACTERS - len(title)
    for number, line in enumerate(every):
        text = _line(line)
        room -= len(text)
        if room < 0:
            left = len(every) - number
            written.append(f"\n{left:,} more lines: see `pledgemap diff` as text.\n")
            break
        written.append(text)
    return "".join(written)


def code(text: str) -> str:
    """Put a text into a code span that it cannot leave."""
    plain = " ".join(text.split())
    if not plain:
        return ""
    longest = max((len(run) for run in re.findall("`+", plain)), default=0)
    fence = "`" * (longest + 1)
    room = " " if plain.startswith("`") or plain.endswith("`") else ""
    return f"{fence}{room}{plain}{room}{fence}"


def _line(line: Line) -> str:
    said = [_part(part) for part in line.parts]
    if line.depth == 0:
        return f"\n### {''.join(said)}\n\n"
    return f"{'  ' * (line.depth - 1)}- {_SIGNS[line.sign]}{''.join(said)}\n"


def _part(part: str | Cell) -> str:
    return code(part.text) if isinstance(part, Cell) else part.replace("_", "\\_")
