"""The signs and labels of the shipped maps, in every view and lettering."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import shapely

from geo.boundaries.files import shipped
from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.definitions.load import MapInput, load_map
from geo.figure.choice import Choice, chosen_map
from geo.figure.moment import Moment, moment
from geo.page.picture import labels as drawing
from geo.page.picture.draw import draw_marks
from geo.page.picture.frame import Frame, frame_of, print_frame
from geo.page.picture.label_places import Label, Mark, Spot, touches
from geo.page.picture.land import draw_land
from geo.page.picture.lettering import NARROW, WIDE, Lettering
from geo.page.picture.map_labels import Drawn, Signs, place_all

ROOT = Path(__file__).parents[3]
VIEWS = ("europe", "world", "asia", "oceania")
PEOPLE = ("status", "figures", "videoconference", "in_person")
Placed = tuple[Drawn, Signs, list[tuple[Label, Spot]]]


@cache
def loaded(slug: str) -> MapInput:
    found, _ = load_map(ROOT / f"maps/{slug}.toml", ROOT / "data", boundary_keys())
    assert found
    return found


@cache
def moment_of(slug: str, layers: tuple[str, ...] = ()) -> Moment:
    choice = Choice(layers=layers)
    return moment(chosen_map(loaded(slug), choice), read_boundaries())


@cache
def topology() -> Any:
    return json.loads(shipped("boundaries.topojson").read_text(encoding="utf-8"))


def frames(slug: str, view: str) -> Iterator[tuple[Frame, Lettering]]:
    """Give the frames in which a view is drawn, with the letters that each has."""
    views = {one.id: one for one in loaded(slug).definition.views}
    page = frame_of(views[view])
    yield from ((page, WIDE), (page, NARROW))
    yield print_frame(views[view], 680), replace(WIDE, font_px=9.5)
    narrow = replace(NARROW, font_px=9.5, units_per_px=1)
    yield print_frame(views[view], 380), narrow


@pytest.fixture
def placed(request: pytest.FixtureRequest, monkeypatch: Any) -> list[Placed]:
    """What the page and figures of a view would place, in both letterings."""
    slug, view, *layers = request.param
    found: list[Placed] = []

    def recorded(drawn: Drawn) -> tuple[Signs, list[tuple[Label, Spot]]]:
        signs, labels = place_all(drawn)
        found.append((drawn, signs, labels))
        return signs, labels

    monkeypatch.setattr(drawing, "place_all", recorded)
    for frame, lettering in frames(slug, view):
        scene = moment_of(slug, tuple(layers)).scene(frame)
        list(draw_marks(scene, draw_land(topology(), frame), (lettering,)))
    assert len(found) == 4
    return found


CASES = [
    *(("coalition", view) for view in VIEWS),
    ("coalition", "europe", *PEOPLE),
    ("paris-2025-03-11", "europe"),
]
every_view = pytest.mark.parametrize("placed", CASES, indirect=True, ids=" ".join)


@every_view
def test_each_sign_stands_on_its_own_country_or_at_sea(placed: list[Placed]) -> None:
    for drawn, signs, _ in placed:
        assert signs
        rings = [
            (country, shapely.polygons(ring))
            for land in (drawn.land.rings, drawn.land.cut_rings)
            for country, every in land.items()
            for ring in every
        ]
        for sign, spot in signs:
            at = shapely.points(*(v * drawn.lettering.units_per_px for v in spot.at))
            under = [country for country, ring in rings if ring.contains(at)]
            owners = {c for c in under if under.count(c) % 2}
            assert owners <= {sign.country}, (sign.country, owners)
            if not owners and not spot.inside:
                off = min(ring.distance(at) for c, ring in rings if c == sign.country)
                away = math.dist(spot.at, sign.at)
                beside_mark = sign.mark and away < sign.mark.r + 2.2 + sign.r
                assert beside_mark or off < 2 * drawn.lettering.units_per_px


@every_view
def test_nothing_that_is_written_lies_over_a_sign_or_another_text(
    placed: list[Placed],
) -> None:
    for _, signs, labels in placed:
        boxes = [Mark(spot.at, 0, spot.box) for _, spot in signs]
        boxes += [Mark((0, 0), 0, spot.box) for _, spot in labels]
        for i, one in enumerate(boxes):
            assert one.box
            assert not any(touches(one.box, other) for other in boxes[:i])


@every_view
def test_each_name_stands_beside_its_own_sign(placed: list[Placed]) -> None:
    for _, signs, labels in placed:
        near = {sign.country: (sign, spot) for sign, spot in signs}
        for label, place in labels:
            if not label.is_name:
                continue
            cores = label.cores
            _, spot = near.get(label.country, (None, None))
            assert any(
                touches(place.box, Mark(core.at, max(core.half or (9, 9)) + 3.5))
                for core in cores
            )
            if spot and not spot.inside:
                assert cores[0].at == spot.at


@pytest.mark.parametrize("placed", [("coalition", "europe")], indirect=True)
def test_big_countries_are_named_before_small_ones(placed: list[Placed]) -> None:
    for drawn, _, labels in placed:
        names = {label.country for label, _ in labels}
        assert {"UKR", "RUS", "TUR"} <= names
        if not drawn.lettering.is_short:
            assert {"DEU", "AUT", "CZE", "POL", "ITA", "FRA", "ESP"} <= names
            figures = {one.country for one, _ in labels if one.look == "label-figure"}
            # Lithuania says its figure in words; so does Canada, which is not in sight.
            assert figures == {mark.country for mark in drawn.figures} | {"LTU"}


@pytest.mark.parametrize("placed", [("coalition", "europe")], indirect=True)
def test_a_narrow_map_says_figures_shortly_and_what_they_are(
    placed: list[Placed],
) -> None:
    for drawn, _, labels in placed:
        said = {
            label.country: " ".join(label.lines)
            for label, _ in labels
            if label.look == "label-figure"
        }
        if drawn.lettering.is_short:
            assert said["GBR"] == "number withheld; about 7,500 estimate"
            assert said["ESP"] == "more than 3,000 deployed elsewhere"
            assert said["SWE"] == (
                "number withheld; about 600 deployed elsewhere (weak)"
            )
