"""The map as folium knows it: a ``folium.Map`` whose layers are folium layers.

No text of the tables passes through here: folium parses names twice as templates, so
the layers carry ids only, and the page's payload carries the texts.
"""

from __future__ import annotations

import os
import re
import warnings
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import folium
from branca.element import CssLink, Div, Element, Figure, JavascriptLink
from folium.map import Layer
from folium.template import Template

from geo.output import write_whole
from geo.page.added import Added, folium_files, numbered
from geo.page.leaflet import marker_images
from geo.page.notebook import HEIGHT, WIDTH, Bundle, bundle, frame
from geo.page.parts import BYTE_ORDER_MARK, PageParts, fill_page
from geo.page.refused import refuse, refuse_pieces, refuse_subplot, within

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
        "{% if this.show %}"
        "{{ this.get_name() }}.addTo({{ this._parent.get_name() }});\n"
        "{% endif %}"
        "{% endmacro %}"
    )

    def __init__(self, layer_id: str, number: int, *, base: bool, show: bool) -> None:
        super().__init__(name=layer_id, overlay=not base, control=False, show=show)
        self._name = "Layer"
        self._id = str(number)
        self.layer_id = layer_id
        self.layer_text = script_text(layer_id)

    def render(self, **kwargs: Any) -> Any:
        """Render; what is on the map from the start is put there by the template."""
        return super(Layer, self).render(**kwargs)  # type: ignore[no-untyped-call]


class _MapPart(Element):
    """The part of the page that holds the map; asked for alone, the page in a frame."""

    def render(self, **kwargs: Any) -> str:
        page = self._parent
        assert isinstance(page, PageFigure)  # noqa: S101  # for the type checker
        if page.is_drawing:
            return str(super().render(**kwargs))
        return page.framed(WIDTH, HEIGHT)


class PageFigure(Figure):
    """The root of the element tree: renders Pledgemap's page instead of folium's."""

    def __init__(self, parts: PageParts, pledge_map: PledgeMap) -> None:
        super().__init__(height=HEIGHT)
        self.parts = parts
        self.is_drawing = False
        self.header._children.clear()
        self.html = _MapPart()
        self.html._parent = self
        self.pledge_map = pledge_map
        self.add_child(pledge_map)

    def add_subplot(self, *_: object, **__: object) -> NoReturn:
        """Refuse: the page has room for one map."""
        refuse_subplot()

    def framed(self, width: str, height: str) -> str:
        """Return the page in a frame, for what holds other things besides."""
        return frame(self.render(), self.parts.title, width, height)

    def render(self, **kwargs: Any) -> str:
        """Return the whole page as HTML, with what was added to the map."""
        return self.made(**kwargs)[0]

    def file_text(self, **kwargs: Any) -> str:
        """Return what a file of the page holds."""
        return BYTE_ORDER_MARK + self.render(**kwargs)

    def made(self, **kwargs: Any) -> tuple[str, bool]:
        """Return the whole page as HTML, and whether anything was added to the map.

        As long as that asks for no file, the page is self-contained and keeps its
        policy; else a warning says so.
        """
        others = [c for c in self._children.values() if c is not self.pledge_map]
        for child in (*others, *self.pledge_map._children.values()):
            refuse(child)
        with self._drawing():
            for child in self._children.values():
                child.render(**kwargs)
            html, lines, added = self._printed(**kwargs)
        if added.asks_for:
            warnings.warn(_needs(added), stacklevel=3)
        return fill_page(self.parts, html, lines, added), added.is_any

    @contextmanager
    def _drawing(self) -> Iterator[None]:
        """Let the map stand in its own page, and leave all elements as they were.

        Rendering adds elements to elements: a second time they would add up.
        """
        host = self.pledge_map._parent
        before = [(each, OrderedDict(each._children)) for each in within(self)]
        self.is_drawing, self.pledge_map._parent = True, self
        try:
            yield
        finally:
            self.is_drawing, self.pledge_map._parent = False, host
            for each, children in before:
                each._children = children

    def _printed(self, **kwargs: Any) -> tuple[str, str, Added]:
        """Return the map's own HTML and script, and what was added."""
        own = self.pledge_map.own_names()
        pieces: dict[bool, list[str]] = {True: [], False: []}
        for name, element in self.script._children.items():
            pieces[name in own].append(element.render(**kwargs))
        html = {n: e.render(**kwargs) for n, e in self.html._children.items()}
        map_html = html.pop(self.pledge_map.get_name())
        header, lines = self.header.render(**kwargs), "\n".join(pieces[False])
        number = numbered(self._ids())
        added = Added(number(header), number("\n".join(html.values())), number(lines))
        if added.is_any:
            added = self._completed(added, number)
        return map_html, "\n".join(pieces[True]), added

    def _completed(self, added: Added, number: Callable[[str], str]) -> Added:
        """Add what folium's own page would have, and the titles for the panel."""
        scripts, styles = folium_files(f"{added.header}\n{added.html}\n{added.lines}")
        links = [JavascriptLink(url).render() for _, url in scripts]
        links += [CssLink(url).render() for _, url in styles]
        lines = (marker_images(), added.lines, number(self.pledge_map.in_front()))
        return Added(
            "\n".join((*links, added.header)),
            added.html,
            # As in a string of JavaScript: no text may close the script element.
            re.sub(r"<(?=/script|!--)", r"<\\", "\n".join(lines), flags=re.IGNORECASE),
            tuple((number(n), title) for n, title in self.pledge_map.titles()),
            tuple(sorted(self.pledge_map.own_names())),
        )

    def _ids(self) -> set[str]:
        names = (*self.header._children, *self.html._children, *self.script._children)
        return {each._id for each in within(self)} | {name[-32:] for name in names}


