import json
from dataclasses import replace

import pytest

from geo.findings import Finding
from geo.report.programs import as_github, as_json

CELL = Finding("data/a.csv", 3, "Pays", "unknown-actor", "what", "do this")
SHEET = Finding(
    "a.xlsx", 5, "Pays", "unknown-actor", "what", severity="warning", sheet="Feuil1",
    cell="B5", at=1,
)  # fmt: skip


def test_json_has_the_same_keys_for_every_finding() -> None:
    first, second = json.loads(as_json([CELL, SHEET]))
    assert first.keys() == second.keys()
    assert second == {
        "file": "a.xlsx",
        "sheet": "Feuil1",
        "row": 5,
        "rows": [5],
        "column": "Pays",
        "cell": "B5",
        "severity": "warning",
        "code": "unknown-actor",
        "message": "what",
        "advice": "",
    }
    assert json.loads(as_json([])) == []


def test_every_row_of_a_fault_is_told() -> None:
    many = replace(CELL, again=(4, 7, 9))
    assert json.loads(as_json([many]))[0]["rows"] == [3, 4, 7, 9]
    assert as_github([many]).endswith(": what; do this [4 times: rows 3, 4, 7, …]\n")
    assert str(replace(SHEET, again=(8,))).endswith("what [2 times: B5, B8]")


def test_an_annotation_names_file_and_line() -> None:
    assert as_github([CELL]) == (
        "::error file=data/a.csv,title=unknown-actor,line=3::3:Pays: what; do this\n"
    )
    assert as_github([SHEET]) == (
        "::warning file=a.xlsx,title=unknown-actor::Feuil1!B5: what\n"
    )


def test_an_annotation_cannot_be_broken_out_of() -> None:
    hostile = Finding("a,b:c%\n", 1, None, "bad-value", "x\n::error::y%0A", "z")
    (line,) = as_github([hostile]).splitlines()
    assert line == (
        "::error file=a%2Cb%3Ac%25%0A,title=bad-value,line=1::1: x%0A::error::y%250A; z"
    )


@pytest.mark.parametrize(
    "odd", ["\u202e", "\u2066", "\u200b", "\x1b", "\x85", "\U000e0041"]
)
def test_what_turns_or_hides_letters_reaches_no_terminal(odd: str) -> None:
    """As a name of a file or of a key, and in the words about it."""
    hostile = Finding(f"a{odd}.csv", 1, f"k{odd}", "bad-value", f"x{odd}", f"z{odd}")
    for shown in (as_json([hostile]), as_github([hostile])):
        assert odd not in shown
        assert shown.replace("\n", "").isprintable()
    (told,) = json.loads(as_json([hostile]))
    assert told["file"] == f"a{odd}.csv"
    assert told["message"] == f"x{odd}"
