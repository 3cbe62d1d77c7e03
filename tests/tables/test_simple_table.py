"""The simplest table a person would type: country, troops, participation."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from geo.findings import Finding
from geo.tables.dataset import Dataset, read_dataset

SAID = {"date": "2025-03-11", "source": "https://example.org/a", "meaning": "pledge"}
THREE = """country,troops,participation
France,3000,in person
Japan,,videoconference
Spain,,declined
"""


def read(
    tmp_path: Path, text: str, said: Mapping[str, str] = SAID
) -> tuple[Dataset, tuple[Finding, ...]]:
    path = tmp_path / "pledges.csv"
    path.write_text(text, encoding="utf-8")
    return read_dataset({"pledges": path}, said, "a.toml")


def test_three_rows(tmp_path: Path) -> None:
    dataset, findings = read(tmp_path, THREE)
    assert findings == ()
    rows = [
        (s.actor, s.status, s.meeting_mode, s.figure and s.figure.minimum)
        for s in dataset.statements.values()
    ]
    assert rows == [
        ("FRA", ("pledged_troops",), "in_person", 3000),
        ("JPN", ("took_part_only",), "videoconference", None),
        ("ESP", ("declined",), None, None),
    ]
    france = dataset.statements["row-2"]
    assert (france.date.iso, france.source) == ("2025-03-11", "https://example.org/a")
    assert france.figure is not None
    assert france.figure.meaning == "pledge"


def test_the_same_in_french(tmp_path: Path) -> None:
    french = (
        "Pays;Effectifs;Participation\nFrance;3 000;en présentiel\n"
        "Japon;;visioconférence\nEspagne;;refus\n"
    )
    assert read(tmp_path, french)[0].statements == read(tmp_path, THREE)[0].statements


def test_a_figure_is_read_as_people_write_it(tmp_path: Path) -> None:
    text = THREE.replace("3000", "up to 3 k").replace("Japan,,", "Japan,several,")
    dataset, findings = read(tmp_path, text.replace("Spain,,", "Spain,n/a,"))
    figures = [s.figure for s in dataset.statements.values()]
    assert [f and (f.minimum, f.maximum, f.qualifier, f.words) for f in figures] == [
        (None, 3000, "up_to", None),
        (None, None, "words_only", "several"),
        None,
    ]
    assert findings == ()


def test_what_the_table_lacks_the_definition_must_say(tmp_path: Path) -> None:
    _, findings = read(tmp_path, THREE, {})
    assert [(f.code, f.column) for f in findings] == [
        ("missing-column", "date"),
    ]
    assert all("[defaults]" in f.advice for f in findings)


def test_a_number_needs_its_meaning(tmp_path: Path) -> None:
    said = {k: v for k, v in SAID.items() if k != "meaning"}
    _, findings = read(tmp_path, THREE, said)
    assert [(f.code, f.row) for f in findings] == [("missing-value", 2)]
    assert "read as a pledge" in findings[0].message


def test_a_figure_of_something_else_is_no_pledge(tmp_path: Path) -> None:
    said = {**SAID, "meaning": "deployed_elsewhere"}
    dataset, findings = read(tmp_path, THREE, said)
    assert findings == ()
    france = dataset.statements["row-2"]
    assert france.status == ("took_part_only",)
    assert france.figure is not None
    assert france.figure.meaning == "deployed_elsewhere"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("declined", "absent", "missing-value"),
        ("declined", "maybe", "unknown-term"),
        ("3000", "1.776", "bad-value"),
    ],
)
def test_what_is_not_certain_is_a_finding(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    _, findings = read(tmp_path, THREE.replace(old, new))
    assert [f.code for f in findings] == [code]


def test_two_columns_may_not_differ(tmp_path: Path) -> None:
    text = THREE.replace("participation", "participation,status").replace(
        "declined", "declined,opposed"
    )
    text = text.replace("in person", "in person,conditional")
    text = text.replace("videoconference", "videoconference,considering")
    _, findings = read(tmp_path, text)
    assert [(f.code, f.row) for f in findings] == [("bad-value", 4)]


def test_a_fault_in_the_definition_is_told_there_and_once(tmp_path: Path) -> None:
    _, findings = read(tmp_path, THREE, {**SAID, "source": "example"})
    assert [(f.file, f.column) for f in findings] == [("a.toml", "defaults.source")]


def test_participation_needs_no_table_of_its_own(tmp_path: Path) -> None:
    meetings = "id,date,name_en,name_fr,source\nparis,2025-03-11,Paris,Paris,"
    (tmp_path / "meetings.csv").write_text(meetings + SAID["source"] + "\n")
    path = tmp_path / "pledges.csv"
    path.write_text(THREE, encoding="utf-8")
    tables = {"pledges": path, "meetings": tmp_path / "meetings.csv"}
    dataset, findings = read_dataset(tables, {**SAID, "meeting": "paris"}, "a.toml")
    assert findings == ()
    took_part = [(p.actor, p.mode) for p in dataset.participations.values()]
    assert took_part == [("FRA", "in_person"), ("JPN", "videoconference")]


def test_a_blank_is_never_filled(tmp_path: Path) -> None:
    text = "country,date,status\nFrance,,declined\nSpain,2025,declined\n"
    _, findings = read(tmp_path, text)
    assert [(f.code, f.row, f.column) for f in findings] == [
        ("missing-value", 2, "date")
    ]
