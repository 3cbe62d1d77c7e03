"""The page's rules give what Python's give, at every date and under filters.

Python works out what a map of the rows kept would show; Chromium runs the modules that
the page runs when the reader moves the slider.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.cells.dates import PartialDate, parse_date
from geo.definitions.load import MapInput, load_map
from geo.join.attendance import attendances
from geo.join.frames import statements_frame
from geo.join.join import join_pledges
from geo.page.free_texts import FreeTexts
from geo.page.payload import payload, to_json
from geo.page.rendering import headlines
from geo.page.script import linked_modules
from geo.page.state import map_state
from geo.vocabulary import CONFIDENCE_RANK
from geo.words import LANGUAGES, words

pytestmark = pytest.mark.browser
DATA = Path(__file__).parents[2] / "data"
MAPS = Path(__file__).parents[2] / "maps"

FILTERS: tuple[dict[str, str], ...] = (
    {},
    {"confidence": "medium"},
    {"confidence": "high"},
    {"without": "state_aligned"},
    {"without": "official,other_press"},
    {"domain": "sea"},
    {"condition": "ceasefire"},
    {"at": "2025-09-04_paris"},
    {"confidence": "medium", "without": "ungraded", "domain": "land"},
)

MODULES = (
    "words/headline.js",
    "rules/payload.js",
    "rules/snapshot.js",
    "words/wording.js",
)
SCRIPT = """(text, choices) => {
  const data = completed(JSON.parse(text));
  const record = readRecord(data);
  const shown = choices.map((choice) => takeSnapshot(record, choice));
  return shown.map(({ statements, ...snapshot }) => ({
    ...snapshot,
    headline: headlineTexts({ payload: data, record }, { statements, ...snapshot }),
  }));
}"""


@cache
def loaded_map(name: str) -> MapInput:
    loaded, _ = load_map(MAPS / f"{name}.toml", DATA, boundary_keys())
    assert loaded
    return loaded


def known_days(loaded: MapInput) -> list[str]:
    return sorted({s.date.last.isoformat() for s in loaded.statements.values()})


def day(text: str | None) -> PartialDate | None:
    parsed = parse_date(text) if text else None
    assert parsed is None or isinstance(parsed, PartialDate)
    return parsed


def keeping(loaded: MapInput, choice: dict[str, str]) -> MapInput:
    """The map's input as if its tables held only the rows that a choice keeps."""
    until, data = day(choice.get("date")), loaded.dataset
    without = choice.get("without", "").split(",")
    least = CONFIDENCE_RANK[choice.get("confidence", "low")]

    def trusted(row: Any) -> bool:
        grade = data.sources[row.source].grade
        return CONFIDENCE_RANK[row.confidence] >= least and grade not in without

    statements = {
        key: said
        for key, said in data.statements.items()
        if trusted(said)
        and choice.get("domain") in (None, *said.domains)
        and choice.get("condition") in (None, *said.conditions)
        and choice.get("at") in (None, said.meeting)
    }
    participations = {
        key: part
        for key, part in data.participations.items()
        if trusted(part)
        and choice.get("at") in (None, part.meeting)
        and (until is None or data.meetings[part.meeting].date.last <= until.last)
    }
    return replace(
        loaded,
        definition=replace(loaded.definition, until=until or loaded.definition.until),
        dataset=replace(data, statements=statements, participations=participations),
    )


def of_date(kept: MapInput, whole: MapInput) -> MapInput:
    """A map of the rows kept on the date of all its rows: filters do not change it."""
    dates = {"as_of": whole.as_of, "read_until": whole.read_until}
    dated = type("Dated", (MapInput,), dates)
    same: MapInput = dated(
        **{one.name: getattr(kept, one.name) for one in fields(kept)}
    )
    return same


