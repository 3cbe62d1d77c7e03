"""The committed table of statements keeps the contract of its schema."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from geo.boundaries.keys import boundary_keys
from geo.boundaries.read import read_boundaries
from geo.definitions.load import load_map
from geo.page.state import map_state
from geo.tables.records import Statement
from geo.tables.schema import PLEDGES

ROOT = Path(__file__).parents[2]
PATH = ROOT / "data" / "pledges.csv"
FIRM = ("official", "agency_or_record")

# Which bounds a qualifier needs: (least, greatest).
BOUNDS = {
    "exact": (True, True),
    "about": (True, True),
    "range": (True, True),
    "at_least": (True, False),
    "more_than": (True, False),
    "up_to": (False, True),
    "less_than": (False, True),
    "words_only": (False, False),
    "withheld": (False, False),
    "": (False, False),
}

# Words without a meaning, with the reason in the note: an order of magnitude for every
# nation.
WORDS_WITHOUT_MEANING = {"S047"}

# Figures that were once taken for pledges; what they count is fixed.
NOT_PLEDGED = {
    "S002": ("requested", "200000", ""),
    "S006": ("requested", "100000", "100000"),
    "S027": ("deployed_elsewhere", "3000", ""),
    "S039": ("deployed_elsewhere", "3000", "3000"),
    "S042": ("deployed_elsewhere", "3000", "3000"),
    "S056": ("group_total", "", "30000"),
    "S061": ("group_total", "", "30000"),
    "S062": ("group_total", "", "30000"),
    "S063": ("group_total", "", "30000"),
    "S064": ("estimate", "10000", ""),
    "S088": ("estimate", "50", "250"),
    "S090": ("estimate", "120", "140"),
    "S162": ("deployed_elsewhere", "600", "600"),
    "S199": ("estimate", "", "7500"),
    "S204": ("estimate", "6000", "6000"),
    "S210": ("estimate", "7500", "7500"),
    "S212": ("staff", "70", "70"),
}

Row = dict[str, str]


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    with PATH.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_the_file_is_plain_utf8_with_unix_lines() -> None:
    content = PATH.read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")


def test_the_header_is_the_schema(rows: list[Row]) -> None:
    assert list(rows[0]) == [column.name for column in PLEDGES.columns]


def test_ids_are_complete_and_in_order(rows: list[Row]) -> None:
    ids = [f"S{n:03}" for n in range(1, 276)]
    ids.remove("S111")  # now X22 of what is no pledge
    assert [row["id"] for row in rows] == ids


def test_every_row_is_as_wide_as_the_header() -> None:
    with PATH.open(encoding="utf-8", newline="") as file:
        assert {len(cells) for cells in csv.reader(file)} == {len(PLEDGES.columns)}


def test_cells_carry_no_stray_white_space(rows: list[Row]) -> None:
    offenders = [
        (row["id"], name)
        for row in rows
        for name, cell in row.items()
        if cell != " ".join(cell.split())
    ]
    assert offenders == []


def test_required_cells_are_filled(rows: list[Row]) -> None:
    required = [c.name for c in PLEDGES.columns if c.required]
    required += ["actor_kind", "speaks_for", "confidence", "statement"]
    offenders = [(r["id"], name) for r in rows for name in required if not r[name]]
    assert offenders == []


def test_controlled_cells_hold_terms_of_their_vocabulary(rows: list[Row]) -> None:
    offenders = []
    for column in PLEDGES.columns:
        if column.terms is None:
            continue
        for row in rows:
            cell = row[column.name]
            parts = cell.split(";") if column.kind == "terms" else [cell]
            known = all(part in column.terms for part in parts)
            if cell and not (known and len(set(parts)) == len(parts)):
                offenders.append((row["id"], column.name, cell))
    assert offenders == []


def test_a_country_has_a_three_letter_code_and_only_a_country(rows: list[Row]) -> None:
    assert {r["actor"] for r in rows if r["actor_kind"] != "country"} == {"EU", "NATO"}
    countries = {r["actor"] for r in rows if r["actor_kind"] == "country"}
    assert {c for c in countries if not re.fullmatch(r"[A-Z]{3}", c)} == set()


def test_dates_are_days_or_months(rows: list[Row]) -> None:
    for text in [row["date"] for row in rows]:
        date.fromisoformat(text if len(text) == len("2025-03-11") else f"{text}-01")


def test_an_approximate_date_says_so_in_its_note(rows: list[Row]) -> None:
    said = re.compile(r"The (day|month) is (approximate|inferred)|is approximate \(")
    approximate = {r["id"] for r in rows if r["date_certainty"] == "approximate"}
    assert approximate == {r["id"] for r in rows if said.search(r["note"])}
    assert approximate


def bounds_agree(row: Row) -> bool:
    low, high, qualifier = row["troops_min"], row["troops_max"], row["qualifier"]
    if (bool(low), bool(high)) != BOUNDS[qualifier]:
        return False
    if qualifier in ("exact", "about"):
        return low == high
    return qualifier != "range" or int(low) < int(high)


def test_the_bounds_of_a_figure_follow_its_qualifier(rows: list[Row]) -> None:
    assert [row["id"] for row in rows if not bounds_agree(row)] == []


def test_every_number_has_a_meaning_and_every_meaning_a_figure(
    rows: list[Row],
) -> None:
    numbers = {r["id"] for r in rows if r["troops_min"] or r["troops_max"]}
    words = {r["id"] for r in rows if r["figure_words"]}
    meanings = {r["id"] for r in rows if r["meaning"]}
    assert words == {r["id"] for r in rows if r["qualifier"] == "words_only"}
    assert meanings == (numbers | words) - WORDS_WITHOUT_MEANING


def test_figures_that_are_no_pledge_keep_their_meaning(rows: list[Row]) -> None:
    found = {
        r["id"]: (r["meaning"], r["troops_min"], r["troops_max"])
        for r in rows
        if r["meaning"] != "pledge" and (r["troops_min"] or r["troops_max"])
    }
    assert found == NOT_PLEDGED


def test_a_pledged_figure_stands_on_a_pledge_of_troops(rows: list[Row]) -> None:
    pledged = [r for r in rows if r["meaning"] == "pledge"]
    assert {r["status"].partition(";")[0] for r in pledged} == {"pledged_troops"}


def test_troops_elsewhere_and_only_they_name_their_place(rows: list[Row]) -> None:
    elsewhere = {r["id"] for r in rows if r["meaning"] == "deployed_elsewhere"}
    assert elsewhere == {r["id"] for r in rows if r["figure_place"]}


def test_another_condition_is_told_in_the_condition_note(rows: list[Row]) -> None:
    assert [
        row["id"]
        for row in rows
        if "other" in row["conditions"].split(";") and not row["conditions_note"]
    ] == []
    assert [r["id"] for r in rows if r["conditions_note"] and not r["conditions"]] == []


def test_a_way_of_attending_belongs_to_a_meeting(rows: list[Row]) -> None:
    assert [r["id"] for r in rows if r["meeting_mode"] and not r["meeting"]] == []


def test_statements_named_in_notes_exist_and_are_others(rows: list[Row]) -> None:
    ids = {row["id"] for row in rows}
    offenders = [
        (row["id"], named)
        for row in rows
        for named in re.findall(r"\bS\d+\b", row["note"])
        if named not in ids or named == row["id"]
    ]
    assert offenders == []


def test_texts_are_whole_sentences_that_do_not_shout(rows: list[Row]) -> None:
    shouting = re.compile(r"\b(NOT|CONTRADICT\w*|RETRACTION|WHOLE|BY OTHERS)\b")
    offenders = [
        (row["id"], name)
        for row in rows
        for name in ("statement", "conditions_note", "note")
        if (text := row[name]) and (text[-1] != "." or shouting.search(text))
    ]
    assert offenders == []


def test_no_two_statements_of_one_actor_are_the_same_sentence(rows: list[Row]) -> None:
    told = [(row["actor"], row["statement"]) for row in rows]
    assert {pair for pair in told if told.count(pair) > 1} == set()


def deciding() -> Mapping[str, Statement]:
    """The statements that give the coalition's countries their two answers."""
    loaded, _ = load_map(ROOT / "maps/coalition.toml", ROOT / "data", boundary_keys())
    assert loaded
    features = map_state(loaded, read_boundaries()).features
    bases = [*features["basis"].dropna(), *features["help_basis"].dropna()]
    named = {each for basis in bases for each in basis.split(";")}
    return {key: said for key, said in loaded.statements.items() if key in named}


def test_what_decides_rests_on_a_firm_page_or_says_that_none_was_found(
    rows: list[Row],
) -> None:
    with (ROOT / "data/sources.csv").open(encoding="utf-8", newline="") as file:
        grades = {row["id"]: row["grade"] for row in csv.DictReader(file)}
    is_firm = {r["id"]: grades[r["source"]] in FIRM for r in rows}
    assert {r["id"] for r in rows if r["better_sought"] and is_firm[r["id"]]} == set()
    found = deciding()
    assert len({said.actor for said in found.values()}) > 40
    silent = [key for key, said in found.items() if not said.better_sought]
    assert [key for key in silent if not is_firm[key]] == []
