"""Where signs and labels stand: on their own land, beside their own, over no other."""

from __future__ import annotations

import random
from typing import Any

import pytest
from page_modules import page_functions

# Two neighbours and a hole in the one, beyond them the sea; the page's land is in
# metres, and upwards.
FUNCTIONS = """
const SIZE = [200, 120];
const ring = (left, top, right, bottom) => Float64Array.from(
  [left, -top, right, -top, right, -bottom, left, -bottom, left, -top]);
const LAND = createGrid(SIZE, [0, -120, 200, 0], [
  ["AAA", [ring(20, 20, 100, 100), ring(40, 40, 60, 60)]],
  ["BBB", [ring(100, 20, 140, 100), ring(40, 40, 60, 60)]],
]);
const at = (x, y) => LAND.at(x, y);
const shares = (box, own, told) => LAND.shares(box, own, new Set(told));
const signsPlaced = (signs, marks) => placeSigns(signs, marks, LAND, SIZE);
const labelsPlaced = (labels, taken, told, subjects) =>
  placeLabels(labels, taken, LAND, { size: SIZE, told: new Set(told), subjects });
const crowdHasRoom = (marks, boxes) => {
  const crowd = createCrowd(SIZE, []);
  marks.forEach(crowd.add);
  return boxes.map((box) => crowd.hasRoom(box, ({ of }) => of !== "AAA"));
};
const touchesAny = (marks, boxes) =>
  boxes.map((box) => marks.some((mark) => mark.of !== "AAA" && touches(box, mark)));
const widthOf = (text) => estimatedWidth(text, 12, false);
"""
NAMES = [
    "at", "shares", "signsPlaced", "labelsPlaced", "touches", "wrap", "boxAbout",
    "widthOf", "dotReachAmong", "crowdHasRoom", "touchesAny",
]  # fmt: skip
MODULES = [
    "ground/frame.js",
    "ground/land_grid.js",
    "labels/sign_places.js",
    "labels/label_places.js",
    "marks/lettering.js",
]
call = page_functions(MODULES, NAMES, FUNCTIONS)
Mark = dict[str, Any]


def sign(at: tuple[float, float], size: float = 1, **others: Any) -> dict[str, Any]:
    return {"country": "AAA", "at": at, "r": 5, "size": size, **others}


def spot_of(one: dict[str, Any], *marks: Mark) -> dict[str, Any] | None:
    placed = call("signsPlaced", [one], marks)
    return placed[0]["spot"] if placed else None


def label(text: str, *cores: Mark, **others: Any) -> dict[str, Any]:
    size = [call("widthOf", text) + 2, 13.4]
    usual = {"lines": [text], "cores": cores, "country": "AAA", "size": size}
    return {**usual, "isName": True, "most": 1, **others}


def core(x: float, y: float, half: float) -> Mark:
    return {"at": [x, y], "half": [half, half]}


def boxes_of(placed: list[dict[str, Any]]) -> list[Mark]:
    return [{"box": one["spot"]["box"]} for one in placed]


def test_land_is_told_by_its_cells() -> None:
    places = {(30, 30): "AAA", (50, 50): "BBB", (120, 50): "BBB", (170, 50): None}
    assert {at: call("at", *at) for at in places} == places
    assert call("at", -1, 5) is call("at", 5, 500) is None


def test_a_box_is_judged_by_what_it_covers() -> None:
    found = call("shares", [90, 70, 110, 90], "AAA", ["AAA", "BBB"])
    near = pytest.approx({"own": 0.6, "others": 0.4, "bare": 0, "subject": 0}, abs=0.2)
    assert found == near
    assert call("shares", [90, 70, 110, 90], "AAA", ["AAA"])["others"] == 0
    assert call("shares", [150, 20, 190, 90], "AAA", ["AAA"])["own"] == 0


def test_a_sign_stands_on_its_point() -> None:
    assert spot_of(sign((30, 80))) == {"at": [30, 80], "r": 5, "isPoint": True}


def test_a_sign_never_stands_on_the_land_of_another() -> None:
    for x in range(102, 138, 3):
        found = spot_of(sign((x, 70)))
        assert found is None or call("at", *found["at"]) == "AAA"


