"""The picture's labels: the subject, figures, places, then countries as room allows.

As ``geo/web/labels.js``.  A picture cannot place its labels anew when it is drawn
small, so it holds them twice: for wide boxes and for narrow ones.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from geo.page.markup import Node, tag
from geo.page.picture.figures import FigureMark, reach
from geo.page.picture.label_places import (
    LINE_HEIGHT,
    Box,
    Label,
    Spot,
    place_labels,
    sign_width,
    size_of,
    wrap,
)
from geo.page.picture.participants import badge_size, symbol_offset
from geo.page.picture.path_data import short
from geo.page.picture.scene import Scene
from geo.page.picture.signs import SIGNS, status_sign

WRAP_CHARACTERS = 24
LARGE_MARK = 12
HUB_REACH = 7


@dataclass(frozen=True)
class Lettering:
    """One set of labels: its class, and its size in units of the box."""

    name: str
    font: float
    names: int
    """How many characters a country's name may have to be wanted at all."""
    size: Callable[[Label, float], tuple[float, float]] = size_of
    """Gives the width and height of a label in units, at a size of letters."""
    aside: tuple[float, ...] = ()
    """Where a name may stand beside its point, in shares of its width."""
    rank: Callable[[Label], float] = lambda _label: 0.0
    """Which names have the first choice of room: those that rank lowest."""


# The narrow set is for a box of 330 px: its letters are then about 10 px high.
LETTERINGS = (Lettering("wide", 12, 99), Lettering("narrow", 26, 12))


def draw_labels(
    scene: Scene,
    figures: list[FigureMark],
    dotted: Collection[str],
    letterings: Sequence[Lettering] = LETTERINGS,
) -> Iterator[Node]:
    """Draw each set of labels as a group of its own.

    ``dotted`` are the countries so small that they have a dot.
    """
    asked = [*_figure_labels(scene, figures), *_hub_labels(scene)]
    names = [
        replace(label, reach=max(label.reach, scene.frame.detail.dot_r))
        if label.country in dotted
        else label
        for label in _name_labels(scene, figures)
    ]
    taken = [*_marks(scene, figures), *_symbols(scene, figures)]
    bounds = (0.0, 0.0, float(scene.frame.width), float(scene.frame.height))
    for lettering in letterings:
        fitting = [n for n in names if len(n.lines[0]) <= lettering.names]
        subject = [n for n in fitting if n.look.endswith("is-subject")]
        others = [n for n in fitting if not n.look.endswith("is-subject")]
        others.sort(key=lettering.rank)
        signs = [replace(label, lines=()) for label in names if label.sign]
        labels = [*_once_each([*subject, *asked, *others]), *signs]
        name = f"labels-{lettering.name}"
        look = f"is-{lettering.name}"
        group = tag("g", {"id": name, "class": f"labels {look}"})
        group.set("font-size", short(lettering.font))
        sized = ((label, lettering.size(label, lettering.font)) for label in labels)
        for label, spot in place_labels(sized, taken, bounds, lettering.aside):
            group.extend(_label(label, spot, lettering.font))
        # Under the letters, the same letters in the colour of the paper, wider.
        yield tag("use", {"class": f"halo {look}", "href": f"#{name}"})
        yield group


def _figure_labels(scene: Scene, figures: list[FigureMark]) -> Iterator[Label]:
    """Give one label a country: that of its largest figure."""
    seen = set()
    for mark in figures:
        if mark.country in seen:
            continue
        seen.add(mark.country)
        figure = scene.wording.loaded.statements[mark.row].figure
        if figure is None:
            continue
        say = scene.wording
        weak = say.say("strength.weak") if mark.weak else ""
        parts = (say.figure_number(figure), say.figure_meaning(figure), weak)
        lines = [line for part in parts if part for line in wrap(part, WRAP_CHARACTERS)]
        around = reach(figures, mark.country)
        at = scene.point(mark.country)
        yield Label(tuple(lines), at, around, "label-figure")


