"""Strips: where countries stood from day to day, by the rule of the map alone."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from page_modules import page_functions

from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.cells.dates import PartialDate, parse_date
from geo.definitions.load import MapInput, load_map
from geo.figure.choice import Choice, check_strips
from geo.join.attendance import attendances
from geo.join.frames import statements_frame
from geo.join.join import join_pledges
from geo.page.payload import to_json
from geo.page.state import map_state
from geo.words import words

ROOT = Path(__file__).parents[2]

FUNCTIONS = """
const opened = (payload, choices) => {
  const page = stillPage(completed(payload), payload.views[0]);
  page.state = { get: () => choices };
  page.histories = () => historiesOf(page.record, { ...choices, date: undefined });
  return page;
};
/** Each country's standing on each of some days. */
const standings = (payload, filters, days) => {
  const page = opened(payload, filters);
  const histories = Object.entries(page.histories());
  return days.map((day) => Object.fromEntries(histories.flatMap(([id, history]) => {
    const { status, strength, contested, help } = stepAt(history, day)?.entry ?? {};
    return status ? [[id, [status, strength, Boolean(contested), help?.status]]] : [];
  })));
};
const texts = (payload) => {
  const page = opened(payload, {});
  return Object.fromEntries(Object.entries(page.histories()).map(
    ([id, history]) => [id, stripText(page, history)]));
};
const order = (payload, choices, name) => {
  const page = opened(payload, choices);
  return stripGroups(page, page.histories(), name)
    .map(({ entry, countries }) => [entry?.status, countries]);
};
const drawn = (payload, country, width) => {
  const page = opened(payload, {});
  return stripPicture(page, page.histories()[country], stripScale(page, width));
};
const isStripped = (payload) => hasStrips(opened(payload, {}));
const minds = (payload, choices) => {
  const page = opened(payload, choices);
  return mindItems(page, PLAIN_STRIPS(page)).map((item) => htmlOf(item));
};
"""
call = page_functions(
    [
        "still/without_browser.js",
        "rules/payload.js",
        "still/still_page.js",
        "time/strips.js",
    ],
    ["standings", "texts", "order", "drawn", "minds", "isStripped"],
    FUNCTIONS,
)


@cache
def coalition() -> MapInput:
    found, _ = load_map(ROOT / "maps/coalition.toml", ROOT / "data", boundary_keys())
    assert found
    return found


def values_of(loaded: MapInput) -> dict[str, Any]:
    values = map_state(loaded, read_boundaries()).values
    spoken = {code: dict(words(code)) for code in loaded.definition.languages}
    made: dict[str, Any] = json.loads(to_json({**values, "words": spoken}))
    return made


@cache
def coalition_text() -> str:
    return json.dumps(values_of(coalition()))


def payload() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(coalition_text())
    return made


def day(text: str) -> PartialDate:
    parsed = parse_date(text)
    assert isinstance(parsed, PartialDate)
    return parsed


def known_days(loaded: MapInput) -> list[str]:
    dates = {s.date.last for s in loaded.statements.values()}
    dates |= {meeting.date.last for meeting in loaded.dataset.meetings.values()}
    return sorted(date.isoformat() for date in dates)


def expected(loaded: MapInput, until: str) -> dict[str, Any]:
    """Where Python says that each country stands on a day."""
    data = loaded.dataset
    held = {
        key: part
        for key, part in data.participations.items()
        if data.meetings[part.meeting].date.last <= day(until).last
    }
    joined = join_pledges(
        statements_frame(data, "pledges", day(until)),
        read_boundaries(),
        attendances=attendances(held.values(), data.sources),
    )
    known = joined[joined["status"] != "no_data"]
    return {
        row.iso_a3: [
            row.status,
            row.strength,
            bool(row.contested),
            row.help if isinstance(row.help, str) else None,
        ]
        for row in known.itertuples()
    }


@pytest.mark.slow
@pytest.mark.parametrize("filters", [{}, {"without": "state_aligned"}])
def test_on_every_day_a_strip_has_the_colour_that_python_gives(
    filters: Mapping[str, str],
) -> None:
    loaded = coalition()
    days = known_days(loaded)
    assert len(days) > 100
    data = loaded.dataset
    if filters:
        days = days[::7]

        def is_kept(row: Any) -> bool:
            return data.sources[row.source].grade != filters["without"]

        loaded = replace(
            loaded,
            dataset=replace(
                data,
                statements={k: v for k, v in data.statements.items() if is_kept(v)},
                participations={
                    k: v for k, v in data.participations.items() if is_kept(v)
                },
            ),
        )
    found = call("standings", payload(), filters, days)
    for date, standings in zip(days, found, strict=True):
        assert standings == expected(loaded, date), date


def test_a_strip_has_a_text() -> None:
    said = call("texts", payload())
    assert said["EST"] == (
        "Considering since 27 March 2025; Pledged troops since 30 April 2025"
    )
    # Weak sources are said, and a repeat is no new beginning.
    assert "weak sources only" in said["LUX"]
    assert said["FRA"] == "Pledged troops since 2 March 2025"


def test_the_order_by_position_is_the_legends_on_the_date_shown() -> None:
    groups = call("order", payload(), {"date": "2025-03-27"}, "stands")
    statuses = [status for status, _ in groups]
    rank = [*payload()["statuses"], "no_data"]
    assert statuses == sorted(statuses, key=rank.index)
    assert statuses[-1] == "no_data"
    assert "EST" in dict(groups)["considering"]
    assert "EST" in dict(call("order", payload(), {}, "stands"))["pledged_troops"]
    everyone = {country for _, countries in groups for country in countries}
    ((_, changed),) = call("order", payload(), {}, "changed")
    assert changed[0] == "HUN"
    assert set(changed) == everyone


def test_a_dot_stands_for_each_statement_and_bands_fill_the_time() -> None:
    tag, look, *marks = call("drawn", payload(), "EST", 400)
    assert (tag, look["width"]) == ("svg", "400")
    bands = [mark[1] for mark in marks if mark[0] == "rect"]
    assert [band["data-status"] for band in bands] == ["considering", "pledged_troops"]
    ends = [float(band["x"]) + float(band["width"]) for band in bands]
    assert ends == pytest.approx([float(bands[1]["x"]), 400], abs=0.2)
    dots = next(mark for mark in marks if mark[0] == "g")[2:]
    drawn = {mark[1]["class"]: mark[1]["d"].count("M") for mark in dots}
    own = [s for s in coalition().statements.values() if s.actor == "EST"]
    assert drawn["strip-dot"] == len(own)
    assert 0 < drawn["strip-dot is-open"] < len(own)


def test_who_changed_their_minds_is_told_from_what_to_what() -> None:
    items = [re.sub("<[^>]*>", "", item) for item in call("minds", payload(), {})]
    assert items[0] == (
        "25 February 2026Hungary: Opposed to the force → Declined to send troops"
    )
    # Other help beside a "no" is no other answer on troops, nor is a first answer.
    assert not any(item.startswith("Bulgaria", 16) for item in items)
    assert not any("France" in item or "Took part" in item for item in items)
    early = call("minds", payload(), {"date": "2025-03-27"})
    assert 0 < len(early) < len(items)


def test_a_month_ends_with_its_last_stop_and_begins_behind_the_one_before() -> None:
    months_of = page_functions(["rules/stops.js"], ["monthsOf"])
    days = ["2025-01-30", "2025-03-01", "2025-03-27"]
    first, last = months_of("monthsOf", [{"day": day, "date": day} for day in days])
    assert (first["month"], first["last"]["day"]) == ("2025-01", "2025-01-30")
    assert "before" not in first
    assert (last["month"], last["last"]["day"]) == ("2025-03", "2025-03-27")
    assert last["before"]["day"] == "2025-01-30"


MINDS = """
const terms = { nothing: [], help: [], combined: [] };
const days = (...steps) =>
  changesOfMind({ FIN: { steps } }, terms).map(({ day }) => day);
const minds = (before, after) => days(
  { day: "2025-01", entry: { status: "considering", strength: before } },
  { day: "2025-02", entry: { status: "declined", strength: after } },
);
"""


@pytest.mark.parametrize(
    ("before", "after", "days"),
    [
        ("weak", "sound", []),
        ("sound", "sound", ["2025-02"]),
        ("weak", "weak", ["2025-02"]),
    ],
)
def test_a_mind_is_changed_by_words_as_firm(
    before: str, after: str, days: list[str]
) -> None:
    """What others said of a country before it spoke for itself was not its mind."""
    call = page_functions(["rules/history.js"], ["minds"], MINDS)
    assert call("minds", before, after) == days


def test_a_text_of_several_dates_that_is_taken_at_its_word_has_strips() -> None:
    assert call("isStripped", {**payload(), "as_told": True})
    definition = replace(coalition().definition, status_rests_on="as_told")
    check_strips(replace(coalition(), definition=definition), Choice())
    told = payload()["statements"]
    ((one, said), *_) = told.items()
    alone = {**payload(), "statements": {one: said}}
    alone["order"] = {**alone["order"], "statements": [one]}
    assert not call("isStripped", alone)
