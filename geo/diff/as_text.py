"""A comparison for a person at a terminal."""

from __future__ import annotations

from geo.diff.lines import Line, outline
from geo.diff.model import Difference
from geo.report.text import styled
from geo.words import words

_STYLES = {"+": "32", "-": "31", "~": "33"}
_BOLD = "1"


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
        return styled(text, _BOLD if colours else "")
    indent = "  " * (line.depth - 1)
    shown = f"{indent}{line.sign} {text}".rstrip()
    return styled(shown, _STYLES.get(line.sign, "") if colours else "")
