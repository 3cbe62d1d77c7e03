"""Lines of text on the sheet: set in a face, wrapped by measure, kept as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.figure.fonts import (
    SANS,
    SANS_BOLD,
    SERIF,
    SERIF_BOLD,
    SPACES,
    Face,
    width_of,
    wrap_text,
)
from geo.page.markup import Node, tag


def short(value: float) -> str:
    """Write a number with at most one digit after the point."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


@dataclass(frozen=True)
class Lettering:
    """How a kind of text is set: face, size and step from line to line, in pixels."""

    look: str
    face: Face
    size: float
    leading: float


# No single word stands alone under the lines of a title or of a sentence.
LEAST_EVEN_PX = 13
SHORTEST_LAST_LINE = 0.35

SERIFS = (SERIF, SERIF_BOLD)
TITLE = Lettering("is-title", SERIF_BOLD, 22, 1.18)
HEADLINE = Lettering("is-headline", SERIF, 13.5, 1.38)
ASIDE = Lettering("is-aside", SANS, 12, 1.3)
HEAD = Lettering("is-head", SANS_BOLD, 12, 1.3)
ROW = Lettering("is-row", SANS, 11.5, 1.25)
NOTE = Lettering("is-aside", SANS, 10, 1.3)
CREDIT = Lettering("is-aside", SANS, 9, 1.32)


@dataclass(frozen=True)
class Block:
    """Marks that stand together, from their own left upper corner, and their size."""

    marks: tuple[Node, ...]
    width: float
    height: float

    def at(self, x: float, y: float) -> Node:
        place = f"translate({short(x)} {short(y)})"
        return tag("g", {"transform": place}, *self.marks)

    def scaled(self, scale: float) -> Block:
        """Return the block drawn smaller."""
        marks = tag("g", {"transform": f"scale({scale:g})"}, *self.marks)
        return Block((marks,), self.width * scale, self.height * scale)


def write(
    text: str,
    lettering: Lettering,
    width: float,
    attributes: Mapping[str, str] | None = None,
) -> Block:
    """Set a text in lines no wider than ``width``, as one ``text`` element."""
    face, size = lettering.face, lettering.size
    lines = _lines(text.translate(SPACES), lettering, width)
    step = size * lettering.leading
    first = (step - size) / 2 + size * 0.8
    look = {
        "class": lettering.look,
        "font-family": "var(--serif)" if face in SERIFS else "var(--sans)",
        "font-size": short(size),
        "font-weight": str(face.weight),
        **(attributes or {}),
    }
    node = tag("text", look)
    for i, line in enumerate(lines):
        place = {"x": "0", "y": short(first + i * step)}
        row = tag("tspan", {**place, **held(line, face, size)}, line)
        # Who copies the text gets its words apart.
        row.tail = " " if i < len(lines) - 1 else None
        node.append(row)
    return Block((node,), width, step * len(lines))


def held(line: str, face: Face, size: float) -> dict[str, str]:
    """Keep a line as wide as it was measured, where another face has to stand in."""
    if not line:
        return {}
    width = short(width_of(line, face, size))
    return {"textLength": width, "lengthAdjust": "spacingAndGlyphs"}


def _lines(text: str, lettering: Lettering, width: float) -> list[str]:
    """Wrap a text; lines of large letters are made narrower until they are even."""
    face, size = lettering.face, lettering.size
    lines = wrap_text(text, face, size, width)
    narrower = width
    while size >= LEAST_EVEN_PX and len(lines) > 1:
        if width_of(lines[-1], face, size) > SHORTEST_LAST_LINE * narrower:
            break
        narrower -= size
        even = wrap_text(text, face, size, narrower)
        if len(even) > len(lines):
            break
        lines = even
    return lines


def stack(blocks: Sequence[Block], gap: float) -> Block:
    """Put blocks one under the other."""
    marks, y = [], 0.0
    for block in blocks:
        marks.append(block.at(0, y))
        y += block.height + gap
    width = max((block.width for block in blocks), default=0.0)
    return Block(tuple(marks), width, max(0.0, y - gap))
