"""What folium offers and our map cannot show: refused when it is added, by a sentence.

Our views are equal-area: north is not up everywhere and a rectangle of degrees is no
rectangle.  What needs Web Mercator would stand in a wrong place there, and what is
drawn in a wrong place is worse than nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn

from branca.element import Element

_TILES = (
    "tiles are cut for Web Mercator and would lie in wrong places on a map in an "
    "equal-area projection; leave them out, the map has its own land and borders, or "
    "add what you need of them as a GeoJson"
)
_PICTURE = (
    "a picture laid between two latitudes would lie in wrong places on a map in an "
    "equal-area projection; draw its shapes as a GeoJson, or put it beside the map "
    "with folium.plugins.FloatImage"
)
_SECOND_MAP = (
    "it opens a second map, which has no place in this page; put each "
    "map into a figure of its own: branca.element.Figure().add_subplot(1, 2, 1)"
    ".add_child(m)"
)
_SLIDER = (
    "it builds its slider into the body of folium's own page, which this page has not; "
    "show what changes with the time with folium.plugins.TimestampedGeoJson or Timeline"
)
_PARTS = (
    "a Pledgemap page is one whole and cannot be drawn in pieces; save it with "
    "m.save(path), or show it in a frame: in Streamlit "
    "streamlit.components.v1.html(m.get_root().render(), height=760, scrolling=True) "
    "in place of st_folium(m)"
)
_SUBPLOT = (
    "this figure is the page of one map and has no room for others; make a figure and "
    "add maps to its parts: branca.element.Figure().add_subplot(1, 2, 1).add_child(m)"
)

# By the names of folium's classes, so that its plugins need not be imported.
_REFUSED = {
    "TileLayer": _TILES,
    "WmsTileLayer": _TILES,
    "TimestampedWmsTileLayers": _TILES,
    "VectorGridProtobuf": _TILES,
    "SideBySideLayers": _TILES,
    "ImageOverlay": _PICTURE,
    "VideoOverlay": _PICTURE,
    "TimeSliderChoropleth": _SLIDER,
    "MiniMap": _SECOND_MAP,
    "DualMap": _SECOND_MAP,
    "Map": _SECOND_MAP,
}


class NotOnThisMapError(ValueError):
    """Something of folium's that a map in an equal-area projection cannot show."""


def refuse(element: Element) -> None:
    """Raise if an element, or anything in it, cannot be shown on our map."""
    for each in within(element):
        for kind in type(each).__mro__:
            if kind.__module__.startswith("folium.") and kind.__name__ in _REFUSED:
                raise _told(type(each).__name__, _REFUSED[kind.__name__])


def refuse_pieces() -> NoReturn:
    """Raise for who asks for the map without its page, as streamlit-folium does."""
    raise _told("PledgeMap.render", _PARTS)


def refuse_subplot() -> NoReturn:
    """Raise for who would divide the page of one map."""
    raise _told("add_subplot", _SUBPLOT)


def within(element: Element) -> Iterator[Element]:
    """Return an element and all that it holds, also what a popup holds."""
    yield element
    parts: list[Any] = [getattr(element, name, None) for name in _PARTS_OF_A_FIGURE]
    for child in (*element._children.values(), *parts):
        if isinstance(child, Element):
            yield from within(child)


_PARTS_OF_A_FIGURE = ("header", "html", "script")


def _told(name: str, why: str) -> NotOnThisMapError:
    return NotOnThisMapError(f"{name}: {why}")