def expected(loaded: MapInput, choice: dict[str, str]) -> dict[str, Any]:
    only_date = {"date": choice["date"]} if "date" in choice else {}
    whole = keeping(loaded, only_date)
    as_of = whole.as_of
    kept = of_date(keeping(loaded, choice), whole)
    present = attendances(kept.dataset.participations.values(), kept.dataset.sources)
    says_nothing = "domain" in choice or "condition" in choice
    features = join_pledges(
        statements_frame(kept.dataset, "pledges", kept.definition.until),
        read_boundaries(),
        attendances=() if says_nothing else present,
        as_told=kept.definition.status_rests_on == "as_told",
    )
    specs = [layer.spec(kept) for layer in kept.definition.layers]
    # With every statement filtered out there is no date of the data to write.
    texts = FreeTexts(kept.dataset.translations, kept.definition.languages)
    values = payload(kept, features, present, specs, texts) if kept.statements else None
    return {
        "asOf": as_of.iso,
        "headline": values and headlines({**values, "as_of": as_of.iso}),
        "marks": {s["id"]: s["marks"] for s in specs if s["kind"] == "figures"},
        "countries": values["countries"] if values else None,
        "attendance": values["attendance"] if values else None,
    }


def python_payload(loaded: MapInput) -> str:
    values = map_state(loaded, read_boundaries()).values
    spoken = {code: dict(words(code)) for code in LANGUAGES}
    return to_json({**values, "words": spoken})


def in_chromium(
    browser: Browser, loaded: MapInput, choices: Iterable[dict[str, str]]
) -> list[dict[str, Any]]:
    """Run the page's modules on a map's payload for each choice."""
    page = browser.new_page()
    try:
        return page.evaluate(
            f"([text, choices]) => {{ {linked_modules(*MODULES)}"
            f"return ({SCRIPT})(text, choices) }}",
            [python_payload(loaded), list(choices)],
        )
    finally:
        page.close()


def plain_attendance(meetings: dict[str, Any]) -> dict[str, Any]:
    """Who took part, as rows, roles and rival modes, whatever else an entry holds."""
    return {
        meeting: [
            (e["rows"], e.get("roles", ["participant"]), e.get("contested", []))
            for e in entries
        ]
        for meeting, entries in meetings.items()
    }


def assert_alike(shown: dict[str, Any], wanted: dict[str, Any], why: object) -> None:
    for key in ("asOf", "marks"):
        assert shown[key] == wanted[key], (why, key)
    if wanted["countries"] is not None:
        assert shown["headline"] == wanted["headline"], why
        assert shown["countries"] == wanted["countries"], why
        attendance = json.loads(to_json(wanted["attendance"]))
        assert plain_attendance(shown["attendance"]) == plain_attendance(attendance)


@pytest.mark.slow
def test_every_date_and_filter(browser: Browser) -> None:
    loaded = loaded_map("coalition")
    days = known_days(loaded)
    assert len(days) > 80
    choices = [{"date": date} for date in days]
    choices += [dict(f) for f in FILTERS]
    choices += [{"date": date, **f} for date in days[::18] for f in FILTERS[1:]]
    found = in_chromium(browser, loaded, choices)
    for choice, shown in zip(choices, found, strict=True):
        assert_alike(shown, expected(loaded, choice), choice)
    # A filter that changes nothing would test nothing.
    last = found[len(days) : len(days) + len(FILTERS)]
    assert len({json.dumps(shown["countries"]) for shown in last}) == len(FILTERS)


@pytest.mark.parametrize("name", ["coalition", "paris-2025-03-11"])
def test_the_opening_state_is_what_python_wrote(browser: Browser, name: str) -> None:
    loaded = loaded_map(name)
    (shown,) = in_chromium(browser, loaded, [{}])
    written = json.loads(python_payload(loaded))
    assert shown["countries"] == written["countries"]
    assert shown["headline"] == headlines(map_state(loaded, read_boundaries()).values)
    assert shown["asOf"] == written["as_of"]
    assert plain_attendance(shown["attendance"]) == plain_attendance(
        written["attendance"]
    )
    marks = {s["id"]: s["marks"] for s in written["layers"] if s["kind"] == "figures"}
    assert shown["marks"] == marks


