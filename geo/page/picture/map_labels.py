"""Which signs and labels the picture wants, in which order, and where they find room.

As ``geo/web/map_labels.js`` and ``geo/web/label_marks.js``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from geo.page.picture.figure_lines import Said, said_of
from geo.page.picture.figures import FigureMark, figures_in_words, reach
from geo.page.picture.label_places import (
    Core,
    Label,
    Mark,
    Point,
    Spot,
    box_about,
    place_labels,
    wrap,
)
from geo.page.picture.land import Land
from geo.page.picture.land_grid import LandGrid
from geo.page.picture.lettering import Lettering
from geo.page.picture.participants import badge_size, symbol_offset
from geo.page.picture.scene import Scene
from geo.page.picture.sign_places import Sign, SignSpot, place_signs
from geo.page.picture.signs import SIGNS

# Half the width of a sign, in ems.
SIGN_EM = 1 / 2.7
# So far the names of others keep from a sign, that none is taken for its own.
ROUND_SIGN_ASIDE_PX, ROUND_SIGN_ABOVE_PX = 9, 4
# Who pledged troops, or is contested, is looked for before others of its size.
WANTED = 2
HUB_REACH = 7

Signs = list[tuple[Sign, SignSpot]]


@dataclass(frozen=True)
class Drawn:
    """What stands on the map before its labels, and the lettering they will have.

    ``dotted`` are the countries so small that they have a dot.
    """

    scene: Scene
    land: Land
    figures: list[FigureMark]
    dotted: Collection[str]
    lettering: Lettering

    def at(self, point: Point) -> Point:
        """Give a point's pixels, for which places are worked out."""
        return point[0] / self.lettering.units_per_px, point[
            1
        ] / self.lettering.units_per_px

    def px(self, units: float) -> float:
        return units / self.lettering.units_per_px

    @property
    def size(self) -> tuple[float, float]:
        return self.at((self.scene.frame.width, self.scene.frame.height))


def place_all(drawn: Drawn) -> tuple[Signs, list[tuple[Label, Spot]]]:
    """Place the signs, each on its own country, then what is written."""
    land = _grid(drawn)
    marks = list(_marks(drawn))
    countries = list(_countries(drawn, marks))
    coloured = bool(drawn.scene.layers("status"))
    signed = [one for one in countries if coloured and one.status in SIGNS]
    signs = place_signs(signed, marks, land, drawn.size)
    texts = [*_figure_labels(drawn, signs, marks), *_hub_labels(drawn)]
    names = [
        name
        for name in _names(drawn, countries, signs)
        if len(name.lines[0]) <= drawn.lettering.names
    ]
    labels = [_block(label, drawn.lettering) for label in _in_order(texts, names)]
    taken = [*marks, *(mark for sign in signs for mark in _room_of(*sign))]
    told = {one.country for one in countries}
    return signs, list(place_labels(labels, taken, land, drawn.size, told))


def _grid(drawn: Drawn) -> LandGrid:
    land, per_px = drawn.land, drawn.lettering.units_per_px
    keys = [*land.rings, *(key for key in land.cut_rings if key not in land.rings)]
    return LandGrid(
        drawn.size,
        {
            key: [
                ring / per_px
                for rings in (land.rings, land.cut_rings)
                for ring in rings.get(key, ())
            ]
            for key in keys
        },
    )


def _marks(drawn: Drawn) -> Iterator[Mark]:
    """Give the marks on the map."""
    scene, detail = drawn.scene, drawn.scene.frame.detail
    for mark in drawn.figures:
        empty = 0.0 if "is-pledge" in mark.look else mark.outer_r
        hole = empty if mark.inner_r is None else mark.inner_r
        at, r = drawn.at(scene.point(mark.country)), drawn.px(mark.outer_r)
        yield Mark(at, r, of=mark.country, hole=drawn.px(hole))
    for spec in scene.layers("participants"):
        for hub in scene.hubs(spec):
            yield Mark(drawn.at(scene.hub_point(hub)), drawn.px(HUB_REACH))
        for part in scene.participants(spec):
            yield _badge(drawn, spec, part["actor"])
    for country in drawn.dotted:
        at = drawn.at(scene.point(country))
        yield Mark(at, drawn.px(detail.dot_r), of=country, dot=True)


def _badge(drawn: Drawn, spec: Mapping[str, Any], country: str) -> Mark:
    (x, y), r = drawn.scene.point(country), drawn.px(badge_size(drawn.scene))
    dx, dy = symbol_offset(drawn.scene, drawn.figures, spec, country)
    at = drawn.at((x + dx, y + dy))
    return Mark(at, r, box_about(at, r), of="" if dx or dy else country)


def _mark_on(country: str, marks: list[Mark]) -> Mark | None:
    """Give what stands on a country's point, as one mark; none for nothing."""
    own = [mark for mark in marks if mark.of == country]
    if not own:
        return None
    hole, dot = min(mark.hole for mark in own), all(mark.dot for mark in own)
    return Mark(own[0].at, max(mark.r for mark in own), hole=hole, dot=dot)


