"""The picture of a map's opening view with the countries that changed outlined."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from geo.boundaries.files import shipped
from geo.diff.maps import LANGUAGE, DrawnMap
from geo.page.labels import Labels
from geo.page.legend import static_legend
from geo.page.markup import Node, tag
from geo.page.names import country_names
from geo.page.payload import payload
from geo.page.picture.draw import draw_picture, opening_scene
from geo.page.picture.land import Land, draw_land
from geo.page.picture.path_data import EVEN_STROKE, circle, path_data
from geo.page.picture.scene import Scene
from geo.page.wording import Wording

# Around a mark for a country too small to be seen, whose radius is 5.
SMALL_R = 9.0
SMALLEST_SIDE_PX = 24


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
    names = country_names(drawn.features, LANGUAGE)
    wording = Wording(LANGUAGE, drawn.loaded, names)
    values = payload(drawn.loaded, drawn.features, drawn.present, drawn.layers)
    scene = opening_scene(values, drawn.loaded.definition.views[0], wording)
    topology = _topology()
    drawing = draw_picture(scene, topology)
    land = draw_land(topology, scene.frame)
    outlines = {country: _outline(country, land, scene) for country in sorted(changed)}
    for look in ("changed-rim", "changed"):
        path = {"class": look, **EVEN_STROKE, "d": "".join(outlines.values())}
        drawing.insert(_under_marks(drawing), tag("path", path))
    _number(drawing, number, name)
    legend = [_key(), *static_legend(scene, Labels(wording))[1:]]
    marked = frozenset(country for country, outline in outlines.items() if outline)
    return MarkedPicture(drawing, legend, marked)


def _under_marks(drawing: Node) -> int:
    """Give the place in a picture above the land and below figures and labels."""
    marks = ("figure-halo", "halo", "badge")
    places = (
        at for at, node in enumerate(drawing) if node.get("class", "").startswith(marks)
    )
    return next(places, len(drawing))


def _key() -> Node:
    """Say in the legend what the outline means."""
    look = {
        "class": "picture", "width": "26", "height": "16", "viewBox": "0 0 26 16",
        "aria-hidden": "true", "focusable": "false",
    }  # fmt: skip
    swatch = tag("svg", look, tag("path", {"class": "changed", "d": "M2 2h22v12H2z"}))
    row = tag("li", {}, swatch, tag("span", {}, "Shown otherwise"))
    return tag("ul", {"class": "legend"}, row)


@cache
def _topology() -> Any:
    return json.loads(shipped("boundaries.topojson").read_text(encoding="utf-8"))


def _outline(country: str, land: Land, scene: Scene) -> str:
    """Give the outline of a country within the picture, or a ring round its point."""
    rings = [*land.rings.get(country, ()), *land.cut_rings.get(country, ())]
    shape = path_data(rings, closed=True)
    point = scene.point(country)
    if land.sides.get(country, 0) < SMALLEST_SIDE_PX and scene.frame.holds(point):
        shape += circle(*point, SMALL_R)
    return shape


def _number(drawing: Node, number: int, name: str) -> None:
    """Give the picture's parts ids of their own."""
    for node in drawing.iter():
        own = node.get("id")
        if own == "picture-title":
            node.text = name
        if own is not None:
            node.set("id", f"{own}-{number}")
        if node.get("href", "").startswith("#"):
            node.set("href", f"{node.get('href')}-{number}")
    drawing.set("aria-labelledby", f"picture-title-{number} picture-text-{number}")
