"""The map of a sheet: the page's marks, as fine as print asks, with measured labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from geo.figure.fonts import SANS, SANS_BOLD, SPACES, Face, width_of
from geo.figure.text import Block, held
from geo.page.markup import Node, tag
from geo.page.rendering import SheetMap, SheetView

# Where marks are as small as this, strokes of the page's width would hide the land.
FINE_BELOW = 0.6


@dataclass(frozen=True)
class Panel:
    """One map of a sheet: what it shows, as the page's payload, and how it is drawn."""

    values: Mapping[str, Any]
    view: SheetView
    drawn: SheetMap


def map_block(drawn: SheetMap) -> Block:
    """Return a drawn map, cut to its frame."""
    size = {"width": str(drawn.width), "height": str(drawn.height)}
    # A map of the whole world has an edge, outside of which is no sea.
    sea = tag("rect", {"class": "paper" if drawn.is_globe else "ground", **size})
    look = {
        "class": "map is-small" if drawn.mark_scale < FINE_BELOW else "map",
        "clip-path": "url(#frame)",
    }
    cut = tag("g", look, sea, *with_halos(drawn.marks))
    return Block((cut,), drawn.width, drawn.height)


def frame_clip(width: float, height: float) -> Node:
    """Define the shape that maps of one size are cut to."""
    size = {"width": str(width), "height": str(height)}
    return tag("clipPath", {"id": "frame"}, tag("rect", size))


def label_width(text: str, font_px: float, is_bold: bool) -> float:
    """Return the width of a line of a label in pixels."""
    return width_of(text.translate(SPACES), SANS_BOLD if is_bold else SANS, font_px)


def face_of(look: str) -> Face:
    """Return the face in which the page's style sets a label."""
    return SANS_BOLD if "is-subject" in look.split() else SANS


def _hold(text: Node, face: Face, size: float) -> None:
    for line in list(text) or [text]:
        line.text = (line.text or "").translate(SPACES)
        # Who copies a label of several lines gets its words apart.
        line.tail = " " if line is not text and line is not text[-1] else None
        line.attrib.update(held(line.text, face, size))


def with_halos(marks: Iterable[Node]) -> Iterator[Node]:
    """Write out the halo of the labels, which the page's picture draws by reference.

    Word processors follow no references, and draw strokes over what they fill.
    """
    for node in marks:
        if node.tag == "use":
            continue
        if "labels" in node.get("class", "").split():
            node.attrib.pop("id", None)
            size = float(node.get("font-size", "0"))
            for text in node.iter("text"):
                _hold(text, face_of(text.get("class", "")), size)
            halo = deepcopy(node)
            halo.set("class", "labels halo")
            for sign in halo.findall("path"):
                halo.remove(sign)
            yield halo
        yield node