def _countries(drawn: Drawn, marks: list[Mark]) -> Iterator[Sign]:
    """Give the countries with data, each with its place, its mark and its status."""
    scene = drawn.scene
    for key, entry in scene.payload["countries"].items():
        if entry["status"] != "no_data" and key in scene.payload["points"]:
            at, size = (
                drawn.at(scene.point(key)),
                drawn.px(drawn.land.sides.get(key, 0)),
            )
            r, mark = drawn.lettering.font_px * SIGN_EM, _mark_on(key, marks)
            yield Sign(key, entry["status"], at, r, size, mark)


def _room_of(sign: Sign, spot: SignSpot) -> Iterator[Mark]:
    yield Mark(spot.at, 0, spot.box)
    around = box_about(
        spot.at, spot.r + ROUND_SIGN_ASIDE_PX, spot.r + ROUND_SIGN_ABOVE_PX
    )
    yield Mark(spot.at, 0, around, around=sign.country)


def _figure_labels(drawn: Drawn, signs: Signs, marks: list[Mark]) -> Iterator[Label]:
    """Say what each country says in words, then its largest circle.

    In full, or where room is short, shortly.
    """
    told: dict[str, list[Said]] = {}
    largest = {mark.country: mark for mark in reversed(drawn.figures)}
    countries = dict.fromkeys(mark.country for mark in drawn.figures)
    for one in figures_in_words(drawn.scene):
        said = (one["row"], bool(one.get("weak")))
        told.setdefault(one["country"], []).append(said)
    for country in countries | dict.fromkeys(told):
        rows = told.get(country, [])
        if country in largest:
            rows = [*rows, (largest[country].row, largest[country].weak)]
        full, shortly = said_of(rows, drawn.scene.wording)
        # Where there is no room for both, what the circle is.
        least = said_of(rows[-1:], drawn.scene.wording)[1]
        cores = tuple(_figure_cores(drawn, country, signs, marks))
        says = f"{country} {' '.join(full)}"
        forms = (shortly, least)
        for lines in forms if drawn.lettering.is_short else (full, *forms):
            yield Label(lines, "label-figure", cores, country, says)


def _figure_cores(
    drawn: Drawn, country: str, signs: Signs, marks: list[Mark]
) -> Iterator[Core]:
    """Give what a figure's label may stand beside: its circle, its country's sign."""
    at, r = drawn.scene.point(country), drawn.px(reach(drawn.figures, country))
    mark = _mark_on(country, marks)
    own = r or (mark.r if mark else 0)
    beside = [s for one, s in signs if one.country == country and not s.inside]
    if own:
        yield _round(drawn.at(at), own)
    elif not beside:
        yield Core(drawn.at(at))
    for spot in beside:
        yield _round(spot.at, spot.r)


def _hub_labels(drawn: Drawn) -> Iterator[Label]:
    scene = drawn.scene
    for spec in scene.layers("participants"):
        for hub in scene.hubs(spec):
            core = _round(drawn.at(scene.hub_point(hub)), drawn.px(HUB_REACH))
            yield Label((scene.wording.place(hub),), "label-hub", (core,))


def _names(drawn: Drawn, countries: list[Sign], signs: Signs) -> Iterator[Label]:
    """Name countries, those looked for first; a sign after one that is contested."""
    entries = drawn.scene.payload["countries"]
    spots = {sign.country: spot for sign, spot in signs}
    coloured = bool(drawn.scene.layers("status"))

    def weight(one: Sign) -> float:
        wanted = "contested" in entries[one.country] or one.status == "pledged_troops"
        return one.size * (WANTED if wanted else 1)

    for one in sorted(countries, key=lambda one: -weight(one)):
        contested = " ≠" if "contested" in entries[one.country] else ""
        subject = one.status == "beneficiary"
        signed = coloured and one.status in SIGNS
        yield Label(
            (drawn.scene.wording.actor(one.country) + contested,),
            "label-name is-subject" if subject else "label-name",
            tuple(_cores(one, spots.get(one.country), signed=signed)),
            one.country, is_name=not subject,
        )  # fmt: skip


def _cores(one: Sign, spot: SignSpot | None, *, signed: bool) -> Iterator[Core]:
    """Give what a name may stand beside: its sign, its mark, or its point.

    The country that the map is about is outlined, and named beside its land where there
    is no room on it.
    """
    if not signed and not one.mark:
        yield Core(one.at)
        if one.status == "beneficiary":
            yield Core(one.at, (one.size / 2, one.size / 3))
    if spot and not spot.inside:
        yield _round(spot.at, spot.r)
    if one.mark:
        yield _round(one.at, one.mark.r)


def _round(at: Point, r: float) -> Core:
    return Core(at, (r, r))


def _in_order(texts: list[Label], names: list[Label]) -> list[Label]:
    """Put the subject first, then figures and places, then names; each text once."""
    subject = [name for name in names if not name.is_name]
    others = [name for name in names if name.is_name]
    kept: dict[str, Label] = {}
    for label in [*subject, *texts, *others]:
        kept.setdefault(" ".join((label.country, *label.lines)), label)
    return list(kept.values())


def _block(label: Label, lettering: Lettering) -> Label:
    """Wrap the lines of a label, and give it its size in pixels."""
    said = [line for line in label.lines if line]
    lines = tuple(part for line in said for part in wrap(line, lettering.characters))
    wrapped = replace(label, lines=lines)
    most = lettering.most_of_name if label.is_name else 1
    return replace(wrapped, size=lettering.size(wrapped, lettering.font_px), most=most)
