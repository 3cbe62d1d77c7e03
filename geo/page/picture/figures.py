"""Figures as circles whose area is proportional: as ``geo/web/figures_layer.js``.

A figure without a number has no circle; it is said in words beside.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from geo.page.markup import Node, tag
from geo.page.picture.path_data import EVEN_STROKE, circle
from geo.page.picture.scene import Point, Scene

CEILINGS = ("up_to", "less_than")


@dataclass(frozen=True)
class FigureMark:
    """One figure: the row it comes from, its country, its circle or ring."""

    row: str
    country: str
    weak: bool
    inner_r: float | None
    outer_r: float
    look: str


def figure_marks(scene: Scene) -> list[FigureMark]:
    """Give the circles of every layer shown, the largest first."""
    marks = [
        _mark(scene, spec, mark)
        for spec in scene.layers("figures")
        for mark in spec["marks"]
        if has_number(_figure(scene, mark))
    ]
    return sorted(marks, key=lambda mark: -mark.outer_r)


def figures_in_words(scene: Scene) -> list[Mapping[str, Any]]:
    """Give the figures shown that have no number, as the payload has them."""
    return [
        mark
        for spec in scene.layers("figures")
        for mark in spec["marks"]
        if not has_number(_figure(scene, mark))
    ]


def has_number(figure: Mapping[str, Any]) -> bool:
    """Say whether a figure of the payload has a number."""
    return "min" in figure or "max" in figure


def _figure(scene: Scene, mark: Mapping[str, Any]) -> Mapping[str, Any]:
    figure: Mapping[str, Any] = scene.payload["statements"][mark["row"]]["figure"]
    return figure


def reach(marks: list[FigureMark], country: str) -> float:
    """Give how far the figures of a country reach from its point, in units."""
    return max((m.outer_r for m in marks if m.country == country), default=0.0)


def draw_figures(scene: Scene, marks: list[FigureMark]) -> list[Node]:
    """Draw each figure with its halo."""
    nodes = []
    for mark in marks:
        data = figure_path(scene.point(mark.country), mark.inner_r, mark.outer_r)
        nodes.append(tag("path", {"class": "figure-halo", **EVEN_STROKE, "d": data}))
        look = {"class": mark.look, **EVEN_STROKE, "data-row": mark.row, "d": data}
        nodes.append(tag("path", look))
    return nodes


def figure_path(point: Point, inner_r: float | None, outer_r: float) -> str:
    """Write a circle, or a ring between two."""
    x, y = point
    return circle(x, y, outer_r) + ("" if inner_r is None else circle(x, y, inner_r))


def radius(value: float, scale: Mapping[str, Any], mark_scale: float) -> float:
    """Give the radius, in units, of a circle whose area is proportional to a value."""
    return float(scale["radius_px"] * mark_scale * math.sqrt(value / scale["value"]))


def figure_look(figure: Mapping[str, Any]) -> tuple[float | None, float, str]:
    """Give the inner and outer value of a figure, and its classes."""
    low, high = figure.get("min"), figure.get("max")
    outer = high if high is not None else low
    ranged = low is not None and high is not None and low < high
    classes = [
        "figure",
        "is-pledge" if figure.get("meaning") == "pledge" else "is-other",
    ]
    if ranged:
        classes.append("is-range")
    if figure.get("qualifier") in CEILINGS:
        classes.append("is-ceiling")
    return (low if ranged else None), outer or 0, " ".join(classes)


def _mark(scene: Scene, spec: Mapping[str, Any], mark: Mapping[str, Any]) -> FigureMark:
    figure = _figure(scene, mark)
    inner, outer, look = figure_look(figure)
    scale, size = spec["scale"], scene.frame.mark_scale
    return FigureMark(
        row=mark["row"],
        country=mark["country"],
        weak=bool(mark.get("weak")),
        inner_r=None if inner is None else radius(inner, scale, size),
        outer_r=radius(outer, scale, size),
        look=look,
    )
