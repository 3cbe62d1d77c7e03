"""A large map answers as if its page carried every statement whole."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from page_modules import Call, page_functions

from geo.boundaries.files import shipped
from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.definitions.load import MapInput, load_map
from geo.page import large, payload
from geo.page.arcs import page_topology
from geo.page.packing import packed
from geo.page.payload import to_json
from geo.page.rendering import page_parts
from geo.page.state import map_state
from geo.page.static import static_rows

ROOT = Path(__file__).parents[2]
WHOLE, TABLED = 30, 12
TOPOLOGY = shipped("boundaries.topojson").read_text(encoding="utf-8")

FUNCTIONS = """
const readBoth = (whole, packed) => [whole, packed].map((given) => {
  if (given.rows) {
    for (const name of ["statements", "participations"]) {
      given[name] = unpacked(given[name]);
    }
    given.texts = textsOf(given.texts);
  }
  return readRecord(completed(given));
});
let records;
const take = (whole, packed) => {
  records = readBoth(whole, packed);
  return records[0].stops.map(({ day }) => day);
};
/** What both say under a choice, all but the rows themselves. */
const answers = (choice) => records.map((record) => {
  const { statements, ...shown } = takeSnapshot(record, choice);
  const histories = Object.entries(historiesOf(record, choice));
  const steps = histories.map(([id, history]) => [id, history.steps]);
  return { ...shown, ids: statements.map(({ id }) => id), steps };
});
"""

READ = """
const read = (columns, count) => {
  const readers = columns.flatMap((column) => columnReaders(column, count));
  const row = (_, at) =>
    Object.fromEntries(readers.map(({ name, read }) => [name, read(at)]));
  return Array.from({ length: count }, row);
};
"""

FILTERS: tuple[dict[str, str], ...] = (
    {},
    {"confidence": "high"},
    {"without": "official,other_press"},
    {"domain": "sea"},
    {"condition": "ceasefire", "without": "state_aligned"},
    {"at": "2025-09-04_paris"},
)


@pytest.fixture(scope="module")
def loaded() -> MapInput:
    found, _ = load_map(ROOT / "maps/coalition.toml", ROOT / "data", boundary_keys())
    assert found
    # A translated text stands at a place among those of its own page.
    return replace(found, dataset=replace(found.dataset, translations={}))


@pytest.fixture(scope="module")
def ask() -> Call:
    modules = ("rules/payload.js", "rules/snapshot.js", "rules/history.js")
    return page_functions(modules, ("take", "answers"), FUNCTIONS)


def as_large(loaded: MapInput) -> Any:
    """Return the state of a map, as if it were a large one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large, "MOST_WHOLE", WHOLE)
        for module in (large, payload):
            patch.setattr(module, "TABLED", TABLED)
            patch.setattr(module, "LISTED", 2)
        state = map_state(loaded, read_boundaries())
        assert state.with_all_rows["large"]["all"] == len(loaded.statements)
    return state


def test_the_same_map_cut_and_uncut_answers_alike(ask: Call, loaded: MapInput) -> None:
    whole = map_state(loaded, read_boundaries())
    cut = as_large(loaded).with_all_rows
    assert len(cut["statements"]) < len(loaded.statements)
    light = {**packed({**cut, "words": {}}, ())}
    days = ask("take", *(json.loads(to_json(one)) for one in (whole.values, light)))
    dates = [None, *days[::9]]
    for filters in FILTERS:
        for date in dates:
            uncut, answer = ask(
                "answers", {**filters, **({"date": date} if date else {})}
            )
            assert answer == uncut, (filters, date)


def test_a_column_of_few_values_stands_in_the_letters_of_another() -> None:
    count = 12_000
    dice = random.Random(1)
    rows = {
        "actor": [f"A{n % 200}" for n in range(count)],
        "min": [n * 7 % 9_000 for n in range(count)],
        "meaning": [dice.choice(("pledge", "estimate")) for _ in range(count)],
        "place": [dice.choice((None, "at_sea", "border")) for _ in range(count)],
        "speaks_for": ["press"] * count,
    }
    columns = [([name], [(one,) for one in rows[name]], []) for name in rows]
    written = list(large._packed(columns))
    assert sum(digits for _, digits, *_ in written) == 5  # 2 and 3, and none for others
    ask = page_functions(("rules/columns.js",), ("read",), READ)
    given = json.loads(to_json(written))
    told = ({k: v for k, v in one.items() if v is not None} for one in by_row(rows))
    assert ask("read", given, count) == list(told)


def by_row(columns: dict[str, list[Any]]) -> Iterator[dict[str, Any]]:
    for values in zip(*columns.values(), strict=True):
        yield dict(zip(columns, values, strict=True))


def test_a_page_says_how_many_statements_it_has_not(loaded: MapInput) -> None:
    state = as_large(loaded)
    made_from = {"definition": {}, "tables": {}, "boundaries": {}}
    values = {**state.values, "made_from": made_from, "pledgemap": ""}
    html = page_parts(values, static_rows(loaded, state.texts), page_topology(TOPOLOGY))
    assert html["tables"].count('<tr id="said-') == TABLED
    assert f"Shown: the newest {TABLED} of {len(loaded.statements)}." in html["tables"]
    assert "drawn by the page’s script" in html["strips"]
