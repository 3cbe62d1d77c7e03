"""A comparison as Markdown for a comment on a pull request.

Every text of the tables stands in a code span: there GitHub runs no HTML, makes no
link, and calls nobody who is named with an @.
"""

from __future__ import annotations

import re

from geo.diff.lines import Cell, Line, outline
from geo.diff.model import Difference
from geo.diff.words import Words, number
from geo.words import words

MOST_CHARACTERS = 60_000
"""GitHub takes 65,536 characters of a comment; what is left out is counted."""

_SIGNS = {"+": "diff.came", "-": "diff.went"}


def as_markdown(difference: Difference) -> str:
    """Write a comparison as headings and lists."""
    says = words(difference.language)
    names = {"old": code(difference.old), "new": code(difference.new)}
    title = f"## {says['diff.title'].format(**names)}\n\n"
    if not difference.differs and not difference.troubles:
        return f"{title}{says['diff.nothing']}\n"
    every = list(outline(difference))
    written, room = [title], MOST_CHARACTERS - len(title)
    for at, line in enumerate(every):
        text = _line(line, says)
        room -= len(text)
        if room < 0:
            left = len(every) - at
            more = number(left, difference.language)
            written.append(f"\n{says['diff.more'].format(n=more)}\n")
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


def _line(line: Line, says: Words) -> str:
    said = "".join(_part(part) for part in line.parts)
    if line.depth == 0:
        return f"\n### {said}\n\n"
    if key := _SIGNS.get(line.sign):
        said = says[key].replace("{what}", said)
    return f"{'  ' * (line.depth - 1)}- {said}\n"


def _part(part: str | Cell) -> str:
    return code(part.text) if isinstance(part, Cell) else part.replace("_", "\\_")
