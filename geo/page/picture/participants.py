"""Participants of meetings: a symbol at each country, tied to the meeting's place.

As ``geo/web/participants_layer.js`` and ``geo/web/symbols.js`` draw them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from geo.page.markup import Node, tag
from geo.page.picture.figures import FigureMark, reach
from geo.page.picture.path_data import circle, numbers, short, square
from geo.page.picture.scene import Point, Scene, is_doubtful, is_remote, leads

BADGE_PX = 8
LEAST_BADGE_SCALE = 0.62


def badge_size(scene: Scene) -> float:
    """Give half the side of a badge, in units."""
    return BADGE_PX * max(LEAST_BADGE_SCALE, scene.frame.mark_scale)


def symbol_offset(
    scene: Scene, figures: list[FigureMark], spec: Mapping[str, Any], country: str
) -> Point:
    """Give where a symbol stands from its country's point.

    It stands to the upper left of a figure's circle, and beside the symbol of an
    earlier layer.
    """
    size, circle_r = badge_size(scene), reach(figures, country)
    aside = -(circle_r + size + 2) * math.sqrt(0.5) if circle_r else 0.0
    layers = scene.layers("participants")
    earlier = [
        other
        for other in layers[: layers.index(spec)]
        if any(part["actor"] == country for part in scene.participants(other))
    ]
    return aside + len(earlier) * (2 * size + 3), aside


def draw_links(scene: Scene, figures: list[FigureMark]) -> Iterator[Node]:
    """Draw the line of each participant to the place of the meeting.

    On a dark country a line is seen by its rim; no rim lies over another line.
    """
    lines = list(_links(scene, figures))
    for _, data in lines:
        yield tag("path", {"class": "link-rim", "d": data})
    for way, data in lines:
        yield tag("path", {"class": f"link {way}", "d": data})


def _links(scene: Scene, figures: list[FigureMark]) -> Iterator[tuple[str, str]]:
    """Give the way of taking part and the path of each line."""
    for spec in scene.layers("participants"):
        for part in scene.participants(spec):
            country, remote = part["actor"], is_remote(part["mode"])
            begin = _symbol_point(scene, figures, spec, country)
            for hub in scene.hubs(spec, part.get("hub")):
                at_home = scene.payload["places"][hub].get("country") == country
                if at_home and not remote:
                    continue
                way = "remote" if remote else "present"
                yield way, bend(begin, scene.hub_point(hub))


def draw_symbols(scene: Scene, figures: list[FigureMark]) -> Iterator[Node]:
    """Draw the meetings' places and a symbol for each participant."""
    for spec in scene.layers("participants"):
        for hub in scene.hubs(spec):
            x, y = scene.hub_point(hub)
            yield tag("path", {"class": "hub", "d": circle(x, y, 6)})
            yield tag("path", {"class": "hub-dot", "d": circle(x, y, 2.2)})
        for part in scene.participants(spec):
            point = _symbol_point(scene, figures, spec, part["actor"])
            yield from symbol(part, point, badge_size(scene))


def symbol(part: Mapping[str, Any], point: Point, r: float) -> Iterator[Node]:
    """Draw one participant's symbol: round with a camera, or square with a person."""
    remote = is_remote(part["mode"])
    kind = ("remote" if remote else "present") + (
        " is-doubtful" if is_doubtful(part) else ""
    )
    x, y = point
    badge = circle if remote else square
    if leads(part):
        yield tag("path", {"class": "badge lead", "d": badge(x, y, r + 3)})
    look = {"class": f"badge {kind}", "data-row": part["rows"][0]}
    yield tag("path", {**look, "d": badge(x, y, r)})
    glyph = _camera if remote else _person
    yield tag("path", {"class": f"glyph {kind}", "d": glyph(x, y, r / 8)})


def bend(begin: Point, end: Point) -> str:
    """Write a slightly bent line, so that two lines one over the other part."""
    x = (begin[0] + end[0]) / 2 + (end[1] - begin[1]) * 0.12
    y = (begin[1] + end[1]) / 2 - (end[0] - begin[0]) * 0.12
    return f"M{numbers(begin)}Q{numbers([x, y, *end])}"


def _symbol_point(
    scene: Scene, figures: list[FigureMark], spec: Mapping[str, Any], country: str
) -> Point:
    x, y = scene.point(country)
    dx, dy = symbol_offset(scene, figures, spec, country)
    return x + dx, y + dy


def _camera(x: float, y: float, u: float) -> str:
    body = f"h{short(6.2 * u)}v{short(6 * u)}h-{short(6.2 * u)}z"
    lens = numbers([3.1 * u, -2.2 * u, 0, 5.6 * u, -3.1 * u, -2.2 * u])
    return (
        f"M{numbers([x - 5 * u, y - 3 * u])}{body}"
        f"M{numbers([x + 1.9 * u, y - 0.6 * u])}l{lens}z"
    )


def _person(x: float, y: float, u: float) -> str:
    arc = short(4.2 * u)
    return (
        circle(x, y - 2.3 * u, 2.2 * u)
        + f"M{numbers([x - 4.2 * u, y + 5 * u])}a{arc} {arc} 0 0 1 {short(8.4 * u)} 0z"
    )
