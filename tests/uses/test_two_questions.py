"""Who says no and offers other help is counted, drawn and told alike everywhere."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from edits import replace_in
from terminal import pledgemap

TABLE = """id,actor,date,status,source,confidence
S1,FRA,2025-01-01,pledged_troops,one,high
S2,ESP,2025-01-05,declined,one,high
S3,ESP,2025-02-01,declined; pledged_other,one,high
S4,POL,2025-02-02,declined,two,high
S5,ITA,2025-02-03,Pledged other support,two,high
S6,NOR,2025-01-04,conditional,one,high
S7,NOR,2025-02-04,pledged_other,one,high
"""
FINDING = (
    "{count:pledged_troops} pledged, {count:declined} said no, "
    "{count:declined_with_help} of them with other help."
)


@pytest.fixture
def folder(project: Path) -> Path:
    (project / "data" / "pledges.csv").write_text(TABLE, encoding="utf-8")
    replace_in(
        project / "maps" / "small.toml", "{count:pledged_troops} pledged.", FINDING
    )
    return project


def run(folder: Path, *arguments: str) -> str:
    said = pledgemap(folder, *arguments)
    assert said.code == 0, said.err
    return said.out


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_a_no_with_other_help_is_a_no(reader, folder: Path) -> None:
    run(folder, "build")
    page = reader.open(folder / "maps" / "small.html", fragment="#country=NOR")
    assert page.text(".headline") == "1 pledged, 2 said no, 1 of them with other help."
    legend = "".join(page.text("#panel").split())
    assert "Declinedtosendtroops2ofthem,offeringotherhelp1" in legend
    assert "Pledgedothersupport1" in legend
    status = "tr[data-row={}] td"
    assert page.text(status.format("ESP")) == "No troops, but other help"
    assert page.text(status.format("NOR")) == "Yes, on conditions; other help offered"
    lead = page.text("#details .lead")
    assert "Yes, on conditions since 4 January 2025; other help" in lead
    assert "other help offered since 4 February 2025" in lead
    live = "() => document.querySelector('#map_pledgemap [data-key=ESP]')"
    assert page.run(f"{live}.dataset.status") == "declined_with_help"

    # Before Spain offered anything, and before Norway did.
    page = reader.open(folder / "maps" / "small.html", fragment="#date=2025-01-05")
    assert page.text(".headline") == "1 pledged, 1 said no, 0 of them with other help."
    assert page.text(status.format("ESP")) == "Declined to send troops"
    assert page.text(status.format("NOR")) == "Yes, on conditions"


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_other_help_that_comes_is_a_change(reader, folder: Path) -> None:
    run(folder, "build")
    page = reader.open(
        folder / "maps" / "small.html",
        fragment="#date=2025-02-04&from=2025-02-03&to=2025-02-04",
    )
    offered = "Yes, on conditions, other help offered"
    assert f"Norway: {offered} (before: Yes, on conditions)" in page.text(
        ".time-changes"
    )
    compared = " ".join(page.text("#compare tbody").split())
    assert compared == f"Norway Yes, on conditions {offered}"


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_who_took_part_says_nothing_else_of_troops(reader, folder: Path) -> None:
    with (folder / "data" / "pledges.csv").open("a", encoding="utf-8") as table:
        table.write("S8,FRA,2025-01-01,took_part_only,two,high\n")
    run(folder, "build")
    page = reader.open(folder / "maps" / "small.html", fragment="#country=FRA")
    panel = page.text("#details")
    assert "Took part in meetings only" in panel
    assert "Another statement of the same day says" not in panel


def test_sheet_export_and_diff_say_it_too(folder: Path) -> None:
    run(folder, "build")
    html = (folder / "maps" / "small.html").read_text(encoding="utf-8")
    assert "No troops, but other help: Spain." in html  # the alternative text
    for country, drawn in (
        ("ESP", "declined_with_help"), ("POL", "declined"), ("ITA", "pledged_other"),
        ("NOR", "conditional"),
    ):  # fmt: skip
        look = rf'data-status="{drawn}"><path [^>]*data-country="{country}"'
        assert re.search(f'<g class="area" {look}', html), country
    run(folder, "figure", "small", "--format", "svg", "--out", "sheet")
    (sheet,) = (folder / "sheet").glob("*.svg")
    drawn = " ".join(re.sub(r"<[^>]*>", " ", sheet.read_text("utf-8")).split())
    assert "2 said no, 1 of them with other help" in drawn
    assert "of them, offering other help" in drawn
    run(folder, "export", "small", "--to", "csv", "--out", "out")
    (table,) = (folder / "out").glob("*countries.csv")
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["iso_a3"]: row for row in csv.DictReader(file)}
    assert (rows["ESP"]["status"], rows["ESP"]["help_basis"]) == (
        "declined_with_help",
        "S3",
    )
    assert (rows["NOR"]["status"], rows["NOR"]["help_on"]) == (
        "conditional",
        "2025-02-04",
    )
    other = folder / "data" / "before.csv"
    other.write_text(TABLE.replace("; pledged_other", ""), encoding="utf-8")
    said = pledgemap(folder, "diff", str(other), "data/pledges.csv")
    assert "Declined to send troops" in said.out
    assert "No troops, but other help" in said.out


def test_two_answers_to_one_question_are_an_error(folder: Path) -> None:
    replace_in(folder / "data" / "pledges.csv", "; pledged_other", "; opposed")
    said = pledgemap(folder, "build")
    assert said.code == 1
    assert "pledges.csv:4:status: error[bad-value]" in said.err
    assert "declined; pledged_other" in said.err
