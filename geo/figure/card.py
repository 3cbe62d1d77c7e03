"""The card that a link shows in a feed: 1200 × 630 pixels, few words, large."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from geo.figure.fonts import SANS, SERIF_BOLD
from geo.figure.layout import Texts
from geo.figure.legend import ROW_GAP_PX, legend_layers
from geo.figure.map import map_block
from geo.figure.text import ASIDE, Block, Lettering, stack, write
from geo.page.markup import Node
from geo.page.rendering import SheetMap

# Half the pixels: a card is drawn at twice its size, and looked at at less.
WIDTH, HEIGHT = 600, 315
MARGIN = 14
SIDE_WIDTH = 198
MAP_WIDTH = WIDTH - SIDE_WIDTH - 2 * MARGIN

TITLES = [Lettering("is-title", SERIF_BOLD, size, 1.16) for size in (20, 18, 16, 14)]
LEGEND_SCALES = (1.0, 0.9, 0.8, 0.7, 0.65, 0.6)
CREDIT = Lettering("is-aside", SANS, 7.5, 1.25)
GAP_PX = 7
LABEL_PX = 8.5
LONGEST_NAME = 10
# The colours say the most at a glance; marks and labels over them would hide them.
ON_NO_CARD = frozenset({"figures", "participants"})


def draw_card(
    drawn: SheetMap, explained: Sequence[Node], texts: Texts, credit: str
) -> Block:
    """Draw title, date and the legend of the colours beside the map."""
    foot = write(credit, CREDIT, SIDE_WIDTH)
    foot_y = HEIGHT - MARGIN - foot.height
    side = _side(texts, explained, foot_y - MARGIN - GAP_PX)
    marks = (
        side.at(MARGIN, MARGIN),
        foot.at(MARGIN, foot_y),
        map_block(drawn).at(WIDTH - MAP_WIDTH, 0),
    )
    return Block(marks, WIDTH, HEIGHT)


def _side(texts: Texts, explained: Sequence[Node], room: float) -> Block:
    """Set the column beside the map, as large as there is room for.

    Where the smallest letters are too large still, the whole column is drawn smaller:
    nothing stands on the credit under it.
    """
    for scale, lettering in product(LEGEND_SCALES, TITLES):
        title = write(texts.title, lettering, SIDE_WIDTH, {"lang": texts.language})
        aside = write(texts.aside, ASIDE, SIDE_WIDTH)
        layers = legend_layers(explained, SIDE_WIDTH / scale)
        # What stands on the map is explained, without the titles over it.
        rows = [block for _, *blocks in layers for block in blocks]
        legend = stack(rows, ROW_GAP_PX).scaled(scale)
        side = stack([title, aside, legend], GAP_PX)
        if side.height <= room:
            return side
    return side.scaled(room / side.height)
