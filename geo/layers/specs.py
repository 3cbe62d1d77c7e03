"""The layers of one map as plain values, in the order of its definition.

Each value is what the page's script needs to draw the layer and its legend; the
geometry is shared and not in it.
"""

from __future__ import annotations

from typing import Any

from geo.definitions.load import MapInput
from geo.definitions.model import Layer
from geo.layers.figures import (
    REFERENCE_RADIUS_PX,
    REFERENCE_TROOPS,
    figure_marks,
)

Spec = dict[str, Any]


def layer_specs(loaded: MapInput) -> list[Spec]:
    """Give the specification of each layer, keys as ``geo/web`` reads them."""
    return [_spec(layer, loaded) for layer in loaded.definition.layers]


def _spec(layer: Layer, loaded: MapInput) -> Spec:
    spec: Spec = {"id": layer.id, "kind": layer.kind, "shown": layer.shown}
    if layer.title:
        spec["title"] = dict(layer.title)
    if layer.kind == "status":
        spec["base"] = True
    elif layer.kind == "figures":
        spec |= _figures(layer, loaded)
    elif layer.kind == "participants":
        spec |= {
            "modes": list(layer.modes),
            "meeting": layer.meeting,
            "choosable": layer.choosable,
        }
        if layer.beside:
            spec["beside"] = True
    return spec


def _figures(layer: Layer, loaded: MapInput) -> Spec:
    marks = figure_marks(
        loaded.statements.values(),
        loaded.dataset.sources,
        layer.meanings,
        as_told=loaded.definition.status_rests_on == "as_told",
    )
    return {
        "marks": [
            {"row": mark.row, "country": mark.country}
            | ({"weak": True} if mark.weak else {})
            for mark in marks
        ],
        "meanings": list(layer.meanings),
        "scale": {"value": REFERENCE_TROOPS, "radius_px": REFERENCE_RADIUS_PX},
        "sizes": list(layer.sizes),
    }
