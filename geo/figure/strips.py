"""A sheet of strips: where each country stood from day to day, instead of a map.

The page's own strips, one under the other; the titles of their groups are the legend.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from geo.figure.document import MARGIN_PX
from geo.figure.drawing import Drawing
from geo.figure.layout import Texts, draw_sheet
from geo.figure.legend import SWATCH_PX
from geo.figure.text import HEAD, NOTE, ROW, Block, stack, write
from geo.page.markup import Node, tag
from geo.page.rendering import SheetStrips, sheet_strips

NAMES_PX = 116
NAME_GAP_PX = 8
STRIP_PX = 20
GROUP_GAP_PX = 8


@dataclass(frozen=True)
class StripsDrawing(Drawing):
    """What a sheet of strips shows: a map's whole time, up to one date."""

    def svg(self) -> str:
        """Return the SVG of the sheet."""
        width = self.choice.width_px - 2 * MARGIN_PX
        strips = draw_strips(self._strips.nodes, width)
        say = self.last.wording.say
        intro = write(f"{say('strips.intro')} {say('legend.dots')}.", NOTE, width)
        sheet = draw_sheet(stack([intro, strips], GROUP_GAP_PX), [], self.texts)
        return self._document(sheet, MARGIN_PX, [self._strips.patterns])

    @property
    def shown(self) -> str:
        """Name what is shown, in the names of files."""
        return "strips"

    @cached_property
    def texts(self) -> Texts:
        """Return what stands round the strips: they are of no view."""
        return self._texts(self.last.wording.say("strips.title"))

    @cached_property
    def said(self) -> Mapping[str, str]:
        """Say of each country where it stood since when."""
        return {_named(row): _text(row, "title") for row in _rows(self._strips.nodes)}

    @cached_property
    def _strips(self) -> SheetStrips:
        width = self.choice.width_px - 2 * MARGIN_PX - NAMES_PX
        return sheet_strips(self.last.values, width)


def draw_strips(nodes: Iterable[Node], width: float) -> Block:
    """Lay the page's axis, titles and rows of strips out under each other."""
    blocks: list[Block] = []
    for node in nodes:
        if node.tag == "svg":
            blocks.append(_beside_names(Block((), 0, STRIP_PX), node, width))
        elif node.tag == "h3":
            blocks += [Block((), 0, GROUP_GAP_PX), _title(node, width)]
        else:
            blocks += [_row(item, width) for item in node.iter("li")]
    return Block(stack(blocks, 0).marks, width, sum(block.height for block in blocks))


def _row(item: Node, width: float) -> Block:
    name = write(_named(item), ROW, NAMES_PX - NAME_GAP_PX)
    strip = next(item.iter("svg"))
    return _beside_names(name, strip, width)


def _beside_names(name: Block, picture: Node, width: float) -> Block:
    marks = [child for child in picture if child.tag != "title"]
    look = {"class": picture.get("class", ""), "transform": f"translate({NAMES_PX} 0)"}
    height = max(STRIP_PX, name.height)
    return Block((name.at(0, 0), tag("g", look, *marks)), width, height)


def _title(node: Node, width: float) -> Block:
    swatch, label = list(node)
    words = write("".join(label.itertext()), HEAD, width - SWATCH_PX)
    picture = tag("g", {"class": "picture"}, *swatch)
    return Block(
        (Block((picture,), 0, 0).at(0, 0), words.at(SWATCH_PX, 0)), width, STRIP_PX
    )


def _rows(nodes: Iterable[Node]) -> Iterable[Node]:
    return (item for node in nodes if node.tag == "ul" for item in node.iter("li"))


def _named(row: Node) -> str:
    return "".join(row[0].itertext())


def _text(row: Node, name: str) -> str:
    return "".join(next(row.iter(name)).itertext())
