"""What a map counts, and texts of the page of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from geo.definitions.load import MapInput, load_map
from geo.findings import Finding
from geo.page.wording import Wording
from geo.words import LANGUAGES, words

KEYS = frozenset({"FRA", "ESP", "POL"})
UNIT = """
[unit]
other = "billion euros"
decimals = 1
signs = ["€", "EUR"]
"""
SAID = """
[defaults]
date = "2025"
source = "https://example.org/a"
[[layers]]
kind = "figures"
"""


def read(
    project: Path, said: str, cells: str = "France,1\n", languages: str = '["en"]'
) -> tuple[MapInput | None, tuple[Finding, ...]]:
    path = project / "maps" / "small.toml"
    text = path.read_text(encoding="utf-8").partition("[defaults]")[0]
    path.write_text(f"languages = {languages}\n{text}{said}{SAID}", encoding="utf-8")
    table = f"country,troops\n{cells}"
    (project / "data" / "pledges.csv").write_text(table, encoding="utf-8")
    return load_map(path, project / "data", KEYS)


def test_money_with_decimals_and_signs(project: Path) -> None:
    loaded, findings = read(project, UNIT, "France,€17.7\nSpain,14.84 EUR\nPoland,2\n")
    assert loaded is not None, findings
    said = loaded.statements.values()
    assert [one.figure.minimum for one in said if one.figure] == [17.7, 14.8, 2]
    assert {(one.status, one.figure.meaning) for one in said if one.figure} == {
        (("counted",), "counted")
    }
    values = loaded.definition.layers[-1].values(loaded)
    assert (values["scale"]["value"], values["sizes"]) == (17.7, [1, 10])


def test_what_stands_beside_a_number_is_told_and_its_cure_helps(project: Path) -> None:
    """A sign may follow a word, or ``d'``; what is told is of the row that is shown."""
    cells = (
        "France,\"27,6 milliards d'Écus\"\nSpain,220 millions d'Écus\n"
        "Poland,12 мільйонів євро\n"
    )
    path = project / "maps/small.toml"
    small = path.read_text(encoding="utf-8")
    _, (of_france, of_poland) = read(project, UNIT, cells)
    assert (of_france.row, of_france.again) == (2, (3,))
    assert of_france.message.startswith('"27,6 milliards d\'Écus"')
    assert of_france.advice.endswith('under [unit]: signs = ["d\'Écus"]')
    assert of_poland.advice.endswith('under [unit]: signs = ["євро"]')
    for signs in ('"écus", "євро"', '"d\'Écus", "Євро"'):
        unit = UNIT.replace('"€", "EUR"', signs)
        path.write_text(small, encoding="utf-8")
        loaded, findings = read(project, unit, cells)
        assert loaded is not None, findings
        said = loaded.statements.values()
        amounts = [one.figure.minimum for one in said if one.figure]
        assert amounts == [27_600_000_000, 220_000_000, 12_000_000]


def test_decimals_are_said_to_belong_under_unit(project: Path) -> None:
    loaded, (one,) = read(project, UNIT.replace("decimals = 1", ""), "France,27.65\n")
    assert loaded is None
    assert "people are counted" not in one.message
    assert one.advice.endswith("under [unit]: decimals = 2")


def test_a_row_without_a_number_is_not_counted(project: Path) -> None:
    cells = "France,17.7\nSpain,..\nSpain,\nSpain,-\nPoland,withheld\n"
    loaded, findings = read(project, UNIT, cells)
    assert loaded is not None, findings
    assert [one.actor for one in loaded.statements.values()] == ["FRA", "POL"]
    (told,) = (one for one in findings if one.code == "no-figure")
    assert (told.row, told.again, told.severity) == (3, (4, 5), "warning")
    path = project / "data" / "pledges.csv"
    path.write_text("country,troops,status\nFrance,,counted\n", encoding="utf-8")
    loaded, findings = load_map(project / "maps/small.toml", path.parent, KEYS)
    assert (loaded, findings[0].severity) == (None, "error")


def test_without_a_column_of_figures_nothing_is_counted(project: Path) -> None:
    loaded, findings = read(project, '[columns]\ncountry = "country"\n' + UNIT)
    assert loaded is None
    assert {"no-figure", "no-rows"} <= {one.code for one in findings}


@pytest.mark.parametrize("cell", ['"3,000"', "1.776", "$5"])
def test_with_decimals_no_mark_is_guessed(project: Path, cell: str) -> None:
    _, findings = read(project, UNIT, f"France,{cell}\nSpain,570\n")
    assert [one.code for one in findings if one.severity == "error"] == ["bad-value"]


@pytest.mark.parametrize(
    ("said", "languages", "message", "advice"),
    [
        (
            '[unit]\n[words]\n"map.labl" = "Map"',
            '["en"]',
            'no word "map.labl"',
            '"map.label"',
        ),
        (
            '[unit]\n[words]\nmap.labl = "Map"',
            '["en"]',
            'no word "map.labl"',
            '"map.label"',
        ),
        (
            '[unit]\n[words]\nas_of = "By {day}"',
            '["en"]',
            "{day} stands for",
            "take it out",
        ),
        ('[unit]\n[words]\nas_of = "By"', '["en", "fr"]', "no words in fr", 'fr = "…"'),
        ('[unit]\none = "euro"', '["en"]', "plural of the unit", "other = "),
        ('[unit]\nother = "euros"', '["en", "pl"]', "no words in pl", 'pl = "…"'),
    ],
)
def test_what_is_wrong_is_told(
    project: Path, said: str, languages: str, message: str, advice: str
) -> None:
    _, findings = read(project, said, languages=languages)
    (found,) = (one for one in findings if one.severity == "error")
    assert message in found.message
    assert advice in found.advice
    assert found.row is not None


def test_of_what_is_counted_nobody_said_or_met_anything(project: Path) -> None:
    loaded, findings = read(project, UNIT)
    assert loaded is not None, findings
    keys = (
        "layer.status", "details.speaker", "table.speaker", "time.hint", "about.data",
        "strips.title", "strips.intro", "strips.help", "strips.minds", "strips.nobody",
    )  # fmt: skip
    for language in LANGUAGES:
        wording = Wording(language, loaded, {})
        texts = [wording.say(key) for key in keys]
        assert all(
            text != words(language)[key] for key, text in zip(keys, texts, strict=True)
        )
        if language == "en":
            of_speech = r"\b(said|minds?|nobody|meetings?|statements?|government)\b"
            assert not re.findall(of_speech, " ".join(texts), re.IGNORECASE)


def test_a_heading_is_the_plural_of_its_language(project: Path) -> None:
    unit = """
[unit]
one = { en = "seat", pl = "mandat" }
few = { pl = "mandaty" }
many = { pl = "mandatów" }
other = { en = "seats", pl = "mandatu" }
"""
    loaded, findings = read(project, unit, languages='["en", "pl"]')
    assert loaded is not None, findings
    words_of = loaded.definition.own_words
    assert words_of("pl")["table.figure"] == "Mandaty"
    assert words_of("en")["table.figure"] == "Seats"


def test_a_map_without_rows_is_of_troops_unless_it_counts_something(
    project: Path,
) -> None:
    loaded, _ = read(project, UNIT)
    assert loaded is not None
    counting = replace(loaded, dataset=replace(loaded.dataset, statements={}))
    assert not counting.is_of_troops
    other = replace(counting, definition=replace(loaded.definition, unit=None))
    assert other.is_of_troops
