"""The figure's typefaces: where they are, how wide a text is, what they lack.

They come with a package, so that every machine sets, wraps and draws alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont


@dataclass(frozen=True)
class Face:
    """One typeface: its family as SVG names it, its weight, and its file."""

    family: str
    weight: int
    package: str
    file: str

    @property
    def path(self) -> Path:
        return Path(str(files(self.package) / "files" / self.file))


SANS = Face("Source Sans Pro", 400, "font_source_sans_pro", "SourceSansPro-Regular.ttf")
SANS_BOLD = Face(
    "Source Sans Pro", 600, "font_source_sans_pro", "SourceSansPro-Semibold.ttf"
)
SERIF = Face(
    "Source Serif Pro", 400, "font_source_serif_pro", "SourceSerifPro-Regular.ttf"
)
SERIF_BOLD = Face(
    "Source Serif Pro", 600, "font_source_serif_pro", "SourceSerifPro-Semibold.ttf"
)
FACES = (SANS, SANS_BOLD, SERIF, SERIF_BOLD)

# Spaces that the faces lack, as the one that they have: it does not break either.
SPACES = str.maketrans({"\u202f": "\u00a0", "\u2009": "\u00a0"})


@cache
def advances(face: Face) -> dict[int, float]:
    """Return the advance of each character of a face, in ems."""
    with read_face(face) as font:
        widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
        names = font.getBestCmap()
    return {code: widths[name][0] / em for code, name in names.items()}


def read_face(face: Face) -> TTFont:
    """Open the file of a face; the caller closes it."""
    from fontTools.ttLib import TTFont

    return TTFont(face.path, lazy=True, recalcTimestamp=False)


def width_of(text: str, face: Face, size: float) -> float:
    """Return the width of a text in the units of ``size``; kerning is not counted."""
    known = advances(face)
    return size * sum(known.get(ord(c), known[ord("m")]) for c in text)


def lacking(texts: Iterable[str]) -> str:
    """Return the characters of the texts that the faces do not have, in order."""
    known = set.intersection(*(set(advances(face)) for face in FACES))
    used = set("".join(texts).translate(SPACES))
    return "".join(sorted(c for c in used if c.isprintable() and ord(c) not in known))


def wrap_text(text: str, face: Face, size: float, width: float) -> list[str]:
    """Break a text at spaces into lines that are no wider than ``width``.

    A word that is wider has a line of its own.
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, face, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
