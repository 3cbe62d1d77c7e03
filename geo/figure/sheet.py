"""The sheet: title, finding, map, legend and credits, one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.figure.legend import legend
from geo.figure.map import Panel, draw_map
from geo.figure.text import ASIDE, CREDIT, FINDING, TITLE, Block, stack, write
from geo.page.labels import Labels

GAP_PX = 13


@dataclass(frozen=True)
class Texts:
    """What is said round the map, in the figure's language."""

    title: str
    finding: str
    aside: str
    credits: Sequence[str]


def draw_sheet(panel: Panel, texts: Texts, labels: Labels) -> Block:
    """Draw title, finding, map, legend and credits."""
    width = panel.scene.frame.width
    return stack(
        [
            heading(texts, width),
            draw_map(panel),
            legend(panel.scene, labels, width),
            credits_block(texts, width),
        ],
        GAP_PX,
    )


def heading(texts: Texts, width: float) -> Block:
    """Set title, finding and the line of date and view."""
    return stack(
        [
            write(texts.title, TITLE, width),
            write(texts.finding, FINDING, width),
            write(texts.aside, ASIDE, width),
        ],
        6,
    )


def credits_block(texts: Texts, width: float) -> Block:
    return stack([write(text, CREDIT, width) for text in texts.credits], 2)
