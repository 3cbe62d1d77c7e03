"""What a figure is to show: which view, language, date and layers of a map."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from geo.cells.dates import PartialDate, date_meant
from geo.cells.refused import Refused
from geo.definitions.load import MapInput
from geo.definitions.model import Layer, View
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
    multiples, ``width_px`` is in CSS pixels, 96 to the inch.
    """

    view: str = ""
    language: str = ""
    until: str | datetime.date = ""
    dates: tuple[str | datetime.date, ...] = ()
    layers: tuple[str, ...] = ()
    width_px: int = WIDTH_PX
    grey: bool = False


def chosen_map(
    loaded: MapInput, choice: Choice, until: str | datetime.date = ""
) -> MapInput:
    """Give the map with the layers and as of the date asked for.

    Raises
    ------
    ChoiceError
        If the map or the program does not have what is asked for.
    """
    definition = loaded.definition
    layers = _layers(definition.layers, choice.layers)
    definition = replace(definition, layers=layers)
    chosen = replace(loaded, definition=definition)
    until = until or choice.until
    return _known_by(chosen, chosen_date(until)) if until else chosen


def chosen_language(choice: Choice) -> str | None:
    """Give the language asked for, if it is one that has words."""
    if choice.language:
        _one_of(choice.language, LANGUAGES, "language")
    return choice.language or None


def chosen_view(loaded: MapInput, choice: Choice) -> View:
    """Give the view that is asked for, or the one with which the map opens."""
    views = {view.id: view for view in loaded.definition.views}
    if not choice.view:
        return loaded.definition.views[0]
    _one_of(choice.view, tuple(views), "view")
    return views[choice.view]


def _layers(layers: tuple[Layer, ...], wanted: tuple[str, ...]) -> tuple[Layer, ...]:
    if not wanted:
        return layers
    for name in wanted:
        _one_of(name, tuple(layer.id for layer in layers), "layer")
    return tuple(replace(layer, shown=layer.id in wanted) for layer in layers)


def _known_by(loaded: MapInput, until: PartialDate) -> MapInput:
    """Leave out what was not known by a date, as the page's slider does."""
    before = loaded.definition.until
    if before is not None and before.last < until.last:
        until = before
    meetings = loaded.dataset.meetings
    held = {key for key, one in meetings.items() if one.date.last <= until.last}
    kept = {
        key: part
        for key, part in loaded.dataset.participations.items()
        if part.meeting in held
    }
    told = {part.meeting for part in kept.values()}
    newest_first = sorted(
        (meetings[key] for key in told), key=lambda one: one.date.last, reverse=True
    )
    latest = newest_first[0].id if newest_first else None
    layers = tuple(
        layer if layer.meeting in {None, *held} else _at(layer, latest)
        for layer in loaded.definition.layers
    )
    definition = replace(loaded.definition, until=until, layers=layers)
    dataset = replace(loaded.dataset, participations=kept)
    earlier = replace(loaded, definition=definition, dataset=dataset)
    if not earlier.statements:
        first = min(said.date.last for said in loaded.statements.values())
        raise ChoiceError(
            f"no statement was known by {until.iso}; the first by {first.isoformat()}"
        )
    return earlier


def _at(layer: Layer, meeting: str | None) -> Layer:
    """Show the latest meeting instead of one that was not held yet, or none."""
    if layer.choosable and meeting is not None:
        return replace(layer, meeting=meeting)
    return replace(layer, shown=False)


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
