"""The signs and labels of the shipped maps, in every view and lettering."""

from __future__ import annotations

import math
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from page_modules import Call, page_functions

import shapely

from geo.boundaries.files import shipped
from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.definitions.load import load_map
from geo.figure.choice import Choice, chosen_map
from geo.figure.map import label_width
from geo.figure.moment import moment
from geo.page import rendering
from geo.page.arcs import page_topology
from geo.vocabulary import MEANING
from geo.words import words

ROOT = Path(__file__).parents[3]
VIEWS = ("europe", "world", "asia", "oceania")
PEOPLE = ("status", "figures", "videoconference", "in_person")
# With what no country promised.
FIGURES = ("status", "figures", "other_figures")
# What a page and two sheets would place, in pixels of each set of letters.
FUNCTIONS = """
const measured = (text, px, isBold) => ask("width", text, px, isBold);
const sheetSet = (letters) =>
  ({ ...letters, unitsPerPx: 1, font_px: 9.5, widthOf: measured });
function placedIn(page, frame, set) {
  const k = set.unitsPerPx;
  const pxPerM = frame.unitsPerM / k;
  page.seenAt(frame, pxPerM);
  const size = frame.size.map((units) => units / k);
  const toScreen = (at) => placeInFrame(frame, at).map((units) => units / k);
  const grid = gridOf(page.land.countries, size, frameBox(frame));
  const sight = { size, toScreen, pxPerM, scale: 1 };
  const placed = placeAll(page, sight, grid, set, set.widthOf);
  const { left_m, top_m } = frame;
  const onScreen = (ring) => Array.from({ length: ring.length / 2 }, (_, i) =>
    [(ring[2 * i] - left_m) * pxPerM, (top_m - ring[2 * i + 1]) * pxPerM]);
  const lands = placed.signs.map(({ country }) => [
    country, page.land.countries[country].polygons.map((rings) => rings.map(onScreen)),
  ]);
  const isNarrow = set.characters === LETTERINGS.narrow.characters;
  return { isNarrow, ...placed, lands: Object.fromEntries(lands) };
}
function stillOf(given, id, sides) {
  const payload = completed(given);
  const chosen = payload.views.find((one) => one.id === id);
  const places = Object.keys(payload.countries).map((key) => payload.points[key]);
  const view = viewInBox(payload.views, chosen, places, sides);
  const page = stillPage(payload, view, landOfView(view, payload.points));
  return { view, page, narrow: pageFrame(view, narrowBox(view, places)) };
}
function placed(given, id) {
  const { view, page, narrow } = stillOf(given, id, [875, 500]);
  const frameOf = ({ name }) => (name === "narrow" ? narrow : pageFrame(view));
  return [
    ...PAGE_SETS.map((set) => placedIn(page, frameOf(set), set)),
    placedIn(page, sheetFrame(view, 680), sheetSet(LETTERINGS.wide)),
    placedIn(page, sheetFrame(view, 380), sheetSet(LETTERINGS.narrow)),
  ];
}
/** On a phone. */
function placedNarrow(given, id) {
  const { page, narrow } = stillOf(given, id, [328, 440]);
  return placedIn(page, narrow, PAGE_SETS.find(({ name }) => name === "narrow"));
}
/** What a reader would see who zooms in about each place, in each set of letters. */
function scenes(given, id, places, zooms) {
  const payload = completed(given);
  const view = payload.views.find((one) => one.id === id);
  const { forward } = PROJECTIONS[view.projection];
  world.ground.project(view.projection);
  const light = world.ground.lighter((arc) => simplified(arc, 4000));
  const lands = world.objects.countries.geometries.map((one) =>
    [one.id, { polygons: light.polygons(one) }]);
  const page = stillPage(payload, view, tableOf(lands));
  const about = Object.keys(payload.countries).map((key) => payload.points[key]);
  const narrow = pageFrame(view, narrowBox(view, about));
  const frames = { wide: pageFrame(view), narrow };
  const isPledge = ({ rank, lines }) => rank === 0 && lines.join("");
  const pledgers = page.texts().filter(isPledge).map(({ country }) => country);
  const sceneOf = (set, place, zoom, kept) => {
    const frame = frames[set.name];
    const home = frame.unitsPerM / set.unitsPerPx;
    const pxPerM = home * zoom;
    page.seenAt(frame, pxPerM);
    page.state.get().markScale = markScaleAt(home, view);
    const size = frame.size.map((units) => units / set.unitsPerPx);
    const [x, y] = forward(place);
    const [across, down] = size.map((px) => px / 2 / pxPerM);
    const box = boxAbout([x, y], across, down);
    const toScreen = (at) => {
      const [east, north] = forward(at);
      return [(east - box[0]) * pxPerM, (box[3] - north) * pxPerM];
    };
    const grid = gridOf(page.land.countries, size, box);
    const sight = { size, toScreen, pxPerM, scale: 1 };
    const { signs, labels } = placeAll(page, sight, grid, set, set.widthOf, kept);
    // Well in sight: its point, or where that is not, a good part of its land.
    const inside = (at, far) => at.every((px, i) => px > far && px < size[i] - far);
    const isSeen = (country) => {
      const at = toScreen(payload.points[country]);
      return inside(at, 24) || (!inside(at, 0) && grid.placesOn(country).length > 12);
    };
    const named = labels.filter(isName).map(({ country }) => country);
    return {
      scene: [set.name, ...place, zoom].join(" "),
      named,
      lost: [...(kept ?? [])].filter((id) => isSeen(id) && !named.includes(id)),
      beyond: named.filter((id) => !inside(toScreen(payload.points[id]), 0)),
      // Nearer to the edge there may be no room for words.
      without: pledgers.filter((id) => inside(toScreen(payload.points[id]), 60))
        .filter((id) => !labels.some((one) => one.country === id && one.rank === 0)),
      estimated: labels.filter(({ rank }) => rank > 0).map(({ country }) => country),
      figures: labels.filter(({ rank }) => rank !== undefined)
        .filter(({ spot }) => !spot.line)
        .map(({ country, spot }) => [country, spot.box]),
      signs: signs.map(({ country, box }) => [country, box]),
      boxes: [...signs.map(({ box }) => box), ...labels.map(({ spot }) => spot.box)],
    };
  };
  const chains = PAGE_SETS.filter(({ name }) => name !== "middle")
    .flatMap((set) => places.map((place) => [set, place]));
  return chains.flatMap(([set, place]) => {
    let kept;
    return zooms.map((zoom) => {
      const scene = sceneOf(set, place, zoom, kept);
      kept = new Set(scene.named);
      return scene;
    });
  });
}
"""
PLACES = [(10, 47), (24, 57), (35, 48)]
ZOOMS = [1, 1.5, 2.3, 3.4, 5.1]


