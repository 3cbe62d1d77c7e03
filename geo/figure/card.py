"""The card that a link shows in a feed: 1200 × 630 pixels, few words, large."""

from __future__ import annotations

from collections.abc import Sequence

from geo.figure.fonts import SANS, SERIF_BOLD
from geo.figure.legend import legend_blocks
from geo.figure.map import Panel, draw_map
from geo.figure.sheet import Texts
from geo.figure.text import ASIDE, Block, Lettering, stack, write
from geo.page.labels import Labels
from geo.page.markup import tag

# Half the pixels: a card is drawn at twice its size, and looked at at less.
WIDTH, HEIGHT = 600, 315
MARGIN = 14
SIDE_WIDTH = 196
MAP_WIDTH = WIDTH - SIDE_WIDTH - 2 * MARGIN - 8

TITLES = [Lettering("is-title", SERIF_BOLD, size, 1.16) for size in (20, 18, 16, 14)]
CREDIT = Lettering("is-aside", SANS, 7.5, 1.25)
LABEL_PX = 9


def draw_card(panel: Panel, texts: Texts, credit: str, labels: Labels) -> Block:
    """Draw title, date and legend of the colours beside the map."""
    foot = write(credit, CREDIT, SIDE_WIDTH)
    room = HEIGHT - 2 * MARGIN - foot.height - 8
    side = _side(texts, panel, labels, room)
    left = MARGIN + SIDE_WIDTH + MARGIN
    marks = (
        side.at(MARGIN, MARGIN),
        foot.at(MARGIN, HEIGHT - MARGIN - foot.height),
        draw_map(panel, LABEL_PX, 12).at(left, 0),
    )
    return Block((tag("g", {}, *marks),), WIDTH, HEIGHT)


def _side(texts: Texts, panel: Panel, labels: Labels, room: float) -> Block:
    """Set the column beside the map, the title as large as there is room for."""
    rows = _first(list(legend_blocks(panel.scene, labels, SIDE_WIDTH)))
    for lettering in TITLES:
        head = [
            write(texts.title, lettering, SIDE_WIDTH, {"lang": texts.language}),
            write(texts.aside, ASIDE, SIDE_WIDTH),
        ]
        side = stack([*head, *rows], 7)
        if side.height <= room:
            break
    return side


def _first(blocks: Sequence[Block]) -> Sequence[Block]:
    """Only the colours are explained: a card has no room for more."""
    return blocks[:1]
