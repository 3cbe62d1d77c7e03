"""The page places signs and labels as Python does, on land of any form."""

from __future__ import annotations

import json
import random
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser

from geo.page.picture.label_places import Core, Label, Mark, box_about, place_labels
from geo.page.picture.land_grid import LandGrid
from geo.page.picture.sign_places import Sign, place_signs
from geo.page.script import linked_modules

pytestmark = pytest.mark.browser
WIDTH, HEIGHT = 300, 200
SCRIPT = """({ lands, signs, marks, labels, size, told }) => {
  const [width, height] = size;
  // The page's land is in metres, and upwards.
  const up = (ring) => ring.flatMap(([x, y]) => [x, -y]);
  const land = createGrid(size, [0, -height, width, 0],
    lands.map(([id, rings]) => [id, rings.map(up)]));
  const placed = placeSigns(signs, marks, land, size);
  const rooms = placed.flatMap(({ country, box, spot: { at, r } }) =>
    [{ box }, { box: boxAbout(at, r + 9, r + 2), around: country }]);
  const written = placeLabels(labels, [...marks, ...rooms], land,
    { size, told: new Set(told) });
  return {
    signs: placed.map(({ country, spot }) => [country, ...spot.at, spot.r]),
    labels: written.map(({ lines, spot }) =>
      [lines[0], spot.anchor, spot.x, ...spot.box]),
  };
}"""


def scene(seed: int) -> dict[str, Any]:
    """Make countries of any form, some with marks, all with signs and names."""
    chance = random.Random(seed)  # nothing secret
    lands, signs, marks, labels = [], [], [], []
    for number in range(12):
        country = f"C{number}"
        x, y = chance.uniform(20, WIDTH - 20), chance.uniform(20, HEIGHT - 20)
        reach, corners = chance.uniform(4, 50), chance.randint(3, 9)
        turns = sorted(chance.uniform(0, 2 * np.pi) for _ in range(corners))
        ring = [[x + reach * np.cos(t), y + reach * np.sin(t)] for t in turns]
        lands.append([country, [[*ring, ring[0]]]])
        sign = {"country": country, "at": [x, y], "r": 4.4, "size": reach}
        mark = {"at": [x, y], "r": chance.uniform(2, 20), "of": country}
        kind = chance.choice(["", "full", "hollow", "dot"])
        if kind:
            hole = mark["r"] if kind == "hollow" else 0
            marks.append({**mark, "hole": hole, "dot": kind == "dot"})
            sign["mark"] = {"r": mark["r"], "hole": hole, "dot": kind == "dot"}
        signs.append(sign)
        cores = [{"at": [x, y], "half": [6, 6]}] if number % 3 else [{"at": [x, y]}]
        size, is_name = [chance.uniform(20, 80), 13.4], bool(number % 4)
        label = {"lines": [country], "country": country, "cores": cores, "size": size}
        labels.append(
            {**label, "isName": is_name, "most": 0.7, "says": f"s{number % 9}"}
        )
    told = [f"C{number}" for number in range(0, 12, 2)]
    return {
        "lands": lands, "signs": signs, "marks": marks, "labels": labels,
        "size": [WIDTH, HEIGHT], "told": told,
    }  # fmt: skip


def mark_of(one: dict[str, Any]) -> Mark:
    others = {"of": one.get("of", ""), "hole": one["hole"], "dot": one["dot"]}
    return Mark(tuple(one.get("at", (0, 0))), one["r"], **others)


def python_placed(asked: dict[str, Any]) -> dict[str, Any]:
    lands = {id_: [np.array(ring) for ring in rings] for id_, rings in asked["lands"]}
    land, size = LandGrid((WIDTH, HEIGHT), lands), (WIDTH, HEIGHT)
    marks = [mark_of(one) for one in asked["marks"]]
    signs = [
        Sign(
            one["country"], "declined", tuple(one["at"]), one["r"], one["size"],
            mark_of(one["mark"]) if "mark" in one else None,
        )
        for one in asked["signs"]
    ]  # fmt: skip
    placed = place_signs(signs, marks, land, size)
    rooms = [
        room
        for sign, spot in placed
        for room in (
            Mark(spot.at, 0, spot.box),
            Mark(
                spot.at, 0, box_about(spot.at, spot.r + 9, spot.r + 2),
                around=sign.country,
            ),
        )
    ]  # fmt: skip
    labels = [
        Label(
            tuple(one["lines"]), "", tuple(Core(tuple(c["at"]), c.get("half"))
            for c in one["cores"]), one["country"], one["says"], one["isName"],
            tuple(one["size"]), one["most"],
        )
        for one in asked["labels"]
    ]  # fmt: skip
    written = place_labels(labels, [*marks, *rooms], land, size, set(asked["told"]))
    return {
        "signs": [[sign.country, *spot.at, spot.r] for sign, spot in placed],
        "labels": [[label.lines[0], s.anchor, s.x, *s.box] for label, s in written],
    }


def test_signs_and_labels_are_placed_alike(browser: Browser) -> None:
    scenes = [scene(seed) for seed in range(60)]
    modules = linked_modules("land_grid.js", "sign_places.js", "label_places.js")
    page = browser.new_page()
    found = page.evaluate(
        f"scenes => {{ {modules} return scenes.map({SCRIPT}) }}", scenes
    )
    page.close()
    assert sum(len(one["signs"]) for one in found) > 200
    assert sum(len(one["labels"]) for one in found) > 200
    for asked, shown in zip(scenes, found, strict=True):
        expected = json.loads(json.dumps(python_placed(asked)))
        for kind in ("signs", "labels"):
            assert [row[:1] for row in shown[kind]] == [
                row[:1] for row in expected[kind]
            ]
            for row, other in zip(shown[kind], expected[kind], strict=True):
                assert row == pytest.approx(other), (kind, row, other)
