"""The picture as one SVG element, from back to front as the live map has its panes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from geo.definitions.model import View
from geo.page.markup import Node, append, tag
from geo.page.names import list_text, sort_key
from geo.page.picture.answers import answer
from geo.page.picture.figures import draw_figures, figure_marks
from geo.page.picture.frame import frame_of
from geo.page.picture.labels import draw_labels
from geo.page.picture.land import Land, draw_land
from geo.page.picture.lettering import LETTERINGS, Lettering
from geo.page.picture.participants import draw_links, draw_symbols
from geo.page.picture.path_data import EVEN_STROKE, Line, path_data, short, square
from geo.page.picture.scene import Scene
from geo.page.wording import Wording
from geo.words import standing_key

# The status whose swatch shows in the legend what dots mean.
SAMPLE_STATUS = "considering"


def opening_scene(payload: Mapping[str, Any], view: View, wording: Wording) -> Scene:
    """Give what a view shows as the map opens.

    Parameters
    ----------
    payload
        What the live map draws from, as :func:`geo.page.payload.payload` gives it.
    view
        The view; its bounds fill the box.
    wording
        The words of the opening language.
    """
    return Scene(payload, frame_of(view), wording)


def draw_picture(scene: Scene, topology: Mapping[str, Any]) -> Node:
    """Draw a scene.

    Parameters
    ----------
    scene
        What is shown, and where.
    topology
        The page's TopoJSON, as it is parsed.

    Returns
    -------
    Node
        An ``svg`` element with a title, and a description that names each country
        with its status; each country is a path of its own, whose title is what is
        said of it when it is pointed at.  The patterns stand beside it on the page.
    """
    land = draw_land(topology, scene.frame)
    marks = list(draw_marks(scene, land))
    for mark in marks:
        for path in mark.iter("path"):
            if country := path.get("data-country"):
                append(path, tag("title", {}, "\n".join(answer(scene, country))))
    look = {
        "id": "picture",
        "class": f"picture-map{' is-globe' if scene.frame.projection.outlined else ''}",
        "viewBox": f"0 0 {scene.frame.width} {scene.frame.height}",
        "data-reach": " ".join(map(short, scene.frame.reach)),
        "role": "img",
        "aria-labelledby": "picture-title picture-text",
    }
    return tag(
        "svg",
        look,
        tag("title", {"id": "picture-title"}, scene.wording.say("map.label")),
        tag("desc", {"id": "picture-text"}, description(scene)),
        *marks,
    )


def weak_statuses(scene: Scene) -> list[str]:
    """Give the statuses that need dots, with that of the legend's sample."""
    countries = scene.payload["countries"]
    weak = {scene.status_of(c) for c in countries if scene.is_weak(c)}
    return sorted({*weak, SAMPLE_STATUS} if weak else weak)


def draw_marks(
    scene: Scene, land: Land, letterings: Sequence[Lettering] = LETTERINGS
) -> Iterator[Node]:
    """Draw land, marks and labels, from back to front as the live map has its panes."""
    figures, dotted = figure_marks(scene), _dotted(scene, land)
    yield from _sphere(scene)
    yield from _fills(scene, land.rings, "area")
    yield from _fills(scene, land.cut_rings, "area is-cut")
    yield from _path(scene, "coasts", land.cut_coasts)
    yield from _path(scene, "borders", land.borders)
    yield from _subject(scene, land)
    yield from _disputed(scene, land)
    yield from draw_links(scene, figures)
    yield from _small_dots(scene, dotted)
    yield from draw_figures(scene, figures)
    yield from draw_symbols(scene, figures)
    yield from draw_labels(scene, land, figures, dotted, letterings)


def description(scene: Scene) -> str:
    """Say each status that occurs, with the names of its countries."""
    wording, countries = scene.wording, scene.payload["countries"]
    sentences = []
    for status in scene.payload["statuses"]:
        groups: dict[str, list[str]] = {}
        for key, entry in countries.items():
            if entry["status"] == status:
                name = standing_key(status, entry.get("strength"))
                groups.setdefault(name, []).append(wording.actor(key))
        for name, names in sorted(groups.items()):
            ordered = sorted(names, key=lambda one: sort_key(one, wording.language))
            listed = list_text(ordered, wording.language)
            sentences.append(f"{wording.pair(wording.say(name), listed)}.")
    return " ".join(sentences)


