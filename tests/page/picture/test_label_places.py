"""Where signs and labels stand: on their own land, beside their own, over no other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from geo.page.picture.label_places import (
    Core,
    Label,
    Mark,
    box_about,
    place_labels,
    touches,
    wrap,
)
from geo.page.picture.land_grid import LandGrid
from geo.page.picture.lettering import size_of
from geo.page.picture.sign_places import Sign, SignSpot, place_signs

SIZE = (200.0, 120.0)


def square(left: float, top: float, right: float, bottom: float) -> np.ndarray:
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], float)


# Two neighbours and a hole in the one, beyond them the sea.
LANDS = {
    "AAA": [square(20, 20, 100, 100), square(40, 40, 60, 60)],
    "BBB": [square(100, 20, 140, 100), square(40, 40, 60, 60)],
}
LAND = LandGrid(SIZE, LANDS)


def sign(at: tuple[float, float], size: float = 1, **others: object) -> Sign:
    return Sign("AAA", "declined", at, 5, size, **{"mark": None, **others})  # type: ignore[arg-type]


def spot_of(one: Sign, *marks: Mark) -> SignSpot | None:
    placed = place_signs([one], marks, LAND, SIZE)
    return placed[0][1] if placed else None


def label(text: str, *cores: Core, country: str = "AAA", **others: object) -> Label:
    one = Label((text,), "label-name", cores, country, is_name=True)
    return replace(one, size=size_of(one, 12), **others)  # type: ignore[arg-type]


def test_land_is_told_by_its_cells() -> None:
    places = {(30, 30): "AAA", (50, 50): "BBB", (120, 50): "BBB", (170, 50): ""}
    assert {at: LAND.at(*at) for at in places} == places
    assert LAND.at(-1, 5) == LAND.at(5, 500) == ""


def test_a_box_is_judged_by_what_it_covers() -> None:
    found = LAND.shares((90, 70, 110, 90), "AAA", {"AAA", "BBB"})
    assert (found.own, found.others, found.bare) == pytest.approx(
        (0.6, 0.4, 0), abs=0.2
    )
    assert LAND.shares((90, 70, 110, 90), "AAA", {"AAA"}).others == 0
    assert LAND.shares((150, 20, 190, 90), "AAA", {"AAA"}).own == 0


def test_a_sign_stands_on_its_point() -> None:
    assert spot_of(sign((30, 80))) == SignSpot((30, 80), 5, is_point=True)


def test_a_sign_never_stands_on_the_land_of_another() -> None:
    for x in range(102, 138, 3):
        found = spot_of(sign((x, 70)))
        assert found is None or LAND.at(*found.at) == "AAA"


def test_a_sign_stands_in_a_hollow_circle_beside_a_full_one_and_in_a_dot() -> None:
    at = (70.0, 80.0)
    hollow, full = Mark(at, 12, of="AAA", hole=12), Mark(at, 12, of="AAA")
    dot = Mark(at, 5, of="AAA", dot=True)
    for mark in (hollow, dot):
        found = spot_of(sign(at, mark=mark), mark)
        assert found
        assert found.inside
        assert found.at == at
    beside = spot_of(sign(at, mark=full), full)
    assert beside
    assert not touches(beside.box, full)
    assert LAND.at(*beside.at) == "AAA"


def test_beside_its_mark_a_sign_may_stand_at_sea() -> None:
    coast = (138.0, 60.0)
    mark = Mark(coast, 6, of="AAA")
    found = spot_of(sign(coast, mark=mark), mark)
    assert found
    assert LAND.at(*found.at) == ""
    # Without a mark at the coast nothing would tie it to its country.
    assert spot_of(sign(coast)) is None


def test_the_sign_of_the_larger_country_has_its_point() -> None:
    near = (30.0, 80.0)
    small, large = sign(near, 1), replace(sign((31, 80), 9), status="opposed")
    placed = place_signs([small, large], [], LAND, SIZE)
    assert [spot.is_point for _, spot in placed] == [True, False]
    assert placed[0][0] is large
    (_, one), (_, other) = placed
    assert not touches(one.box, Mark(other.at, 0, other.box))


def test_labels_find_other_places_or_none() -> None:
    core = Core((70, 80), (8, 8))
    here = [label("A name", core) for _ in range(19)]
    placed = list(place_labels(here, [], LAND, SIZE, {"AAA"}))
    boxes = [Mark((0, 0), 0, spot.box) for _, spot in placed]
    assert 2 <= len(boxes) < 19
    assert not any(
        touches(a.box, b) for a in boxes for b in boxes if a is not b and a.box
    )


def test_a_name_stands_rather_on_its_own_land_or_at_sea() -> None:
    for x, side in ((92, "end"), (136, "start")):
        core = Core((x, 80), (5, 5))
        ((_, spot),) = place_labels([label("Name", core)], [], LAND, SIZE, {"BBB"})
        assert spot.anchor == side


def test_a_name_that_would_lie_on_others_is_left_out() -> None:
    name = label("Name", Core((120, 60), (5, 5)), most=0.3)
    assert not list(place_labels([name], [], LAND, SIZE, {"BBB"}))
    assert list(place_labels([replace(name, most=1)], [], LAND, SIZE, {"BBB"}))


def test_a_name_keeps_off_the_signs_of_others() -> None:
    at = (50.0, 80.0)
    others = Mark(at, 0, box_about(at, 30, 8), around="BBB")
    own = replace(others, around="AAA")
    name = label("Name", Core(at, (5, 5)))
    ((_, beside),) = place_labels([name], [own], LAND, SIZE, {"AAA"})
    assert touches(beside.box, own)
    kept = list(place_labels([name], [others], LAND, SIZE, {"AAA"}))
    assert not any(touches(spot.box, others) for _, spot in kept)
    # What a figure is stands beside its circle, and cannot be taken for a name.
    figure = replace(name, is_name=False)
    ((_, figure_spot),) = place_labels([figure], [others], LAND, SIZE, {"AAA"})
    assert figure_spot == beside


def test_what_is_said_in_full_is_not_said_shortly_as_well() -> None:
    core = Core((70, 80), (8, 8))
    forms = [label("In full", core, says="it"), label("Short", core, says="it")]
    placed = list(place_labels(forms, [], LAND, SIZE, {"AAA"}))
    assert [one.lines for one, _ in placed] == [("In full",)]
    wide = replace(forms[0], size=(500, 12))
    placed = list(place_labels([wide, forms[1]], [], LAND, SIZE, {"AAA"}))
    assert [one.lines for one, _ in placed] == [("Short",)]


def test_text_is_wrapped_at_spaces() -> None:
    assert wrap("already deployed in Latvia", 20) == ["already deployed in", "Latvia"]
    assert wrap("Liechtensteinischer", 5) == ["Liechtensteinischer"]