@cache
def functions() -> Call:
    modules = ["still/without_browser.js", "still/building.js"]
    names = ["placed", "placedNarrow", "scenes", "takeBoundaries"]
    call = page_functions(modules, names, FUNCTIONS)
    rendering._own.width_of = label_width
    text = shipped("boundaries.topojson").read_text(encoding="utf-8")
    call("takeBoundaries", page_topology(text))
    return call


@cache
def values_of(slug: str, until: str, *layers: str) -> dict[str, Any]:
    found, _ = load_map(ROOT / f"maps/{slug}.toml", ROOT / "data", boundary_keys())
    assert found
    chosen = chosen_map(found, Choice(layers=layers, until=until))
    return {**moment(chosen, read_boundaries()).values}


def payload_of(
    slug: str, until: str, *layers: str, language: str = ""
) -> dict[str, Any]:
    values = values_of(slug, until, *layers)
    language = language or values["language"]
    said = {language: dict(words(language))}
    return {**values, "language": language, "words": said}


@cache
def placed_in(
    slug: str, view: str, *layers: str, until: str = ""
) -> list[dict[str, Any]]:
    payload = payload_of(slug, until, *layers)
    sets: list[dict[str, Any]] = functions()("placed", payload, view)
    assert len(sets) == 5
    return sets


