"""A status that a definition adds is known wherever a statement may say it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from geo.definitions.load import load_map
from geo.definitions.read import read_definition
from geo.tables.records import Statement

HOSTING = """
[[statuses]]
id = "hosting"
label = { en = "Would host the force" }
answers = "troops"
rank = 45
light = "#7a5fa8"
dark = "#9a7cc0"
grey = "#959595"
sign = ["bar", "open"]
"""
KEYS = frozenset({"FRA", "ESP", "POL", "ITA"})


def say(project: Path, said: str) -> Path:
    path = project / "maps" / "small.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f'languages = ["en"]\n{text}{HOSTING}{said}', encoding="utf-8")
    return path


def statements(project: Path, path: Path) -> Mapping[str, Statement]:
    loaded, findings = load_map(path, project / "data", KEYS)
    assert loaded is not None, findings
    return {**loaded.dataset.statements, **loaded.beside}


@pytest.mark.parametrize(
    ("key", "colour", "told"),
    [
        ("dark", "#b79be0", "of pledged_troops by who has deuteranopia: they are 4.0"),
        ("light", "#0d4a80", "that of pledged_troops: they are 0.0 apart, and 10 are"),
        ("light", "#e8a055", None),  # of declined, which no row says
        ("dark", "#9a7cc0", None),
    ],
)
def test_a_colour_near_to_that_of_another_is_a_warning(
    project: Path, key: str, colour: str, told: str | None
) -> None:
    table = "Country,2025-03-11\nFrance,pledged\nSpain,hosting\n"
    (project / "data" / "pledges.csv").write_text(table, encoding="utf-8")
    path = say(project, DEFAULTS)
    text = path.read_text(encoding="utf-8")
    again = re.sub(rf'^{key} = ".*"', f'{key} = "{colour}"', text, flags=re.M)
    path.write_text(again, encoding="utf-8")
    loaded, findings = load_map(path, project / "data", KEYS)
    assert loaded is not None
    near = [one for one in findings if one.code == "near-colours"]
    assert len(near) == (told is not None)
    for one in near:
        assert told is not None
        assert told in one.message
        assert one.severity == "warning"
        place = one.place.split(":")
        assert place[-1] == f"statuses[1].{key}"
        assert colour in again.splitlines()[int(place[-2]) - 1]


DEFAULTS = '[defaults]\nsource = "https://example.org/a"\nmeaning = "pledge"\n'


@pytest.mark.parametrize("cell", ["hosting", "Would host the force"])
def test_in_a_wide_table(project: Path, cell: str) -> None:
    wide = f"Country,2025-03-11\nFrance,pledged\nSpain,{cell}\n"
    (project / "data" / "pledges.csv").write_text(wide, encoding="utf-8")
    read = statements(project, say(project, DEFAULTS))
    assert [(one.actor, one.status) for one in read.values()] == [
        ("FRA", ("pledged_troops",)), ("ESP", ("hosting",)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("hosting", ("hosting",)),
        ("Would host the force; pledged_other", ("hosting", "pledged_other")),
        ("declined; pledged_other", ("declined", "pledged_other")),
        ("No troops, but other help", ("declined", "pledged_other")),
    ],
)
def test_as_a_default(project: Path, said: str, meant: tuple[str, ...]) -> None:
    table = "country,date\nSpain,2025-03-11\n"
    (project / "data" / "pledges.csv").write_text(table, encoding="utf-8")
    path = say(project, f'{DEFAULTS}status = "{said}"\n')
    (one,) = statements(project, path).values()
    assert one.status == meant


@pytest.mark.parametrize(
    ("said", "code"),
    [("declind", "unknown-term"), ("declined; hosting", "bad-value"),
     ("in_person", "unknown-term")],
)  # fmt: skip
def test_a_wrong_default(project: Path, said: str, code: str) -> None:
    path = say(project, f'{DEFAULTS}status = "{said}"\n')
    _, findings = read_definition(path)
    assert [(f.column, f.code) for f in findings] == [("defaults.status", code)]


def test_in_a_table_beside(project: Path) -> None:
    rows = "id,country,date,status,source\nB1,ESP,2025-03-11,hosting,https://a.org/b\n"
    (project / "data" / "other.csv").write_text(rows, encoding="utf-8")
    beside = '[beside]\npledges = "other.csv"\ncountries = ["ESP"]\n'
    path = say(project, beside)
    assert statements(project, path)["B1"].status == ("hosting",)