def _hub_labels(scene: Scene) -> Iterator[Label]:
    for spec in scene.layers("participants"):
        for hub in scene.hubs(spec):
            lines = (scene.wording.place(hub),)
            yield Label(lines, scene.hub_point(hub), HUB_REACH, "label-hub")


def _name_labels(scene: Scene, figures: list[FigureMark]) -> Iterator[Label]:
    """Name the countries with data; a sign after one whose statements differ."""
    order = scene.payload["statuses"]
    coloured = bool(scene.layers("status"))
    countries = [
        (key, entry)
        for key, entry in scene.payload["countries"].items()
        if entry["status"] != "no_data" and key in scene.payload["points"]
    ]
    countries.sort(
        key=lambda item: (
            -1 if "contested" in item[1] else order.index(item[1]["status"])
        )
    )
    for key, entry in countries:
        name = scene.wording.actor(key) + (" ≠" if "contested" in entry else "")
        subject = entry["status"] == "beneficiary"
        label = Label(
            tuple(wrap(name, WRAP_CHARACTERS)), scene.point(key),
            _reach_at(scene, figures, key),
            "label-name is-subject" if subject else "label-name", country=key,
            sign=entry["status"] if coloured and entry["status"] in SIGNS else "",
        )  # fmt: skip
        yield replace(label, under=label.reach > LARGE_MARK)


def _reach_at(scene: Scene, figures: list[FigureMark], country: str) -> float:
    took_part = any(
        part["actor"] == country
        for spec in scene.layers("participants")
        for part in scene.participants(spec)
    )
    return max(reach(figures, country), badge_size(scene) if took_part else 0.0)


def _marks(scene: Scene, figures: list[FigureMark]) -> Iterator[Box]:
    for mark in figures:
        yield _about(scene.point(mark.country), mark.outer_r)
    for spec in scene.layers("participants"):
        for hub in scene.hubs(spec):
            yield _about(scene.hub_point(hub), HUB_REACH)


def _symbols(scene: Scene, figures: list[FigureMark]) -> Iterator[Box]:
    for spec in scene.layers("participants"):
        for part in scene.participants(spec):
            x, y = scene.point(part["actor"])
            dx, dy = symbol_offset(scene, figures, spec, part["actor"])
            yield _about((x + dx, y + dy), badge_size(scene))


def _about(point: tuple[float, float], r: float) -> Box:
    x, y = point
    return x - r, y - r, x + r, y + r


def _once_each(labels: list[Label]) -> list[Label]:
    """Leave out labels that say nothing new: two layers may name one place."""
    kept: dict[tuple[str, ...], Label] = {}
    for label in labels:
        if label.lines:
            kept.setdefault(label.lines, label)
    return list(kept.values())


def _label(label: Label, spot: Spot, font: float) -> Iterator[Node]:
    """Draw a label; its sign stands before it, or between it and its mark."""
    if label.sign:
        width = sign_width(label, font)
        left, top, right, _ = spot.box
        ends = spot.anchor == "end"
        middle = right - width / 2 if ends else left + width / 2
        yield status_sign(
            label.sign, (middle, top + font * LINE_HEIGHT / 2), font / 2.7
        )
        # The width of the text is an estimate: the text stands close to the sign.
        anchor, x = ("end", right - width - 2) if ends else ("start", left + width + 2)
        spot = replace(spot, anchor=anchor, x=x)
    if label.lines:
        yield _text(label, spot, font)


def _text(label: Label, spot: Spot, font: float) -> Node:
    look = {"class": label.look, "text-anchor": spot.anchor}
    first = spot.box[1] + font * LINE_HEIGHT * 0.78
    x = short(round(spot.x))
    if len(label.lines) == 1:
        return tag("text", {**look, "x": x, "y": short(round(first))}, label.lines[0])
    rows = [
        tag("tspan", {"x": x, "y": short(round(first + i * font * LINE_HEIGHT))}, line)
        for i, line in enumerate(label.lines)
    ]
    return tag("text", look, *rows)
