"""The page's own modules, run while building: what they draw, as elements.

What is drawn is written once, in ``geo/web``; here it is asked for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from geo.cells.dates import PartialDate, parse_date
from geo.definitions.layers import LAYER_KINDS
from geo.engine import Engine
from geo.findings import Finding, FindingsError
from geo.page.markup import Node, tag
from geo.page.names import (
    ListStyle,
    collation_text,
    date_text,
    list_text,
    month_text,
    number_text,
    plural_form,
)
from geo.page.payload import to_json
from geo.page.script import linked_modules
from geo.words import words

MODULES = ("still/without_browser.js", "still/building.js", "still/lacking.js")
ENTRIES = (
    "takeBoundaries", "takeWords", "headlines", "figureTextsOf", "pageParts",
    "sheetMap", "sheetLegend", "sheetStrips", "lackingKinds",
)  # fmt: skip

# What Intl calls kinds of lists, as CLDR does.
LIST_STYLES: Mapping[str, ListStyle] = {
    "unit": "unit",
    "conjunction": "standard",
    "disjunction": "or",
}

WidthOf = Callable[[str, float, bool], float]
"""How wide a text is in letters of so many pixels, plain or bold."""


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


@dataclass(frozen=True)
class SheetStrips:
    """Strips as a page has them, axis, titles and lists, and their patterns."""

    nodes: list[Node]
    patterns: Node


class _Own(threading.local):
    """An engine belongs to the thread that made it; what it was given last."""

    engine: Engine | None = None
    spoken: set[str]
    boundaries: Mapping[str, Any] | None = None
    width_of: WidthOf | None = None


_own = _Own()


def page_parts(
    values: Mapping[str, Any], rows: Mapping[str, Any], boundaries: Mapping[str, Any]
) -> dict[str, Any]:
    """Return all that a page says and draws without its script, and its headline.

    It is HTML, in which every text is escaped, by the names of
    :class:`geo.page.parts.PageParts`; ``headline`` is by language.  ``values`` are the
    payload, ``rows`` what stands in the static text alone, as
    :func:`geo.page.static.static_rows` returns it.
    """
    engine = _engine(values, boundaries)
    made: dict[str, Any] = engine.call("pageParts", to_json(values), to_json(rows))
    return made


def headlines(values: Mapping[str, Any]) -> dict[str, str]:
    """Return the headline in each language that the definition writes it in.

    A country whose colour rests on a weak source alone is not counted; where nobody
    else has that colour, it is named in a sentence of its own, so that headline and
    colours agree.  Where nothing is counted first, or a figure is missing, the
    definition may have another sentence.
    """
    made: dict[str, str] = _engine(values).call("headlines", to_json(values))
    return made


def figure_texts(values: Mapping[str, Any], language: str) -> dict[str, str]:
    """Return each figure that a layer draws in words, by the id of its statement."""
    asked = {**values, "language": language}
    made: dict[str, str] = _engine(asked).call("figureTextsOf", to_json(asked))
    return made


def sheet_map(
    values: Mapping[str, Any],
    boundaries: Mapping[str, Any],
    view: SheetView,
    width_of: WidthOf,
) -> SheetMap:
    """Draw a map for a sheet, in letters that are measured."""
    _own.width_of = width_of
    engine = _engine(values, boundaries)
    made = engine.call("sheetMap", to_json(values), view.asked())
    width, height = made["size"]
    marks = [elements(tree) for tree in made["marks"]]
    return SheetMap(
        width, height, made["isGlobe"], made["markScale"], marks, made["words"]
    )


def sheet_legend(
    values: Mapping[str, Any], boundaries: Mapping[str, Any], view: SheetView
) -> tuple[list[Node], Node]:
    """Return the legend of the layers shown, and the patterns that marks need."""
    engine = _engine(values, boundaries)
    made = engine.call("sheetLegend", to_json(values), view.asked())
    return [elements(tree) for tree in made["legend"]], elements(made["patterns"])


def sheet_strips(values: Mapping[str, Any], width: float) -> SheetStrips:
    """Draw each country's strip over time, so many pixels wide, in groups."""
    made = _engine(values).call("sheetStrips", to_json(values), to_json(width))
    return SheetStrips(
        [elements(tree) for tree in made["nodes"]], elements(made["patterns"])
    )


def elements(tree: list[Any]) -> Node:
    """Return the elements of a tree: a tag, attributes, and children or texts."""
    name, attributes, *children = tree
    parts = (one if isinstance(one, str) else elements(one) for one in children)
    return tag(name, attributes, *parts)


def _engine(
    values: Mapping[str, Any], boundaries: Mapping[str, Any] | None = None
) -> Engine:
    """Return the engine of this thread, with the words of a payload's languages."""
    if _own.engine is None:
        modules = linked_modules(*MODULES)
        engine = Engine(modules, ENTRIES, CALLABLES)
        if lacking := engine.call("lackingKinds", to_json(list(LAYER_KINDS))):
            raise FindingsError(tuple(_unfinished(*one) for one in lacking))
        _own.engine = engine
        _own.spoken = set()
    for language in sorted({values["language"], *values["sentence"]} - _own.spoken):
        _own.engine.call("takeWords", to_json(language), to_json(words(language)))
        _own.spoken.add(language)
    # The same object is the same boundaries: they are never changed.
    if boundaries and _own.boundaries is not boundaries:
        _own.engine.call("takeBoundaries", to_json(boundaries))
        _own.boundaries = boundaries
    return _own.engine


def _unfinished(kind: str, what: str) -> Finding:
    """Return what the script lacks of a kind of layer."""
    part = f"the {what} of the layers {kind}" if what else f"the layers {kind}"
    place = ".".join(part for part in ("KINDS", kind, what) if part)
    return Finding(
        "geo/web/kinds/kinds.js", None, place, "unfinished-term",
        f"{part} is missing" if what else f"{part} are missing",
        "write it" if what else "write an entry that says how they are drawn and said",
    )  # fmt: skip


def _date(iso: str, language: str) -> str:
    day = parse_date(iso)
    assert isinstance(day, PartialDate)  # noqa: S101  # for the type checker
    return date_text(day, language)


def _month(iso: str, language: str) -> str:
    return month_text(date.fromisoformat(iso[:10]), language)


def _list(items: list[str], language: str, kind: str) -> str:
    return list_text(items, language, LIST_STYLES[kind])


def _width(text: str, font_px: float, is_bold: bool) -> float:
    assert _own.width_of  # noqa: S101  # a sheet is drawn with it
    return _own.width_of(text, font_px, is_bold)


# What the engine has no Intl for, and no typefaces.
CALLABLES: Mapping[str, Callable[..., Any]] = {
    "collation": collation_text,
    "date": _date,
    "list": _list,
    "month": _month,
    "number": number_text,
    "plural": plural_form,
    "width": _width,
}
