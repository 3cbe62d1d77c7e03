"""A position is dated by the day from which it has held, everywhere it is told."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from edits import replace_in
from engines.page import poll
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


GOVERNMENTS = """id,actor,date,head,source
G1,FRA,2026-03-01,A head,two
G2,POL,2025-06-01,Another,one
G3,ESP,2025-02-15,The one before,one
"""


def with_governments(folder: Path, read_until: str = "2026-07") -> None:
    (folder / "data" / "governments.csv").write_text(GOVERNMENTS, encoding="utf-8")
    definition = folder / "maps" / "small.toml"
    replace_in(definition, "[tables]", '[tables]\ngovernments = "governments.csv"')
    end = f'read_until = "{read_until}"'
    replace_in(definition, 'title = "A map"', f'{end}\ntitle = "A map"')


ENDS = "Record ends 6 January 2026. Pages read until July 2026 hold no newer"


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_who_governs_no_more_and_where_the_record_ends(reader, folder: Path) -> None:
    with_governments(folder)
    assert pledgemap(folder, "build").code == 0
    path = folder / "maps" / "small.html"
    html = path.read_text(encoding="utf-8")
    top, below = html.index("<h1"), html.index('<div id="languages"')
    first_lines = re.sub(r"<[^>]*>", "", html[top:below])
    assert ENDS in first_lines  # without any script
    gone = "Said by a government that has been replaced since ({})"
    page = reader.open(path, fragment="#country=POL")
    assert ENDS in page.text(".as-of")
    panel = page.text("#details")
    assert gone.format("1 June 2025") in panel
    assert "A statement, A ministry (official text)" in panel
    rests_on = "tr[data-row={}] td:nth-of-type(4)"
    assert gone.format("1 June 2025") in page.text(rests_on.format("POL"))
    assert gone.format("1 March 2026") in page.text(rests_on.format("FRA"))
    # Spain's government spoke after it had come.
    assert "replaced" not in page.text(rests_on.format("ESP"))
    # At an earlier date nobody knew of it, and the record goes on.
    page = reader.open(path, fragment="#country=POL&date=2025-03-01")
    assert page.text(".as-of") == "As of 1 March 2025"
    assert "replaced" not in page.text("#details")
    assert "replaced" not in page.text(rests_on.format("POL"))
    # The last stop is the whole record, as the page opens: France's came to its end.
    page = reader.open(path, fragment="#date=2026-01-06&lang=fr")
    assert page.text(".as-of") == "Situation au 6 janvier 2026"
    for country in ("POL", "FRA"):
        assert "gouvernement remplacé depuis" in page.text(rests_on.format(country))
    page = reader.open(path, fragment="#lang=fr")
    assert plain(page.text(".as-of")) == (
        "Le recensement s’arrête au 6 janvier 2026. Les pages lues jusqu’en juillet"
        " 2026 ne contiennent aucune déclaration nationale plus récente."
    )


def test_what_is_wrong_of_governments_and_of_the_end_is_said(folder: Path) -> None:
    with_governments(folder, "2025-12")
    said = pledgemap(folder, "check")
    assert said.code == 1
    assert "small.toml:2:read_until: error[date-order]" in said.err
    (told,) = [line for line in said.err.splitlines() if ":read_until:" in line]
    cell = re.search(r"until 2025-12, and (\S*pledges.csv:\d+:date) is of", told)
    assert cell, told
    assert f"is of 2026-01-06; mend the date in {cell[1]} if it is wrong, or" in told
    row = (folder / "data/pledges.csv").read_text(encoding="utf-8").splitlines()
    assert "2026-01-06" in row[int(cell[1].split(":")[-2]) - 1]
    table = folder / "data" / "governments.csv"
    replace_in(table, "2025-06-01,Another,one", ",,none")
    said = pledgemap(folder, "check")
    assert said.code == 1
    assert "governments.csv:3:date: error[missing-value]" in said.err
    assert "governments.csv:3:head: error[missing-value]" in said.err
    assert "governments.csv:3:source: error[unknown-id]" in said.err


@pytest.fixture
def aged(folder: Path) -> Path:
    """The map ends a year and a day after Poland spoke."""
    with (folder / "data" / "pledges.csv").open("a", encoding="utf-8") as table:
        table.write("S10,ITA,2026-02-03,,considering,two,high\n")
    assert pledgemap(folder, "build").code == 0
    return folder


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_an_old_position_is_said_to_be_old(reader, aged: Path) -> None:
    folder = aged
    page = reader.open(
        folder / "maps" / "small.html", fragment="#country=POL&date=2026-01-06"
    )
    assert page.text("#details .lead").endswith("since 2 February 2025")
    page = reader.open(folder / "maps" / "small.html", fragment="#country=POL")
    old = "since 2 February 2025, not repeated for over a year"
    assert page.text("#details .lead").endswith(old)
    assert page.text("tr[data-row=POL] td:nth-of-type(2)") == f"S{old[1:]}"
    # Spain's other help was repeated, its answer on troops less than a year ago.
    assert "over a year" not in page.text("tr[data-row=ESP] td:nth-of-type(2)")


EDGE = "Dotted edge: not repeated for over a year"
# Of the pixels about a country's outline, how many are of the paper's colour.
BOX = """(key) => {
  const { x, y, width, height } =
    document.querySelector(`#map_pledgemap .country[data-key=${key}]`)
      .getBoundingClientRect();
  return [x, y, x + width, y + height].map(Math.round);
}"""
PAPER = {False: (255, 254, 251), True: (20, 23, 26)}


def paper_seen(page, key: str, dark: bool) -> int:
    page.middle(f"#map_pledgemap .country[data-key={key}]")
    page.wait_still()
    seen = page.pixels().crop(page.run(BOX, key)).tobytes()
    pixels = zip(seen[::3], seen[1::3], seen[2::3], strict=True)
    wanted = PAPER[dark]
    return sum(
        all(abs(a - b) < 8 for a, b in zip(pixel, wanted, strict=True))
        for pixel in pixels
    )


def test_an_old_position_looks_older(reader, aged: Path) -> None:
    path, dark = aged / "maps" / "small.html", True
    page = reader.open(path, fragment="#date=2026-01-06", dark=dark)
    assert EDGE not in page.text("#panel")
    before = paper_seen(page, "POL", dark)
    colour = "() => document.querySelector('.country[data-key=POL]').dataset.status"
    assert page.run(colour) == "declined_with_help"
    page.run("() => { location.hash = '#date=2026-02-03'; }")
    page.wait("() => !!document.querySelector('#map_pledgemap .edge-dots')")
    assert EDGE in page.text("#panel")
    assert page.run(colour) == "declined_with_help"
    poll(lambda: paper_seen(page, "POL", dark) > before + 100, "a dotted edge")


def test_the_still_picture_and_the_sheet_show_it_too(aged: Path) -> None:
    html = (aged / "maps" / "small.html").read_text(encoding="utf-8")
    assert 'class="edge-dots"' in html
    assert "Not repeated for over a year: Poland." in html
    assert EDGE in html
    assert pledgemap(aged, "figure", "small", "--format", "svg", "--out", "s").code == 0
    (sheet,) = (aged / "s").glob("*.svg")
    drawn = sheet.read_text(encoding="utf-8")
    # On the map and in the legend; a sheet has its looks at the marks themselves.
    assert drawn.count('stroke-dasharray="0.1 3.9"') == 2
    assert "Dotted edge: not repeated for over a" in drawn