def test_one_country_is_said_in_the_singular(browser: Browser) -> None:
    loaded = loaded_map("coalition")
    sentence = (
        "{count:pledged_troops} {agree:pledged_troops|one|many}: "
        "{countries:pledged_troops}"
    )
    definition = replace(
        loaded.definition,
        headline=dict.fromkeys(LANGUAGES, sentence),
        headline_none={},
    )
    found = in_chromium(
        browser,
        replace(loaded, definition=definition),
        [{"date": date} for date in known_days(loaded)],
    )
    said = [shown["headline"]["en"] for shown in found]
    assert "0 many: none" in said
    assert any(re.fullmatch(r"1 one: [\w ]+", text) for text in said)
    assert found[0]["headline"]["fr"].startswith("0 one: aucun")


FIGURES = (
    "{figure:EST} / {figure:EST|estimate} / {figure:EST|pledge} / {figure:ESP} / "
    "{figure:ESP|deployed_elsewhere} / {figure:GBR} / {figure:FRA|estimate} / "
    "{figure:LTU|pledge} / {figure:SWE} / {figure:UKR|requested} / {figure:PRT}"
)


def test_the_figures_of_a_sentence_at_every_date(browser: Browser) -> None:
    loaded = loaded_map("coalition")
    definition = replace(
        loaded.definition, headline=dict.fromkeys(LANGUAGES, FIGURES), headline_none={}
    )
    asking = replace(loaded, definition=definition)
    choices = [{"date": date} for date in known_days(loaded)[::8]]
    choices += [dict(f) for f in FILTERS]
    found = in_chromium(browser, asking, choices)
    for choice, shown in zip(choices, found, strict=True):
        assert shown["headline"] == expected(asking, choice)["headline"], choice
    last = found[len(choices) - len(FILTERS)]["headline"]
    assert "50 to 250" in last["en"]
    assert "(no number)" in last["en"]
    # A meaning that the sentence does not tell stands with its number.
    assert "more than 3,000 already deployed on NATO’s eastern flank" in last["en"]


def test_a_missing_figure_is_another_sentence(browser: Browser) -> None:
    loaded = loaded_map("coalition")
    definition = replace(
        loaded.definition,
        headline=dict.fromkeys(LANGUAGES, "Ukraine asks for {figure:UKR|requested}."),
        headline_none=dict.fromkeys(LANGUAGES, "Nobody has named a number."),
    )
    asking = replace(loaded, definition=definition)
    choices = [{"date": date} for date in known_days(loaded)[:6]]
    found = in_chromium(browser, asking, choices)
    said = [shown["headline"]["en"] for shown in found]
    assert said[0] == "Nobody has named a number."
    assert "Ukraine asks for at least 200,000." in said
    for choice, shown in zip(choices, found, strict=True):
        assert shown["headline"] == expected(asking, choice)["headline"]


def test_weak_colours_are_named_where_nobody_is_counted(browser: Browser) -> None:
    loaded = loaded_map("coalition")
    weak = {
        key: replace(said, speaks_for="media", statement="")
        for key, said in loaded.statements.items()
    }
    told = replace(loaded, dataset=replace(loaded.dataset, statements=weak))
    definition = replace(loaded.definition, headline_none={})
    told = replace(told, definition=definition)
    (shown,) = in_chromium(browser, told, [{}])
    assert shown["headline"] == expected(told, {})["headline"]
    said = shown["headline"]["en"]
    assert "0 countries had committed" in said
    assert " Dotted on the map, on weak sources alone: Pledged troops (" in said


def test_a_sentence_of_its_own_for_nothing_yet(browser: Browser) -> None:
    loaded = loaded_map("coalition")
    days = known_days(loaded)[:10]
    found = in_chromium(browser, loaded, [{"date": date} for date in days])
    said = [shown["headline"]["en"] for shown in found]
    assert said[0].startswith("By 18 December 2024, no country had committed")
    assert said[-1].startswith("By 17 February 2025, 1 country had committed")
    for date, shown in zip(days, found, strict=True):
        assert shown["headline"] == expected(loaded, {"date": date})["headline"]
        assert "none" not in shown["headline"]["en"]
