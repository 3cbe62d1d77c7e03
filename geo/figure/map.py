"""The map of a sheet: the page's marks, as fine as print asks, with measured labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace

from geo.figure.fonts import SANS, SANS_BOLD, SPACES, Face, width_of
from geo.figure.text import Block, held
from geo.page.markup import Node, tag
from geo.page.picture.draw import draw_marks
from geo.page.picture.label_places import Label
from geo.page.picture.land import Land
from geo.page.picture.lettering import LINE_HEIGHT, NARROW, WIDE
from geo.page.picture.scene import Scene

LABEL_PX = 9.5
# Where marks are as small as this, strokes of the page's width would hide the land.
FINE_BELOW = 0.6
# As in geo/web/labels.js: on a narrower map figures are said shortly.
NARROW_MAP_PX = 480


@dataclass(frozen=True)
class Panel:
    """One map of the sheet: what it shows, and on which land."""

    scene: Scene
    land: Land


def draw_map(panel: Panel, label_px: float = LABEL_PX, names: int = 99) -> Block:
    """Draw the map of a panel, cut to its frame.

    ``names`` is how many characters a country's name may have to be written at all.
    """
    frame = panel.scene.frame
    lettering = replace(
        NARROW if frame.width < NARROW_MAP_PX else WIDE,
        name="map", font_px=label_px, names=names, units_per_px=1, size=label_size,
    )  # fmt: skip
    size = {"width": str(frame.width), "height": str(frame.height)}
    # A map of the whole world has an edge, outside of which is no sea.
    ground = "paper" if frame.projection.outlined else "ground"
    small = frame.mark_scale < FINE_BELOW
    marks = with_halos(draw_marks(panel.scene, panel.land, (lettering,)))
    sea = tag("rect", {"class": ground, **size})
    cut = tag(
        "g",
        {"class": "map is-small" if small else "map", "clip-path": "url(#frame)"},
        sea,
        *marks,
    )
    return Block((cut,), frame.width, frame.height)


def frame_clip(width: float, height: float) -> Node:
    """Define the shape that maps of one size are cut to."""
    size = {"width": str(width), "height": str(height)}
    return tag("clipPath", {"id": "frame"}, tag("rect", size))


def label_size(label: Label, font: float) -> tuple[float, float]:
    """Give the width and height of a label in pixels."""
    face = face_of(label.look)
    lines = (line.translate(SPACES) for line in label.lines)
    widest = max((width_of(line, face, font) for line in lines), default=0.0)
    return widest + 2, len(label.lines) * font * LINE_HEIGHT


def face_of(look: str) -> Face:
    """Give the face in which the page's style sets a label."""
    bold = "label-figure" in look.split() or "is-subject" in look.split()
    return SANS_BOLD if bold else SANS


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
            size = float(node.get("font-size", LABEL_PX))
            for text in node.iter("text"):
                _hold(text, face_of(text.get("class", "")), size)
            halo = deepcopy(node)
            halo.set("class", "labels halo")
            for sign in halo.findall("path"):
                halo.remove(sign)
            yield halo
        yield node
