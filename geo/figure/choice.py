"""What a figure is to show: which view, language, date and layers of a map."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from geo.cells.dates import PartialDate, date_meant
from geo.cells.refused import Refused
from geo.definitions.as_of import known_by, nothing_known, showing
from geo.definitions.load import MapInput
from geo.definitions.model import View
from geo.findings import RequestError, did_you_mean, quote
from geo.words import LANGUAGES

WIDTH_PX = 720
"""A figure's width unless another is asked for: 190 mm, that of a page's text."""


class ChoiceError(RequestError):
    """What was asked for is not there; the message says what is."""


@dataclass(frozen=True)
class Choice:
    """What is asked for; blank is what the map's definition says.

    ``view`` and ``layers`` are ids, ``until`` is a date, ``dates`` are those of small
    multiples, ``width_px`` is in CSS pixels, 96 to the inch.  ``strips`` asks for each
    country's strip over time instead of a map.
    """

    view: str = ""
    language: str = ""
    until: str | datetime.date = ""
    dates: tuple[str | datetime.date, ...] = ()
    layers: tuple[str, ...] = ()
    width_px: int = WIDTH_PX
    grey: bool = False
    strips: bool = False


def chosen_map(
    loaded: MapInput, choice: Choice, until: str | datetime.date = ""
) -> MapInput:
    """Return the map with the layers and as of the date asked for.

    Raises
    ------
    ChoiceError
        If the map or the program does not have what is asked for.
    """
    for name in choice.layers:
        known = tuple(layer.id for layer in loaded.definition.layers)
        _one_of(name, known, "layer")
    chosen = showing(loaded, choice.layers)
    until = until or choice.until
    if not until:
        return chosen
    date = chosen_date(until)
    earlier = known_by(chosen, date)
    if not earlier.statements:
        raise ChoiceError(nothing_known(loaded, date))
    return earlier


def chosen_language(choice: Choice) -> str | None:
    """Return the language asked for, if it is one that has words."""
    if choice.language:
        _one_of(choice.language, LANGUAGES, "language")
    return choice.language or None


def chosen_view(loaded: MapInput, choice: Choice) -> View:
    """Return the view that is asked for, or the one with which the map opens."""
    views = {view.id: view for view in loaded.definition.views}
    if not choice.view:
        return loaded.definition.views[0]
    _one_of(choice.view, tuple(views), "view")
    return views[choice.view]


def check_strips(loaded: MapInput, choice: Choice) -> None:
    """Refuse what strips cannot show.

    Raises
    ------
    ChoiceError
        If a view, dates or layers are asked for as well, or the map has no time.
    """
    if choice.view or choice.dates or choice.layers:
        raise ChoiceError(
            "strips show all dates and no view or layer; ask for them alone"
        )
    days = {said.date.last for said in loaded.statements.values()}
    if len(days) < 2:
        raise ChoiceError(
            "this map tells of one date, so there are no strips; draw it without them"
        )


def chosen_date(asked: str | datetime.date) -> PartialDate:
    """Read a date that was asked for."""
    date = date_meant(asked)
    if isinstance(date, Refused):
        raise ChoiceError(f"{quote(str(asked))}: {date.reason}; {date.expected}")
    return date


def _one_of(name: str, known: tuple[str, ...], what: str) -> None:
    if name not in known:
        advice = did_you_mean(name, known)
        raise ChoiceError(f"there is no {what} {quote(name)}; {advice}")
