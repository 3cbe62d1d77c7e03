"""The picture of a map's opening view with the countries that changed outlined."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from geo.boundaries.files import shipped
from geo.diff.maps import LANGUAGE, DrawnMap
from geo.page.arcs import page_topology
from geo.page.markup import Node, tag
from geo.page.names import country_names
from geo.page.payload import payload
from geo.page.rendering import opening


@dataclass(frozen=True)
class MarkedPicture:
    """One state of a map as SVG, its legend, and the changed countries it shows."""

    drawing: Node
    legend: list[Node]
    marked: frozenset[str]


def marked_picture(
    drawn: DrawnMap, changed: Collection[str], number: int, name: str
) -> MarkedPicture:
    """Draw a state of a map.

    Parameters
    ----------
    drawn
        The state.
    changed
        The countries to outline, by ``iso_a3``.
    number
        The picture's number on its page, for ids of its own.
    name
        What the picture is called, for those who do not see it.
    """
    opened = opening(_payload(drawn), _boundaries(), sorted(changed))
    _number(opened.picture, number, name)
    outlines = opened.picture.iterfind("path[@class='changed']")
    marked = frozenset(path.attrib.pop("data-of") for path in outlines)
    return MarkedPicture(opened.picture, [_key(), *opened.legend[1:]], marked)


def _payload(drawn: DrawnMap) -> dict[str, Any]:
    """Return what the page draws from, in the language of the changes."""
    values = payload(drawn.loaded, drawn.features, drawn.present, drawn.layers)
    names = sorted(country_names(drawn.features, LANGUAGE).items())
    own = {"language": LANGUAGE, "names": {LANGUAGE: [name for _, name in names]}}
    return {**values, **own}


def _key() -> Node:
    """Say in the legend what the outline means."""
    look = {
        "class": "picture", "width": "26", "height": "16", "viewBox": "0 0 26 16",
        "aria-hidden": "true",
    }  # fmt: skip
    swatch = tag("svg", look, tag("path", {"class": "changed", "d": "M2 2h22v12H2z"}))
    row = tag("li", {}, swatch, tag("span", {}, "Shown otherwise"))
    return tag("ul", {"class": "legend"}, row)


def _boundaries() -> Mapping[str, Any]:
    return page_topology(shipped("boundaries.topojson").read_text(encoding="utf-8"))


def _number(drawing: Node, number: int, name: str) -> None:
    """Give the picture's parts ids of their own; patterns are shared by all."""
    for node in drawing.iter():
        own = node.get("id")
        if own == "picture-title":
            node.text = name
        if own is not None and node.tag != "pattern":
            node.set("id", f"{own}-{number}")
        if node.get("href", "").startswith("#"):
            node.set("href", f"{node.get('href')}-{number}")
    drawing.set("aria-labelledby", f"picture-title-{number} picture-text-{number}")


def share_patterns(drawings: list[Node]) -> None:
    """Keep each pattern once on a page: an id stands for one element."""
    seen: set[str] = set()
    for drawing in drawings:
        for defs in drawing.iter("defs"):
            for pattern in list(defs):
                name = pattern.get("id", "")
                if name in seen:
                    defs.remove(pattern)
                seen.add(name)
