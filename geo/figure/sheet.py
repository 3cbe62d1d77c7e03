"""The sheet: title, finding, map, legend and credits, one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from geo.figure.legend import legend
from geo.figure.text import ASIDE, CREDIT, FINDING, TITLE, Block, stack, write
from geo.page.labels import Labels
from geo.page.picture.scene import Scene

GAP_PX = 13


@dataclass(frozen=True)
class Texts:
    """What is said round the map; ``language`` is that of title and finding."""

    title: str
    finding: str
    aside: str
    credits: Sequence[str]
    language: str


def draw_sheet(
    maps: Block, scene: Scene, texts: Texts, labels: Labels, *, counted: bool = True
) -> Block:
    """Put title, finding, maps, legend and credits under each other.

    ``counted`` says whether the legend tells how many countries have a colour.
    """
    width = maps.width
    spoken = {"lang": texts.language}
    heading = [
        write(texts.title, TITLE, width, spoken),
        write(texts.finding, FINDING, width, spoken),
        write(texts.aside, ASIDE, width),
    ]
    credit = [write(text, CREDIT, width) for text in texts.credits]
    explained = legend(scene, labels, width, counted=counted)
    return stack([stack(heading, 6), maps, explained, stack(credit, 2)], GAP_PX)