@pytest.fixture
def placed(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    return placed_in(*request.param)


CASES = [
    *(("coalition", view) for view in VIEWS),
    ("coalition", "europe", *PEOPLE),
    ("paris-2025-03-11", "europe"),
]
every_view = pytest.mark.parametrize("placed", CASES, indirect=True, ids=" ".join)
europe = pytest.mark.parametrize(
    "placed", [("coalition", "europe", *FIGURES)], indirect=True
)


@every_view
def test_each_sign_stands_on_its_own_country_or_at_sea(placed: list[Any]) -> None:
    for one in placed:
        assert one["signs"]
        lands = {
            country: shapely.MultiPolygon([(outer, holes) for outer, *holes in parts])
            for country, parts in one["lands"].items()
        }
        for sign in one["signs"]:
            spot, at = sign["spot"], shapely.Point(sign["spot"]["at"])
            own = lands[sign["country"]]
            owners = {key for key, land in lands.items() if land.contains(at)}
            assert owners <= {sign["country"]}, sign["country"]
            if not owners and not spot.get("inside"):
                mark, away = sign.get("mark"), math.dist(spot["at"], sign["at"])
                beside_mark = mark and away < mark["r"] + 2.2 + sign["r"]
                assert beside_mark or own.distance(at) < 2, sign["country"]


def overlap(one: list[float], other: list[float]) -> bool:
    return shapely.box(*one).intersection(shapely.box(*other)).area > 0


@every_view
def test_nothing_that_is_written_lies_over_a_sign_or_another_text(
    placed: list[Any],
) -> None:
    for one in placed:
        boxes = [sign["box"] for sign in one["signs"]]
        boxes += [label["spot"]["box"] for label in one["labels"]]
        for i, box in enumerate(boxes):
            assert not any(overlap(box, other) for other in boxes[:i])


@every_view
def test_each_name_stands_beside_its_own_sign(placed: list[Any]) -> None:
    for one in placed:
        spots = {sign["country"]: sign["spot"] for sign in one["signs"]}
        for label in one["labels"]:
            if not label["isName"]:
                continue
            box = shapely.box(*label["spot"]["box"])
            if "line" in label["spot"]:
                assert box.distance(shapely.Point(label["spot"]["line"][1])) < 1
                continue
            near = [
                box.distance(shapely.Point(core["at"])) - max(core.get("half", (9, 9)))
                for core in label["cores"]
            ]
            assert min(near) < 3.5, label["lines"]
            spot = spots.get(label["country"])
            if spot and not spot.get("inside"):
                assert label["cores"][0]["at"] == spot["at"]


@europe
def test_big_countries_are_named_before_small_ones(placed: list[Any]) -> None:
    for one in placed:
        names = {label.get("country") for label in one["labels"]}
        assert {"UKR", "RUS", "TUR"} <= names
        assert {"DEU", "ROU", "ITA", "FRA", "ESP", "GBR", "EST", "LTU"} <= names
        # Lithuania says its figure in words.
        assert figures(one).keys() == {"GBR", "FRA", "ESP", "EST", "LTU"}


def test_a_phone_shows_every_pledge_and_names_who_made_it_in_every_language() -> None:
    """Lithuania’s hundreds had no room in three languages, Germany none in one."""
    for language in ("en", "de", "es", "fr", "pl", "uk"):
        payload = payload_of("coalition", "", "status", "figures", language=language)
        one = functions()("placedNarrow", payload, "europe")
        assert figures(one).keys() == FOREMOST.keys(), language
        named = {label["country"] for label in one["labels"] if label["isName"]}
        assert {"DEU", "POL", *FOREMOST} <= named, language
        test_nothing_that_is_written_lies_over_a_sign_or_another_text([one])


def test_on_a_phone_the_world_names_in_its_inset_who_pledged() -> None:
    payload = payload_of("coalition", "", "status", "figures")
    one = functions()("placedNarrow", payload, "world")
    named = {label["country"] for label in one["labels"] if label["isName"]}
    assert {"USA", "CAN", "AUS", "NZL", "DEU", "ITA", *FOREMOST} <= named
    spots = [label["spot"] for label in one["labels"]]
    boxes = [shapely.box(*spot["box"]) for spot in spots]
    for spot in spots:
        if "line" in spot:
            # No line runs through what is written; it ends where its own begins.
            line = shapely.LineString(spot["line"])
            assert all(line.intersection(box).length < 0.1 for box in boxes)


FOREMOST = {
    "GBR": "number withheld",
    "FRA": "“several thousand”",
    "LTU": "“several hundred”",
    "EST": "“up to one company”",
}


@europe
def test_a_figure_is_a_short_line_that_tells_what_is_no_pledge(
    placed: list[Any],
) -> None:
    spain = "more than 3,000 already "
    for one in placed:
        said = figures(one)
        assert said.pop("ESP") in {
            f"{spain}on NATO’s eastern flank", f"{spain}elsewhere"
        }  # fmt: skip
        assert said.items() <= FOREMOST.items()
        assert "FRA" in said


def test_a_figure_is_written_while_its_country_holds_what_it_said_with_it() -> None:
    """Sweden withheld a number on conditions, which it no longer states."""
    for until, said in {"2025-03-20": "number withheld", "2025-04-10": None}.items():
        wide, *_ = placed_in("coalition", "europe", *FIGURES, until=until)
        assert figures(wide).get("SWE") == said, until


def test_a_circle_that_is_no_pledge_of_who_pledged_says_so() -> None:
    """A ring of an estimate round a pledge in words was read as that pledge."""
    for one in placed_in("coalition", "europe", *FIGURES):
        tags = {
            label["country"]: label["lines"]
            for label in one["labels"]
            if label["className"] == "label-tag"
        }
        assert tags["FRA"] == tags["GBR"] == ["est."]
        assert "ESP" not in tags


def test_what_the_article_says_of_spain_is_told_as_deployed_already() -> None:
    for one in placed_in("paris-2025-03-11", "europe"):
        assert figures(one) == {"ESP": "3\u202f000 déjà en Europe de l’Est"}


@pytest.mark.parametrize(
    "until", ["2025-03-20", "2025-04-30", "2025-09-23", "2026-01-10"]
)
def test_no_figure_stands_where_a_better_one_of_its_country_does_not(
    until: str,
) -> None:
    values = values_of("coalition", until, *FIGURES)
    meant: dict[str, set[str]] = {}
    layers = (one for one in values["layers"] if one["kind"] == "figures")
    for mark in chain.from_iterable(layer["marks"] for layer in layers):
        figure = values["statements"][mark["row"]]["figure"]
        meant.setdefault(mark["country"], set()).add(figure.get("meaning", "pledge"))
    for one in placed_in("coalition", "europe", *FIGURES, until=until):
        said = figures(one)
        assert said
        for country, text in said.items():
            kind = (
                "estimate" if ", est." in text
                else "deployed_elsewhere" if " already " in text
                else "pledge"
            )  # fmt: skip
            assert kind == min(meant[country], key=list(MEANING).index), text
        test_nothing_that_is_written_lies_over_a_sign_or_another_text([one])


def test_who_zooms_in_loses_no_name() -> None:
    """Thirty scenes: some places and zooms, in letters of wide and narrow maps."""
    payload = payload_of("coalition", "", *FIGURES)
    scenes = functions()("scenes", payload, "europe", PLACES, ZOOMS)
    assert len(scenes) == 30
    assert {one["scene"]: one["lost"] for one in scenes if one["lost"]} == {}
    # Some are named on the part that is seen.
    assert any(one["beyond"] for one in scenes)
    statements = payload["statements"].values()
    pledged = {
        one["actor"]
        for one in statements
        if "figure" in one and one["figure"].get("meaning", "pledge") == "pledge"
    }
    for one in scenes:
        assert not pledged & set(one["estimated"]), one["scene"]
        assert not one["without"], one["scene"]
        assert not any(
            meet(box, other)
            for i, box in enumerate(one["boxes"])
            for other in one["boxes"][:i]
        ), one["scene"]
        for country, figure in one["figures"]:
            for other, sign in one["signs"]:
                beside = max(sign[0] - figure[2], figure[0] - sign[2])
                in_a_row = min(sign[3], figure[3]) > max(sign[1], figure[1])
                # So near, it would be read as what that country said.
                assert not in_a_row or other == country or beside >= 20, one["scene"]


def meet(one: list[float], other: list[float]) -> bool:
    return all(
        min(one[axis + 2], other[axis + 2]) > max(one[axis], other[axis])
        for axis in (0, 1)
    )


def figures(one: dict[str, Any]) -> dict[str, str]:
    return {
        label["country"]: " ".join(label["lines"])
        for label in one["labels"]
        if label["className"] == "label-figure"
    }


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "pl", "uk"])
def test_on_a_phone_no_number_stands_on_the_land_of_others(language: str) -> None:
    """Spain’s troops elsewhere stood on Italy, below its name."""
    payload = payload_of(
        "paris-2025-03-11", "", "status", "figures", *PEOPLE[2:], language=language
    )
    one = functions()("placedNarrow", payload, "world")
    numbers = [label for label in one["labels"] if label.get("rank") is not None]
    for label in numbers:
        box = shapely.box(*label["spot"]["box"])
        others = [
            shapely.Polygon(rings[0], rings[1:]).buffer(0)
            for country, polygons in one["lands"].items()
            if country != label["country"]
            for rings in polygons
        ]
        over = shapely.union_all(others).intersection(box).area
        assert over <= 0.3 * box.area, label["lines"]
