"""The sheet as an SVG document: measures, title, description, patterns, style."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from geo.figure.embedded import font_rules
from geo.figure.grounds import lay_grounds
from geo.figure.style import apply_style, custom
from geo.figure.text import Block
from geo.page.markup import Node, tag, to_xml_text
from geo.vocabulary.statuses import SHIPPED, Registry

NAMESPACE = "http://www.w3.org/2000/svg"
MARGIN_PX = 20


@dataclass(frozen=True)
class Look:
    """What a document says of itself, and how its statuses look."""

    title: str
    description: str
    language: str
    grey: bool = False
    statuses: Registry = SHIPPED


def as_svg(block: Block, margin: int, defs: Iterable[Node], look: Look) -> str:
    """Return an SVG document of a block with margins round it.

    Its text is text, and its style stands in attributes.
    """
    width, height = (round(side + 2 * margin) for side in (block.width, block.height))
    size = {"width": str(width), "height": str(height)}
    drawn = block.at(margin, margin)
    root = tag(
        "svg",
        {
            **size,
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "lang": look.language,
        },
        tag("title", {}, look.title),
        tag("desc", {}, look.description),
        *defs,
        tag("rect", {"class": "paper", **size}),
        drawn,
    )
    apply_style(root, grey=look.grey, statuses=look.statuses)
    lay_grounds(root, grey=look.grey, statuses=look.statuses)
    _say_once(root, "font-family", custom("sans"))
    root.set("xmlns", NAMESPACE)
    return to_xml_text(ET.tostring(root, encoding="unicode")) + "\n"


def with_letters(svg: str) -> str:
    """Put the letters that a document uses into it: so it looks alike anywhere."""
    rules = font_rules(ET.fromstring(svg).itertext())  # noqa: S314  # our own
    before, end, after = svg.partition("</desc>")
    return f"{before}{end}<style>{rules}</style>{after}"


def _say_once(root: Node, name: str, value: str) -> None:
    """Say at the root what most of its marks say."""
    for node in root.iter():
        if node.get(name) == value:
            del node.attrib[name]
    root.set(name, value)