def test_a_sign_stands_in_a_hollow_circle_beside_a_full_one_and_in_a_dot() -> None:
    at = (70, 80)
    full = {"at": at, "r": 12, "of": "AAA", "hole": 0}
    for mark in ({**full, "hole": 12}, {**full, "r": 5, "dot": True}):
        found = spot_of(sign(at, mark=mark), mark)
        assert found
        assert found["inside"]
        assert found["at"] == [70, 80]
    beside = spot_of(sign(at, mark=full), full)
    assert beside
    assert not call("touches", call("boxAbout", beside["at"], beside["r"]), full)
    assert call("at", *beside["at"]) == "AAA"


def test_beside_its_mark_a_sign_may_stand_at_sea() -> None:
    coast = (138, 60)
    mark = {"at": coast, "r": 6, "of": "AAA", "hole": 0}
    found = spot_of(sign(coast, mark=mark), mark)
    assert found
    assert call("at", *found["at"]) is None
    # Without a mark at the coast nothing would tie it to its country.
    assert spot_of(sign(coast)) is None


def test_marks_are_found_where_they_are() -> None:
    dice = random.Random(1)

    def place() -> list[float]:  # on the map and well beyond it
        return [dice.uniform(-80, 280), dice.uniform(-80, 200)]

    marks = [{"at": place(), "r": dice.uniform(1, 30), "of": of} for of in "TUVWXYZ"]
    marks += [{"box": call("boxAbout", place(), dice.uniform(1, 40))} for _ in range(9)]
    marks.append({"at": [100, 60], "r": 500, "of": "AAA"})  # counts for nothing
    boxes = [
        call("boxAbout", [dice.uniform(20, 180), dice.uniform(20, 100)], half)
        for half in range(1, 17)
        for _ in range(10)
    ]
    touched = call("touchesAny", marks, boxes)
    assert call("crowdHasRoom", marks, boxes) == [not one for one in touched]
    assert 10 < sum(touched) < 150
    assert call("crowdHasRoom", [], [[1, 5, 20, 20], [5, 5, 20, 20]]) == [False, True]


def test_the_sign_of_the_larger_country_has_its_point() -> None:
    small, large = sign((30, 80), 1), sign((31, 80), 9)
    one, other = call("signsPlaced", [small, large], [])
    assert (one["size"], other["size"]) == (9, 1)
    assert one["spot"]["isPoint"]
    assert "isPoint" not in other["spot"]
    assert not call("touches", one["box"], {"box": other["box"]})


def test_labels_find_other_places_or_none() -> None:
    here = [label("A name", core(70, 80, 8)) for _ in range(19)]
    boxes = boxes_of(call("labelsPlaced", here, [], ["AAA"]))
    assert 2 <= len(boxes) < 19
    for i, one in enumerate(boxes):
        assert not any(call("touches", one["box"], other) for other in boxes[:i])


@pytest.mark.parametrize(("x", "side"), [(92, "end"), (136, "start")])
def test_a_name_stands_rather_on_its_own_land_or_at_sea(x: float, side: str) -> None:
    (placed,) = call("labelsPlaced", [label("Name", core(x, 80, 5))], [], ["BBB"])
    assert placed["spot"]["anchor"] == side


def test_a_name_that_would_lie_on_others_is_left_out() -> None:
    name = label("Name", core(120, 60, 5), most=0.3)
    assert call("labelsPlaced", [name], [], ["BBB"]) == []
    assert call("labelsPlaced", [{**name, "most": 1}], [], ["BBB"])


def test_what_a_country_is_called_and_says_keeps_off_the_signs_of_others() -> None:
    around = {"box": call("boxAbout", [50, 80], 30, 8), "around": "BBB"}
    others = {**around, "near": True}
    own = {**others, "around": "AAA"}
    name = label("Name", core(50, 80, 5))
    (beside,) = call("labelsPlaced", [name], [own], ["AAA"])
    assert call("touches", beside["spot"]["box"], own)
    kept = call("labelsPlaced", [name], [others], ["AAA"])
    assert not any(call("touches", one["spot"]["box"], others) for one in kept)
    figure = {**name, "isName": False}
    assert call("labelsPlaced", [figure], [others], ["AAA"]) == kept_as(figure, kept)
    # The place of a meeting is no country's.
    place = {**figure, "country": None}
    (written,) = call("labelsPlaced", [place], [others], ["AAA"])
    assert call("touches", written["spot"]["box"], others)


