"""The sheet: title, headline, map, legend and credits, one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.figure.legend import legend
from geo.figure.text import ASIDE, CREDIT, HEADLINE, TITLE, Block, stack, write
from geo.page.markup import Node

GAP_PX = 13


@dataclass(frozen=True)
class Texts:
    """What is said round the map; ``language`` is that of title and headline."""

    title: str
    headline: str
    aside: str
    credits: Sequence[str]
    language: str


def draw_sheet(
    maps: Block, explained: Sequence[Node], texts: Texts, *, counted: bool = True
) -> Block:
    """Put title, headline, maps, legend and credits under each other.

    ``explained`` is the page's legend of the layers shown; ``counted`` says whether it
    tells how many countries have a colour.
    """
    width = maps.width
    spoken = {"lang": texts.language}
    heading = [
        write(texts.title, TITLE, width, spoken),
        write(texts.headline, HEADLINE, width, spoken),
        write(texts.aside, ASIDE, width),
    ]
    credit = [write(text, CREDIT, width) for text in texts.credits]
    rows = legend(explained, width, counted=counted)
    parts = [stack(heading, 6), maps, *([rows] if explained else []), stack(credit, 2)]
    return stack(parts, GAP_PX)
