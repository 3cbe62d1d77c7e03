"""The page's own modules, run while building: what they draw, as elements.

What is drawn is written once, in ``geo/web``; here it is asked for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geo.cells.dates import PartialDate, parse_date
from geo.engine import Engine
from geo.page.markup import Node, tag
from geo.page.names import (
    collation_text,
    date_text,
    list_text,
    number_text,
    plural_form,
)
from geo.page.payload import to_json
from geo.page.script import linked_modules
from geo.words import words

ENTRIES = (
    "takeBoundaries", "pagePatterns", "openingPicture", "sheetMap", "sheetLegend",
    "articlePart",
)  # fmt: skip

WidthOf = Callable[[str, float, bool], float]
"""How wide a text is in letters of so many pixels, plain or bold."""


@dataclass(frozen=True)
class Opening:
    """A page's opening view: its picture, the legend, and what it does not reach."""

    picture: Node
    legend: list[Node]
    outside: str


@dataclass(frozen=True)
class SheetView:
    """A view's map as a sheet has it.

    ``height`` is that of the view's bounds unless one is given; ``label_px`` is the
    size of letters, and ``longest_name`` the most characters of a country's name that
    is written.
    """

    view: str
    width: int
    height: int | None = None
    label_px: float = 9.5
    longest_name: int = 99

    def asked(self) -> str:
        return to_json(
            {
                "view": self.view,
                "width": self.width,
                "height": self.height,
                "label_px": self.label_px,
                "longestName": self.longest_name,
            }
        )


@dataclass(frozen=True)
class SheetMap:
    """A drawn map: its marks, their scale, and all that they say in words."""

    width: int
    height: int
    is_globe: bool
    mark_scale: float
    marks: list[Node]
    words: str


class _Own(threading.local):
    """An engine belongs to the thread that made it; what it was given last."""

    engine: Engine | None = None
    boundaries: Mapping[str, Any] | None = None
    width_of: WidthOf | None = None


_own = _Own()


def opening(
    values: Mapping[str, Any],
    boundaries: Mapping[str, Any],
    changed: Sequence[str] = (),
) -> Opening:
    """Draw a page's opening view.

    Parameters
    ----------
    values
        The payload, as :func:`geo.page.payload.payload` returns it.
    boundaries
        The page's TopoJSON.
    changed
        Countries to outline, by ``iso_a3``.
    """
    payload = _in_own_language(values)
    made = _engine(boundaries).call("openingPicture", payload, to_json(list(changed)))
    legend = [elements(tree) for tree in made["legend"]]
    return Opening(elements(made["picture"]), legend, made["outside"])


def article_part(
    values: Mapping[str, Any], claims: Sequence[Mapping[str, Any]]
) -> list[Node]:
    """Return the section of what a text says; nothing if there are no claims."""
    payload = _in_own_language(values)
    made = _engine().call("articlePart", payload, to_json(list(claims)))
    return [elements(tree) for tree in made]


def page_patterns(statuses: Sequence[str]) -> Node:
    """Return the patterns that a page's still picture and live map are filled from."""
    return elements(_engine().call("pagePatterns", to_json(list(statuses))))


def sheet_map(
    values: Mapping[str, Any],
    boundaries: Mapping[str, Any],
    view: SheetView,
    width_of: WidthOf,
) -> SheetMap:
    """Draw a map for a sheet, in letters that are measured."""
    _own.width_of = width_of
    payload = _in_own_language(values)
    made = _engine(boundaries).call("sheetMap", payload, view.asked())
    width, height = made["size"]
    marks = [elements(tree) for tree in made["marks"]]
    return SheetMap(
        width, height, made["isGlobe"], made["markScale"], marks, made["words"]
    )


def sheet_legend(
    values: Mapping[str, Any], boundaries: Mapping[str, Any], view: SheetView
) -> tuple[list[Node], Node]:
    """Return the legend of the layers shown, and the patterns that marks need."""
    payload = _in_own_language(values)
    made = _engine(boundaries).call("sheetLegend", payload, view.asked())
    return [elements(tree) for tree in made["legend"]], elements(made["patterns"])


def elements(tree: list[Any]) -> Node:
    """Return the elements of a tree: a tag, attributes, and children or texts."""
    name, attributes, *children = tree
    parts = (one if isinstance(one, str) else elements(one) for one in children)
    return tag(name, attributes, *parts)


def _in_own_language(values: Mapping[str, Any]) -> str:
    """Return the payload as JSON, with all words of the language that it opens in."""
    language = values["language"]
    return to_json({**values, "words": {language: words(language)}})


def _engine(boundaries: Mapping[str, Any] | None = None) -> Engine:
    if _own.engine is None:
        modules = linked_modules("without_browser.js", "building.js")
        _own.engine = Engine(modules, ENTRIES, CALLABLES)
    # The same object is the same boundaries: they are never changed.
    if boundaries and _own.boundaries is not boundaries:
        _own.engine.call("takeBoundaries", to_json(boundaries))
        _own.boundaries = boundaries
    return _own.engine


def _date(iso: str, language: str) -> str:
    day = parse_date(iso)
    assert isinstance(day, PartialDate)  # noqa: S101  # for the type checker
    return date_text(day, language)


def _list(items: list[str], language: str, kind: str) -> str:
    return list_text(items, language, "unit" if kind == "unit" else "standard")


def _width(text: str, font_px: float, is_bold: bool) -> float:
    assert _own.width_of  # noqa: S101  # a sheet is drawn with it
    return _own.width_of(text, font_px, is_bold)


# What the engine has no Intl for, and no typefaces.
CALLABLES: Mapping[str, Callable[..., Any]] = {
    "collation": collation_text,
    "date": _date,
    "list": _list,
    "number": number_text,
    "plural": plural_form,
    "width": _width,
}
