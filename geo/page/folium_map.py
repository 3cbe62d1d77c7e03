"""The map as folium knows it: a ``folium.Map`` whose layers are folium layers.

No text of the tables passes through here: folium parses names twice as templates, so
the layers carry ids only, and the page's payload carries the texts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import folium
from branca.element import Figure
from folium.elements import ElementAddToElement
from folium.map import Layer
from folium.template import Template

from geo.page.notebook import Bundle, bundle
from geo.page.parts import PageParts, fill_open_page, fill_page

MAP_NAME = "map_pledgemap"

STILL_SCALE = 2.0
"""Pixels of the still picture to one of CSS: enough for print."""


def script_text(text: str) -> str:
    """Write a text as a string of JavaScript that is no template, nor closes a script.

    Everything but letters, digits, ``_`` and ``-`` of ASCII is escaped: folium parses
    what a template gives as a template once more, whose expressions reach Python.
    """
    return f'"{"".join(map(_unit, text))}"'


def _unit(character: str) -> str:
    if character.isascii() and (character.isalnum() or character in "_-"):
        return character
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


class ThematicLayer(Layer):
    """One layer of the payload; the page's script draws it and its legend."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = layer({{ this.layer_text }});\n"
        "{% endmacro %}"
    )

    def __init__(self, layer_id: str, number: int, *, base: bool, show: bool) -> None:
        super().__init__(name=layer_id, overlay=not base, control=False, show=show)
        self._name = "Layer"
        self._id = str(number)
        self.layer_id = layer_id
        self.layer_text = script_text(layer_id)

    def render(self, **kwargs: Any) -> Any:
        """Render; folium would add the layer to the map once more at each call."""
        if any(isinstance(c, ElementAddToElement) for c in self._children.values()):
            return super(Layer, self).render(**kwargs)  # type: ignore[no-untyped-call]
        return super().render(**kwargs)  # type: ignore[no-untyped-call]

    @property
    def is_extended(self) -> bool:
        """Whether anything was added to the layer."""
        children = self._children.values()
        return any(not isinstance(child, ElementAddToElement) for child in children)


class PageFigure(Figure):
    """The root of the element tree: renders Pledgemap's page instead of folium's."""

    def __init__(self, parts: PageParts) -> None:
        super().__init__(height="760px")
        self.parts = parts
        self.header._children.clear()

    def render(self, **kwargs: Any) -> str:
        """Give the whole page as HTML.

        A map that only holds our own layers gives the self-contained page.  One to
        which folium elements were added gives a page that may load what they need.
        """
        for child in self._children.values():
            child.render(**kwargs)
        header = self.header.render(**kwargs)
        html = self.html.render(**kwargs)
        script = self.script.render(**kwargs)
        if any(
            getattr(child, "is_extended", True) for child in self._children.values()
        ):
            return fill_open_page(self.parts, header, html, script)
        return fill_page(self.parts, html, script)


class PledgeMap(folium.Map):
    """A ``folium.Map`` that shows pledges and opens offline.

    Add folium's own markers, layers and plugins as to any map.  They may load
    Leaflet plugins, jQuery or icons from the web, so a map that holds any of them
    renders without Pledgemap's Content-Security-Policy and needs the network.

    ``still`` gives a PNG of the map, if it can be drawn, for where no page is shown.
    """

    _template = Template(
        "{% macro html(this, kwargs) %}"
        '<div class="folium-map" id={{ this.get_name()|tojson }}></div>'
        "{% endmacro %}"
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = openMap({{ this.get_name()|tojson }});\n"
        "{% endmacro %}"
    )

    def __init__(self, parts: PageParts, layers: list[dict[str, Any]]) -> None:
        super().__init__(tiles=None, zoom_control=False)
        self.still: Callable[[], bytes] | None = None
        self._name = "Map"
        self._id = MAP_NAME.removeprefix("map_")
        self.default_js: list[tuple[str, str]] = []
        self.default_css: list[tuple[str, str]] = []
        self.parts = parts
        PageFigure(parts).add_child(self)
        for number, spec in enumerate(layers, start=1):
            if spec["kind"] != "unplaced":
                layer = ThematicLayer(
                    spec["id"], number, base=spec.get("base", False), show=spec["shown"]
                )
                self.add_child(layer)

    @property
    def is_extended(self) -> bool:
        """Whether the map holds anything besides Pledgemap's own layers."""
        return any(
            not isinstance(child, ThematicLayer) or child.is_extended
            for child in self._children.values()
        )

    def _repr_mimebundle_(self, **_asked: object) -> Bundle:
        """Show the map in a notebook: alive in a frame, with a picture to fall back on.

        There is no picture of a map that was added to: it would lack what was.
        """
        parts = self.parts
        png = None if self.still is None or self.is_extended else self.still()
        text = f"{parts.title}\n{parts.description}"
        page = self.get_root().render()
        return bundle(page, parts.title, text, png, STILL_SCALE)

    def render(self, **kwargs: Any) -> Any:
        if self.is_extended:
            # Leaflet's script stands in the page already; the rest is what folium's
            # elements expect to find.
            self.default_js = [
                link for link in folium.Map.default_js if link[0] != "leaflet"
            ]
            self.default_css = list(folium.Map.default_css)
        return super().render(**kwargs)  # type: ignore[no-untyped-call]