def _needs(added: Added) -> str:
    hosts = ", ".join(added.asks_for)
    return (
        f"what was added to the map asks for {hosts}: its page shows that with a"
        " network only, and has no Content-Security-Policy"
    )


class PledgeMap(folium.Map):
    """A ``folium.Map`` that shows pledges and opens offline.

    Add folium's own markers, layers and plugins as to any map.  What needs no file of
    the web keeps the page offline and its Content-Security-Policy strict; what needs
    one says so, by a warning, whenever the page is made.  What cannot be shown in an
    equal-area projection is refused when it is added.  Layers stand in the page's panel
    under their names.

    Of the files that folium puts into every map, the page has only those that what was
    added uses: jQuery, the icons.  For Bootstrap's style sheet, ``add_css_link``.

    ``still`` gives a PNG of the map, if it can be drawn, for where no page is shown.
    """

    _template = Template(
        "{% macro html(this, kwargs) %}"
        '<div class="folium-map" id={{ this.get_name()|tojson }} hidden></div>'
        "{% endmacro %}"
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = openMap();\n"
        "{% endmacro %}"
    )

    def __init__(self, parts: PageParts, layers: list[dict[str, Any]]) -> None:
        super().__init__(tiles=None, zoom_control=False)
        self.still: Callable[[], bytes] | None = None
        self._name = "Map"
        self._id = MAP_NAME.removeprefix("map_")
        self.default_js: list[tuple[str, str]] = []
        self.default_css: list[tuple[str, str]] = []
        self.page = PageFigure(parts, self)
        for number, spec in enumerate(layers, start=1):
            if spec["kind"] != "unplaced":
                layer = ThematicLayer(
                    spec["id"], number, base=spec.get("base", False), show=spec["shown"]
                )
                self.add_child(layer)

    def add_child(
        self, child: Element, name: str | None = None, index: int | None = None
    ) -> PledgeMap:
        """Add an element of folium's, unless it cannot be shown on this map."""
        refuse(child)
        super().add_child(child, name=name, index=index)
        return self

    def own_names(self) -> set[str]:
        """Return the names of the map and of Pledgemap's own layers."""
        layers = (c for c in self._children.values() if isinstance(c, ThematicLayer))
        return {self.get_name(), *(layer.get_name() for layer in layers)}

    def titles(self) -> list[tuple[str, str | None]]:
        """Return the added layers for the panel, each with the name it was given."""
        return [
            (layer.get_name(), _title(layer))
            for layer in self._children.values()
            if isinstance(layer, Layer) and layer.control
        ]

    def in_front(self) -> str:
        """Return the script that keeps layers in front, as ``keep_in_front`` asked."""
        layers = self.objects_to_stay_in_front
        if not layers:
            return ""
        calls = " ".join(f"{layer.get_name()}.bringToFront();" for layer in layers)
        return (
            f"function objects_in_front() {{ {calls} }}\n"
            f'{self.get_name()}.on("overlayadd", objects_in_front);\n'
            "objects_in_front();\n"
        )

    def _repr_mimebundle_(self, **_asked: object) -> Bundle:
        """Show the map in a notebook: alive in a frame, with a picture to fall back on.

        There is no picture of a map that was added to: it would lack what was.
        """
        parts = self.page.parts
        page, has_more = self.page.made()
        png = None if self.still is None or has_more else self.still()
        text = f"{parts.title}\n{parts.description}"
        return bundle(frame(page, parts.title, *self._size()), text, png, STILL_SCALE)

    def save(
        self,
        outfile: str | bytes | Path | BinaryIO,
        close_file: bool = True,
        **kwargs: Any,
    ) -> None:
        """Write the page, as ``folium.Map.save`` would, into a file or its path."""
        if self._parent is not self.page:
            super().save(outfile, close_file, **kwargs)
            return
        data = self.page.file_text(**kwargs).encode("utf-8")
        if isinstance(outfile, (str, bytes, Path)):
            _write(Path(os.fsdecode(outfile)), data)
            return
        outfile.write(data)
        if close_file:
            outfile.close()

    def _size(self) -> tuple[str, str]:
        """Return the width and height that the figure round the map asks for."""
        sides = (getattr(self._parent, name, None) for name in ("width", "height"))
        width, height = (side if isinstance(side, str) else None for side in sides)
        return width or WIDTH, height or HEIGHT

    def render(self, **kwargs: Any) -> Any:
        """Render; in a figure that is not the page's own, the page in a frame."""
        if self.page.is_drawing:
            return super().render(**kwargs)  # type: ignore[no-untyped-call]
        if self._parent is self.page:
            refuse_pieces()
        host = self.get_root()
        assert isinstance(host, Figure)  # noqa: S101  # for the type checker
        height = "100%" if isinstance(host, Div) else "calc(100vh - 16px)"
        host.html.add_child(Element(self.page.framed(WIDTH, height)), self.get_name())
        return None


def _write(path: Path, data: bytes) -> None:
    """Write a file whole, where a link to it leads; into a device as it comes."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)
    else:
        write_whole(path.resolve(), data)


def _title(layer: Layer) -> str | None:
    """Return the name that a layer was given, not one that folium made up."""
    name = str(layer.layer_name)
    return None if name.endswith(layer._id) else name
