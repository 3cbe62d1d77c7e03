"""Building HTML as a tree, so that every text is escaped by the serialiser."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from geo.page.isolated import STACKED

Node = ET.Element

# What XML 1.0 cannot hold, not even as a reference: most control characters.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]|[\ufffe\uffff]")


# The serialiser of HTML knows no elements of SVG that hold nothing.
_EMPTY_SHAPE = re.compile('(?<=")></(?:circle|path|rect|use)>')


def tag(
    name: str, attributes: Mapping[str, str] | None = None, *children: Node | str
) -> Node:
    """Make an element with attributes and children; texts stay texts."""
    node = ET.Element(name, dict(attributes or {}))
    for child in children:
        append(node, child)
    return node


def append(node: Node, child: Node | str) -> None:
    """Add an element or a text at the end of ``node``."""
    if not isinstance(child, str):
        node.append(child)
        return
    if STACKED.search(child):
        node.set("data-stacked", "")
    if len(node):
        node[-1].tail = (node[-1].tail or "") + child
    else:
        node.text = (node.text or "") + child


def to_html(*nodes: Node) -> str:
    """Write elements as HTML text.

    A carriage return is written as a reference: HTML reads a plain one as a line feed,
    and an id would no longer be the one that the payload has.
    """
    html = "".join(
        ET.tostring(node, encoding="unicode", method="html") for node in nodes
    )
    return _EMPTY_SHAPE.sub("/>", html).replace("\r", "&#13;")


def to_xml_text(xml: str) -> str:
    """Put U+FFFD where XML has no way to say a character.

    A table may hold any: without this a viewer refuses the whole drawing.  The page
    does so too, in ``geo/web/take_away/sheet.js``.
    """
    return _NOT_XML.sub("\ufffd", xml)
