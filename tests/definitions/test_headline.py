"""A headline that is at odds with the tables is told."""

from pathlib import Path

import pytest

from geo.building import check
from geo.definitions.headline import typed_numbers
from geo.findings import Finding


def found(project: Path) -> list[Finding]:
    return list(check(data=project / "data", maps=project / "maps"))


def retold(project: Path, headline: str, more: str = "") -> None:
    path = project / "maps" / "small.toml"
    text = path.read_text("utf-8")
    old = 'headline = "{count:pledged_troops} pledged."'
    assert old in text
    path.write_text(text.replace(old, f'headline = "{headline}"{more}'), "utf-8")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3 000, 3 000, 3.000, 3’000 and 3000 men", [3000] * 5),
        ("100,000, not of 5,000 to 7,000", [100000, 5000, 7000]),
        ("in 1999, on 11 March 2025, on 2025-03-11 and 03/04/2025", []),
        ("an S-300, an A400M, the 101st, resolution 68/262", []),
        ("€800, 800 €, 200 million pounds, 300 млн, 250 %", []),
        ("{figure:ESP|pledge} of {count:declined} and 99", []),
        ("2 000 000 or 150–200.", [2000000, 150, 200]),
    ],
)
def test_numbers_that_count_troops(text: str, numbers: list[int]) -> None:
    assert [number for _, number in typed_numbers(text)] == numbers


def test_a_number_that_no_figure_holds(project: Path, edit) -> None:
    edit("maps/small.toml", "[[layers]]", '[[layers]]\nkind = "figures"\n[[layers]]')
    head = "id,actor,date,status,source,confidence,speaks_for"
    edit("data/pledges.csv", head, f"{head},troops,meaning,statement")
    edit(
        "data/pledges.csv",
        "S1,FRA,2025-01-01,pledged_troops,one,high,own_government",
        "S1,FRA,2025-01-01,pledged_troops,one,high,own_government,3 500,pledge,"
        '"3,000 or 3,500, it said in 2025"',
    )
    retold(project, "{count:pledged_troops} pledged 3,000, not 3 500.")
    assert [(f.code, f.severity, f.place, f.message) for f in found(project)] == [
        (
            "stray-number",
            "warning",
            f"{project / 'data' / 'pledges.csv'}:2:statement",
            'no figure of the map is "3,000"',
        ),
        (
            "stray-number",
            "warning",
            f"{project / 'maps' / 'small.toml'}:3:headline.en",
            'no figure of the map is "3,000"',
        ),
    ]


def test_many_such_numbers_are_one_finding(project: Path) -> None:
    head = "actor,date,status,source,statement"
    rows = (f"FRA,2025-01-01,declined,one,not {n}" for n in range(5000, 5020))
    (project / "data/pledges.csv").write_text("\n".join((head, *rows)))
    (one,) = [f for f in found(project) if f.code == "stray-number"]
    assert one.message.endswith('is: "5000"')
    assert one.times == " [20 times: rows 2, 3, 4, …]"


def test_a_figure_that_no_statement_gives(project: Path) -> None:
    retold(project, "France pledged {figure:FRA|pledge}, in all {figure:FRA}.")
    assert [(f.code, f.severity) for f in found(project)] == [
        ("bad-headline", "error")
    ] * 2
    retold_again = project / "maps" / "small.toml"
    text = retold_again.read_text("utf-8")
    none = 'headline_none = "France gives no number."\n\n[tables]'
    retold_again.write_text(text.replace("[tables]", none), "utf-8")
    assert found(project) == []


def test_a_title_is_not_measured(project: Path, edit) -> None:
    edit("maps/small.toml", "A map", "{figure:FRA} soldiers")
    (finding,) = found(project)
    assert (finding.code, finding.column) == ("bad-headline", "title.en")


def test_a_headline_that_counts_nobody_under_a_colour(project: Path, edit) -> None:
    edit("data/pledges.csv", "one,high,own_government", "one,high,media")
    (finding,) = found(project)
    assert (finding.code, finding.severity) == ("nothing-counted", "warning")
    assert "FRA is drawn so" in finding.message
    assert 'rests_on = "as_told"' in finding.advice
    edit("maps/small.toml", "[tables]", '[status]\nrests_on = "as_told"\n\n[tables]')
    assert found(project) == []
