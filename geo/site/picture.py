"""The picture of a map as files of their own, for the index and for link previews."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from geo.definitions.load import MapInput
from geo.page.markup import to_xml_text
from geo.page.parts import PageParts
from geo.page.script import style

_CROP = re.compile(r' data-crop="[^"]*"')


@dataclass(frozen=True)
class Picture:
    """What shows a map where a page cannot.

    ``text`` says what it shows.  ``card`` is a PNG for link previews, which take no
    SVG; None where the extra ``figure`` is not installed.
    """

    svg: bytes
    text: str
    card: bytes | None = None


def picture_of(loaded: MapInput, parts: PageParts) -> Picture:
    """Return a page's still picture as a file of its own, light or dark, and the card.

    Raises
    ------
    ValueError
        If the page has no picture.
    """
    head, found, rest = parts.picture.partition("<svg ")
    if head or not found:
        raise ValueError("the page has no picture")
    opening, _, marks = rest.partition(">")
    # A page on a narrow screen shows a part; a picture is shown whole, however small.
    opening = _CROP.sub("", opening)
    # The page's style knows the document by :root, which here is the picture.
    name = 'xmlns="http://www.w3.org/2000/svg"'
    # The patterns stand apart in a page, where the live map is filled from them too.
    css = style(statuses=parts.statuses.statuses)
    head = f"<svg {name} {opening}><style>{css}</style>{parts.patterns}"
    svg = f"{head}{marks}\n"
    text = marks.partition("<desc")[2].partition(">")[2].partition("</desc>")[0]
    return Picture(to_xml_text(svg).encode(), unescape(text), _card(loaded))


def _card(loaded: MapInput) -> bytes | None:
    from geo.figure.extra import has_extra

    if not has_extra():
        return None
    from geo.figure.draw import sheet_of

    return sheet_of(loaded).card()
