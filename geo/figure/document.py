"""The sheet as an SVG document: measures, title, description, patterns, style."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from geo.figure.style import apply_style
from geo.figure.text import Block
from geo.page.markup import Node, tag

NAMESPACE = "http://www.w3.org/2000/svg"
MARGIN_PX = 20


def as_svg(
    block: Block, defs: list[Node], title: str, description: str, language: str,
    *, grey: bool = False,
) -> str:  # fmt: skip
    """Give an SVG document of a block with margins round it.

    Returns
    -------
    str
        The document, with text as text, and all style in attributes.
    """
    width, height = (round(side + 2 * MARGIN_PX) for side in (block.width, block.height))
    size = {"width": str(width), "height": str(height)}
    root = tag(
        "svg",
        {
            **size,
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "aria-labelledby": "title desc",
            "lang": language,
        },
        tag("title", {"id": "title"}, title),
        tag("desc", {"id": "desc"}, description),
        *defs,
        tag("rect", {"class": "paper", **size}),
        block.at(MARGIN_PX, MARGIN_PX),
    )
    apply_style(root, grey=grey)
    root.set("xmlns", NAMESPACE)
    return ET.tostring(root, encoding="unicode") + "\n"
