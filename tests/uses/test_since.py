"""A position is dated by the day from which it has held, everywhere it is told."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from terminal import pledgemap

TABLE = """id,actor,date,date_certainty,status,source,confidence
S1,FRA,2024-12-20,,considering,one,high
S2,FRA,2025-08,,conditional,one,high
S3,FRA,2025-09-01,,pledged_troops,relay,high
S4,FRA,2026-01-06,,conditional,one,high
S5,ESP,2025-02-01,,declined,one,high
S6,ESP,2025-03-01,,declined; pledged_other,one,high
S7,ESP,2025-10,approximate,pledged_other,one,high
S8,POL,2025-02-02,,declined; pledged_other,two,high
S9,ITA,2026-01-05,,took_part_only,two,high
"""
FRANCE = "since August 2025, last said 6 January 2026; before: Considering"
SPAIN = (
    "on troops since 1 February 2025, last said 1 March 2025; "
    "other help offered since 1 March 2025, last said about October 2025"
)


@pytest.fixture
def folder(project: Path) -> Path:
    (project / "data" / "pledges.csv").write_text(TABLE, encoding="utf-8")
    said = pledgemap(project, "build")
    assert said.code == 0, said.err
    return project


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_panel_tooltip_and_table_say_since_when(reader, folder: Path) -> None:
    page = reader.open(folder / "maps" / "small.html", fragment="#country=FRA")
    assert page.text("#details .lead") == f"Yes, on conditions {FRANCE}"
    page.middle(".map-box")
    page.wait_still()
    page.move(*page.middle("#map_pledgemap [data-key=POL]"))
    page.wait("() => !!document.querySelector('#tooltip:not([hidden]) strong')")
    # Both answers were given at once.
    assert "No troops, but other help since 2 February 2025" in page.text("#tooltip")
    cell = "tr[data-row={}] td:nth-of-type(2)"
    assert page.text(cell.format("FRA")) == f"S{FRANCE[1:]}"
    assert page.text(cell.format("ESP")) == f"O{SPAIN[1:]}"
    assert page.text(cell.format("POL")) == "Since 2 February 2025"
    page.run("() => { location.hash = '#country=ESP'; }")
    page.wait("() => document.querySelector('#details h2').textContent === 'Spain'")
    assert page.text("#details .lead") == f"No troops, but other help: {SPAIN}"
    # Who takes no position holds none.
    assert page.text(cell.format("ITA")) == "5 January 2026"

    # At an earlier date, and where a filter leaves less, the rule finds it anew.
    page = reader.open(
        folder / "maps" / "small.html", fragment="#date=2025-03-01&country=FRA"
    )
    assert page.text("#details .lead") == "Considering since 20 December 2024"
    assert page.text(cell.format("FRA")) == "Since 20 December 2024"
    assert page.text(cell.format("ESP")).endswith("offered since 1 March 2025")


# A word that tells a month from its days stands in the dates of every language.
MONTHS = {
    "de": ("seit August 2025, zuletzt: 6. Januar 2026; vorher: Wird erwogen"),
    "es": ("desde agosto de 2025, última vez: 6 de enero de 2026; antes: En estudio"),
    "fr": ("depuis août 2025, dernière fois : 6 janvier 2026 ; avant : À l’étude"),
    "pl": ("od: sierpień 2025, ostatnio: 6 stycznia 2026; wcześniej: W trakcie"),
    "uk": ("з: серпень 2025 р., востаннє: 6 січня 2026 р.; раніше: Розглядається"),
}


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_every_language_says_it(reader, folder: Path) -> None:
    for language, said in MONTHS.items():
        page = reader.open(
            folder / "maps" / "small.html", fragment=f"#country=FRA&lang={language}"
        )
        assert said in plain(page.text("#details .lead"))
        assert said[1:] in plain(page.text("tr[data-row=FRA] td:nth-of-type(2)"))


def test_the_page_without_script_sheet_and_export_say_it(folder: Path) -> None:
    html = (folder / "maps" / "small.html").read_text(encoding="utf-8")
    assert f"Yes, on conditions {FRANCE}" in html  # the still picture's own text
    assert f"S{FRANCE[1:]}</span>" in html  # the table
    said = pledgemap(folder, "export", "small", "--to", "csv", "--out", "out")
    assert said.code == 0, said.err
    (table,) = (folder / "out").glob("*countries.csv")
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["iso_a3"]: row for row in csv.DictReader(file)}
    wanted = {
        "FRA": ("2026-01-06", "2025-08", "S2", "considering", "", ""),
        "ESP": ("2025-03-01", "2025-02-01", "S5", "", "2025-10", "2025-03-01"),
        "POL": ("2025-02-02", "2025-02-02", "S8", "", "2025-02-02", "2025-02-02"),
        "ITA": ("2026-01-05", "", "", "", "", ""),
    }
    names = ("decided_on", "since", "since_basis", "before", "help_on", "help_since")
    for country, values in wanted.items():
        assert tuple(rows[country][name] for name in names) == values, country
