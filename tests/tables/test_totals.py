"""Totals and footnotes are kept out and said; what might be a statement is one."""

from pathlib import Path

import pytest

from geo.findings import Finding
from geo.tables.dataset import read_dataset

HEADER = "country,troops,status,date,source,meaning\n"
ROWS = "".join(
    f"{country},{troops},pledged_troops,2025-03-11,https://example.org/a,pledge\n"
    for country, troops in (("France", 3000), ("Spain", 200), ("Italy", ""))
)


def read(tmp_path: Path, below: str) -> tuple[list[str], list[Finding]]:
    path = tmp_path / "pledges.csv"
    path.write_text(HEADER + ROWS + below, encoding="utf-8")
    dataset, findings = read_dataset({"pledges": path})
    actors = [statement.actor for statement in dataset.statements.values()]
    return actors, list(findings)


@pytest.mark.parametrize(
    "label", ["Total", "TOTAL :", "Total général", "Total (3 countries)", "Ensemble",
              "Somme", "Grand total", "Sous-total"],
)  # fmt: skip
def test_a_total_that_agrees_is_a_note(tmp_path: Path, label: str) -> None:
    actors, findings = read(tmp_path, f"{label},3 200,,,,\n")
    assert actors == ["FRA", "ESP", "ITA"]
    assert [(f.code, f.row, f.severity) for f in findings] == [("total-row", 5, "note")]
    assert "agrees" in findings[0].message


def test_a_total_that_does_not_add_up_is_a_warning(tmp_path: Path) -> None:
    _, findings = read(tmp_path, "Total,5000,,,,\n")
    assert [(f.place[-8:], f.code, f.severity) for f in findings] == [
        ("5:troops", "total-differs", "warning")
    ]
    assert "says 5,000, the rows above add up to 3,200" in findings[0].message


def test_subtotals_may_count_their_own_part(tmp_path: Path) -> None:
    part = (
        "Total,3200,,,,\nPoland,10,pledged_troops,2025,https://example.org/a,pledge\n"
    )
    _, findings = read(tmp_path, part + "Total,10,,,,\nTotal,3210,,,,\n")
    assert [(f.code, f.rows) for f in findings] == [("total-row", (5, 7, 8))]


def test_open_figures_make_a_span(tmp_path: Path) -> None:
    more = "Poland,at least 10,pledged_troops,2025,https://example.org/a,pledge\n"
    assert read(tmp_path, more + "Total,9999,,,,\n")[1][0].code == "total-row"
    assert read(tmp_path, more + "Total,3205,,,,\n")[1][0].code == "total-differs"


def test_a_row_of_a_total_that_says_more_is_no_total(tmp_path: Path) -> None:
    row = "Total,3200,pledged_troops,2025,https://example.org/a,pledge\n"
    _, findings = read(tmp_path, row)
    assert [f.code for f in findings] == ["not-a-country"]


@pytest.mark.parametrize(
    "below",
    [
        "* without Poland,,,,,\n",
        "Source: a ministry,,,,,\n",
        "\n,,,Draft of 12 March,,\n",
        "1) As the ministry said in its statement of March.,,,,,\n2) Later.,,,,,\n",
        "The figures were said in a talk and are not final.,,,,,\n",
    ],
)
def test_footnotes_are_passed_over_and_said(tmp_path: Path, below: str) -> None:
    actors, findings = read(tmp_path, below)
    assert actors == ["FRA", "ESP", "ITA"]
    assert [(f.code, f.severity) for f in findings] == [("footnote", "note")]


@pytest.mark.parametrize("lone", ["Poland", "\nPoland", "Polnd"])
def test_a_lone_country_is_a_row_with_blanks(tmp_path: Path, lone: str) -> None:
    _, findings = read(tmp_path, f"{lone},,,,,\n")
    assert "missing-value" in [f.code for f in findings]


def test_what_stands_between_rows_is_a_row(tmp_path: Path) -> None:
    more = "Poland,10,pledged_troops,2025,https://example.org/a,pledge\n"
    _, findings = read(tmp_path, "* Europe,,,,,\n" + more)
    assert "error" in {f.severity for f in findings}
