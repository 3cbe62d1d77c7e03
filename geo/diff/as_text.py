"""A comparison for a person at a terminal."""

from __future__ import annotations

from geo.diff.lines import Line, outline
from geo.diff.model import Difference
from geo.words import words

_COLOURS = {"+": "\033[32m", "-": "\033[31m", "~": "\033[33m"}
_BOLD, _PLAIN = "\033[1m", "\033[0m"


def as_text(difference: Difference, *, colours: bool = False) -> str:
    """Write a comparison as indented lines; ``+`` came, ``-`` went, ``~`` changed."""
    if not difference.differs and not difference.troubles:
        same = words(difference.language)["diff.same"]
        return f"{same.format(old=difference.old, new=difference.new)}\n"
    lines = [f"{difference.old} → {difference.new}"]
    for line in outline(difference):
        if line.depth == 0:
            lines.append("")
        lines.append(_line(line, colours=colours))
    return "".join(f"{line}\n" for line in lines)


def _line(line: Line, *, colours: bool) -> str:
    text = "".join(part if isinstance(part, str) else part.text for part in line.parts)
    if line.depth == 0:
        return f"{_BOLD}{text}{_PLAIN}" if colours else text
    indent = "  " * (line.depth - 1)
    shown = f"{indent}{line.sign} {text}".rstrip()
    colour = _COLOURS.get(line.sign) if colours else None
    return f"{colour}{shown}{_PLAIN}" if colour else shown