def test_a_name_without_other_room_comes_nearer_to_the_sign_of_another() -> None:
    around = {"box": [0, 0, 200, 120], "around": "BBB"}
    name = label("Name", core(50, 80, 5))
    figure = {**name, "isName": False, "says": "it"}
    assert call("labelsPlaced", [name], [around], ["AAA"])
    assert call("labelsPlaced", [figure], [around], ["AAA"]) == []
    assert call("labelsPlaced", [name], [{**around, "near": True}], ["AAA"]) == []
    # What keeps figures away is no hindrance to a name.
    assert call("labelsPlaced", [name], [{**around, "figures": True}], ["AAA"])


def kept_as(label: Mark, placed: list[Mark]) -> list[Mark]:
    return [{**label, "spot": one["spot"]} for one in placed]


def test_a_figure_stands_beside_its_countrys_name() -> None:
    name = label("Name", core(120, 60, 5))
    # Nothing is left beside its own sign.
    figure = label("5", core(-50, -50, 1), isName=False)
    named, written = call("labelsPlaced", [name, figure], [], ["AAA"])
    left, top, right, bottom = named["spot"]["box"]
    box = written["spot"]["box"]
    assert max(left - box[2], box[0] - right, top - box[3], box[1] - bottom) < 7
    other = {**figure, "country": "BBB"}
    assert len(call("labelsPlaced", [name, other], [], ["AAA"])) == 1


def test_what_is_said_in_full_is_not_said_shortly_as_well() -> None:
    full, short = (label(t, core(70, 80, 8), says="it") for t in ("In full", "Short"))
    placed = call("labelsPlaced", [full, short], [], ["AAA"])
    assert [one["lines"] for one in placed] == [["In full"]]
    placed = call("labelsPlaced", [{**full, "size": [500, 12]}, short], [], ["AAA"])
    assert [one["lines"] for one in placed] == [["Short"]]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("3000 déjà en Europe de l’Est", ["3000 déjà en", "Europe de l’Est"]),
        ("number withheld and kept secret", ["number withheld", "and kept secret"]),
        ("Antigua Liechtensteinischer-Bund", ["Antigua", "Liechtensteinischer-Bund"]),
    ],
)  # fmt: skip
def test_lines_are_as_even_as_they_can_be(text: str, lines: list[str]) -> None:
    assert call("wrap", text, 24) == lines


def test_a_dot_ends_half_way_to_the_next_country_and_is_always_seen() -> None:
    """Luxembourg's hides neither France nor Belgium where the world is small."""
    luxembourg, others = [6.1, 49.8], [[4.6, 50.6], [2.5, 47]]
    dots = {"r": 5, "least": 1.5}

    def reach(kilometres_per_px: float, px: float = 1) -> float:
        scale = {"projection": "equal_earth", "pxPerM": 0.001 / kilometres_per_px}
        return call("dotReachAmong", luxembourg, others, {**scale, "px": px}, dots)

    # As on a phone, and on a screen of twice its letters; nearer; and in Europe's view.
    assert reach(100) == 1.5
    assert reach(50, 2) == 3
    assert 1.5 < reach(20) < 5
    assert reach(6) == 5


def test_a_dot_without_room_for_a_sign_has_none_over_it() -> None:
    small = {"at": [120, 60], "r": 2, "dot": True, "of": "CCC"}
    sign = {"country": "CCC", "at": [120, 60], "r": 4, "size": 1, "mark": small}
    assert call("signsPlaced", [sign], [small]) == []


def test_text_is_wrapped_at_spaces() -> None:
    lines = call("wrap", "already deployed in Latvia", 20)
    assert lines == ["already deployed", "in Latvia"]
    assert call("wrap", "Liechtensteinischer", 5) == ["Liechtensteinischer"]


def test_no_name_lies_on_the_land_that_the_map_is_about() -> None:
    name = label("AAA", core(100, 60, 5))
    west = [{"box": [0, 0, 95, 120]}]
    assert call("labelsPlaced", [name], west, ["AAA"], [])
    assert call("labelsPlaced", [name], west, ["AAA"], ["BBB"]) == []
    own = {**name, "country": "BBB"}
    assert call("labelsPlaced", [own], west, ["AAA"], ["BBB"])
