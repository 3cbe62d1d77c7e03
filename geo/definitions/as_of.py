"""A map as of a date: what was not known by then is left out, as the slider does."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from geo.cells.dates import PartialDate
from geo.definitions.layers import Layer, ParticipantsLayer
from geo.definitions.load import MapInput


def known_by(loaded: MapInput, until: PartialDate | None) -> MapInput:
    """Return a map without what was said, or met for, after a date.

    A layer of a meeting that was not held yet shows the latest that was, or nothing.
    There may be no statement left; :func:`nothing_known` says so.
    """
    own = loaded.definition.until
    if until is None or (own is not None and own.is_by(until)):
        return loaded
    meetings, participations = loaded.dataset.meetings, loaded.dataset.participations
    held = {key for key, one in meetings.items() if one.date.is_by(until)}
    kept = {key: part for key, part in participations.items() if part.meeting in held}
    # Of meetings of one day the first in the table, as in the page's attendance.js.
    told = dict.fromkeys(part.meeting for part in kept.values())
    newest_first = sorted(told, key=lambda key: meetings[key].date.last, reverse=True)
    latest = next(iter(newest_first), None)
    layers = tuple(_held(layer, held, latest) for layer in loaded.definition.layers)
    return replace(
        loaded,
        definition=replace(loaded.definition, until=until, layers=layers),
        dataset=replace(loaded.dataset, participations=kept),
    )


def _held(layer: Layer, held: Collection[str], latest: str | None) -> Layer:
    """Return a layer whose meeting was held: another one, or the layer hidden."""
    if not isinstance(layer, ParticipantsLayer) or layer.meeting in {None, *held}:
        return layer
    if layer.choosable and latest is not None:
        return replace(layer, meeting=latest)
    return replace(layer, shown=False)


def nothing_known(loaded: MapInput, until: PartialDate) -> str:
    """Return the sentence for a date before a map's first statement."""
    first = min(said.date.last for said in loaded.statements.values())
    return f"no statement was known by {until.iso}; the first by {first.isoformat()}"


def showing(loaded: MapInput, layers: Collection[str]) -> MapInput:
    """Return a map that shows the layers of these ids; as it opens, without any."""
    if not layers:
        return loaded
    shown = tuple(
        replace(layer, shown=layer.id in layers) for layer in loaded.definition.layers
    )
    return replace(loaded, definition=replace(loaded.definition, layers=shown))