def outside(scene: Scene) -> str:
    """Name the countries with data that the view does not reach; blank if none is.

    As ``geo/web/outside.js``.
    """
    wording = scene.wording
    names = [
        wording.actor(key)
        for key, entry in scene.payload["countries"].items()
        if entry["status"] != "no_data"
        and key in scene.payload["points"]
        and not scene.frame.holds(scene.point(key))
    ]
    ordered = sorted(names, key=lambda name: sort_key(name, wording.language))
    listed = list_text(ordered, wording.language, "unit")
    return wording.say("map.outside").format(names=listed) if names else ""


def _sphere(scene: Scene) -> Iterator[Node]:
    """The edge of a map of the whole world."""
    if scene.frame.projection.outlined:
        lat = np.arange(-90.0, 91.0, 3.0)
        east = np.column_stack([np.full_like(lat, 180), lat])
        places = np.vstack([east, (east * [-1, 1])[::-1]])
        yield from _path(scene, "sphere", [scene.frame.place(places)], closed=True)


def _fills(scene: Scene, rings: Mapping[str, list[Line]], name: str) -> Iterator[Node]:
    """One group for all countries of a look: their status, and whether it is weak."""
    digits = scene.frame.detail.digits
    groups: dict[tuple[str, bool], list[Node]] = {}
    for country in sorted(rings):
        data = path_data(rings[country], closed=True, digits=digits)
        if data:
            look = (scene.status_of(country), scene.is_weak(country))
            path = tag("path", {"data-country": country, **EVEN_STROKE, "d": data})
            groups.setdefault(look, []).append(path)
    for (status, weak), paths in sorted(groups.items(), key=lambda group: group[0]):
        node = tag("g", {"class": name}, *paths)
        if weak:
            node.set("data-weak", status)
            node.set("fill", f"url(#weak-{status})")
        elif status:
            node.set("data-status", status)
        yield node


def _subject(scene: Scene, land: Land) -> Iterator[Node]:
    for country, entry in scene.payload["countries"].items():
        if scene.layers("status") and entry["status"] == "beneficiary":
            rings = land.rings.get(country, ())
            yield from _path(scene, "subject", rings, closed=True)


def _disputed(scene: Scene, land: Land) -> Iterator[Node]:
    if not scene.layers("disputed"):
        return
    rings = [ring for area in land.areas.values() for ring in area]
    yield from _path(scene, "disputed-area", rings, closed=True)
    yield from _path(scene, "disputed-line-rim", land.lines)
    yield from _path(scene, "disputed-line", land.lines)


def _dotted(scene: Scene, land: Land) -> list[str]:
    """Give the countries with data that are too small to see, as on the live map."""
    least = scene.frame.detail.dot_below
    return [
        country
        for country in scene.payload["small"]
        if country in scene.payload["countries"]
        and land.sides.get(country, least) < least
        and scene.frame.holds(scene.point(country))
    ]


def _small_dots(scene: Scene, dotted: Iterable[str]) -> Iterator[Node]:
    """Squares, for circles are numbers of troops."""
    r = scene.frame.detail.dot_r
    for country in dotted:
        look = {"class": "small-dot", "d": square(*scene.point(country), r)}
        status = scene.status_of(country)
        if scene.is_weak(country):
            look |= {"data-weak": status, "fill": f"url(#weak-{status})"}
        elif status:
            look |= {"data-status": status}
        yield tag("path", {**look, "data-country": country})


def _path(
    scene: Scene, look: str, lines: Iterable[Line], *, closed: bool = False
) -> Iterator[Node]:
    data = path_data(lines, closed=closed, digits=scene.frame.detail.digits)
    if data:
        yield tag("path", {"class": look, **EVEN_STROKE, "d": data})
