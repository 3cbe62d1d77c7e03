"""The picture's labels: a sign on each country, and beside it what is written.

As ``geo/web/labels.js``.  A picture cannot place its labels anew when it is drawn
small, so it holds them twice: for wide boxes and for narrow ones.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from geo.page.markup import Node, tag
from geo.page.picture.figures import FigureMark
from geo.page.picture.label_places import Label, Spot
from geo.page.picture.land import Land
from geo.page.picture.lettering import LETTERINGS, LINE_HEIGHT, Lettering
from geo.page.picture.map_labels import Drawn, Signs, place_all
from geo.page.picture.path_data import EVEN_STROKE, short
from geo.page.picture.scene import Scene
from geo.page.picture.signs import SIGNS, sign_path


def draw_labels(
    scene: Scene,
    land: Land,
    figures: list[FigureMark],
    dotted: Collection[str],
    letterings: Sequence[Lettering] = LETTERINGS,
) -> Iterator[Node]:
    """Draw each set of labels as a group of its own.

    ``dotted`` are the countries so small that they have a dot.
    """
    for lettering in letterings:
        signs, labels = place_all(Drawn(scene, land, figures, dotted, lettering))
        name, look = f"labels-{lettering.name}", f"is-{lettering.name}"
        group = tag("g", {"id": name, "class": f"labels {look}"})
        group.set("font-size", short(lettering.font_px * lettering.units_per_px))
        group.extend(_signs(signs, lettering.units_per_px))
        group.extend(_text(label, spot, lettering) for label, spot in labels)
        # Under the letters, the same letters in the colour of the paper, wider.
        yield tag("use", {"class": f"halo {look}", "href": f"#{name}"})
        yield group


def _signs(signs: Signs, units_per_px: float) -> Iterator[Node]:
    """Draw the signs, one path for all of a look."""
    looks: dict[str, list[str]] = {}
    for sign, spot in signs:
        x, y = spot.at
        at = (x * units_per_px, y * units_per_px)
        data = sign_path(sign.status, at, spot.r * units_per_px)
        looks.setdefault(SIGNS[sign.status][1], []).append(data)
    for look, parts in sorted(looks.items()):
        name = {"class": f"status-sign {look}", **EVEN_STROKE}
        yield tag("path", {**name, "d": "".join(parts)})


def _text(label: Label, spot: Spot, lettering: Lettering) -> Node:
    font, per_px = lettering.font_px, lettering.units_per_px
    look = {"class": label.look, "text-anchor": spot.anchor}
    x, top = short(round(spot.x * per_px)), spot.box[1]
    tops = [
        short(round((top + font * LINE_HEIGHT * (row + 0.78)) * per_px))
        for row in range(len(label.lines))
    ]
    if len(label.lines) == 1:
        return tag("text", {**look, "x": x, "y": tops[0]}, label.lines[0])
    rows = [
        tag("tspan", {"x": x, "y": y}, line)
        for line, y in zip(label.lines, tops, strict=True)
    ]
    return tag("text", look, *rows)
