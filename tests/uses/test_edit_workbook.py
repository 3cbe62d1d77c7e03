"""A workbook that is half filled, addresses beside sources, some countries alone."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import openpyxl
import pytest
from edits import replace_in
from terminal import pledgemap

DEFINITION = """
title = "Who has promised troops"
headline = "{count:pledged_troops} of {speakers}: {countries:pledged_troops}."

[tables]
workbook = "book.xlsx"

[[views]]
id = "europe"
projection = "europe_laea"
bounds = [-24, 34, 45, 71]
title = "Europe"

[[layers]]
kind = "status"

[[layers]]
kind = "figures"
"""
ADDRESS = "https://example.org/speech"
PLEDGE = {
    "actor": "France",
    "date": datetime.date(2025, 3, 11),
    "status": "pledged_troops",
    "troops": 3000,
    "meaning": "pledge",
    "source": ADDRESS,
}
SOURCE = {
    "id": "min",
    "title": "A statement",
    "publisher": "A ministry",
    "grade": "official",
    "url": "https://example.org/ministry",
}


def fill(book: Path, sheet: str, *rows: dict[str, object]) -> None:
    """Fill in rows under the headers of a sheet."""
    workbook = openpyxl.load_workbook(book)
    table = workbook[sheet]
    header = [cell.value for cell in table[1]]
    for row in rows:
        table.append([row.get(name) for name in header])
    workbook.save(book)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "maps").mkdir()
    made = pledgemap(tmp_path, "template", "--xlsx", "data/book.xlsx")
    assert made.code == 0, made.err
    (tmp_path / "maps" / "mine.toml").write_text(DEFINITION, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_one_sheet_filled_is_a_map(reader, folder: Path) -> None:
    fill(folder / "data" / "book.xlsx", "pledges", PLEDGE)
    built = pledgemap(folder, "build")
    assert (built.code, built.err.count("warning")) == (0, 0), built.err
    page = reader.open(folder / "maps" / "mine.html")
    assert page.text(".headline") == "1 of 1: France."
    assert "book.xlsx#pledges" in page.run("() => document.body.textContent")
    assert "book.xlsx#meetings" not in page.run("() => document.body.textContent")
    shutil.copy(folder / "data" / "book.xlsx", folder / "other.xlsx")
    assert pledgemap(folder, "diff", "data/book.xlsx", "other.xlsx").code == 0


def test_a_sheet_of_pledges_left_blank_says_so(folder: Path) -> None:
    built = pledgemap(folder, "build")
    assert built.code == 1
    assert "book.xlsx:pledges: error[no-rows]" in built.err


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_an_address_beside_a_table_of_sources(reader, folder: Path) -> None:
    book = folder / "data" / "book.xlsx"
    fill(book, "sources", SOURCE)
    by_its_address = {**PLEDGE, "actor": "Spain", "source": SOURCE["url"]}
    by_its_id = {**PLEDGE, "actor": "Italy", "source": "min"}
    fill(book, "pledges", PLEDGE, by_its_address, by_its_id)
    built = pledgemap(folder, "build")
    assert (built.code, built.err.count("warning")) == (0, 0), built.err
    page = reader.open(folder / "maps" / "mine.html")
    assert page.text(".headline") == "3 of 3: France, Italy and Spain."
    html = page.run("() => document.body.textContent")
    assert "example.org" in html  # who published it, as far as the address says
    assert html.count("A ministry") >= 2
    assert page.run("a => !!document.querySelector(`a[href='${a}']`)", ADDRESS)


def test_an_address_does_not_make_a_relay_sound(tmp_path: Path) -> None:
    """What the table of sources says of a page holds however a row names it."""
    for name in ("data", "maps"):
        (tmp_path / name).mkdir()
    (tmp_path / "data" / "sources.csv").write_text(
        "id,title,publisher,grade,aligned_state,url\n"
        "relay,Relayed,An outlet,state_aligned,RUS,https://example.org/relay\n"
    )
    (tmp_path / "data" / "pledges.csv").write_text(
        "actor,date,status,source\nFrance,2025-03-11,pledged_troops,"
        "https://example.org/relay\n"
    )
    definition = DEFINITION.replace(
        'workbook = "book.xlsx"', 'pledges = "pledges.csv"\nsources = "sources.csv"'
    )
    (tmp_path / "maps" / "mine.toml").write_text(definition)
    built = pledgemap(tmp_path, "build")
    assert built.code == 0
    assert "warning[nothing-counted]" in built.err
    assert "uncited-source" not in built.err


def test_what_is_no_address_says_what_to_write(folder: Path) -> None:
    book = folder / "data" / "book.xlsx"
    fill(book, "sources", SOURCE)
    fill(book, "pledges", {**PLEDGE, "source": "www.example.org/speech"})
    built = pledgemap(folder, "build")
    assert built.code == 1
    assert '"www.example.org/speech" is not an id of the table sources' in built.err
    assert "cite an https: address" in built.err


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_chosen_countries_alone(reader, shipped_project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "chosen"
    shutil.copytree(shipped_project, folder)
    replace_in(
        folder / "maps" / "coalition.toml",
        "[status]\n",
        '[selection]\ncountries = ["Estonie", "LVA", "Литва"]\n\n[status]\n',
    )
    built = pledgemap(folder, "build", "coalition")
    assert (built.code, built.err.count("warning")) == (0, 0), built.err
    page = reader.open(folder / "maps" / "coalition.html")
    rows = """() => [...document.querySelectorAll("tbody tr > :first-child")]
      .map(cell => cell.innerText.trim()).filter(Boolean)"""
    assert page.run(rows)[:4] == ["Estonia", "Latvia", "Lithuania"]
    assert "No data, or not chosen for this map" in page.text("#panel")

    replace_in(folder / "maps" / "coalition.toml", "Estonie", "Estonai")
    told = pledgemap(folder, "check", "coalition")
    assert told.code == 1
    assert "selection.countries: error[unknown-actor]" in told.err
    assert "did you mean Estonia (EST)" in told.err


def test_a_map_taken_away_leaves_the_other(
    shipped_project: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "one"
    shutil.copytree(shipped_project, folder)
    (folder / "maps" / "paris-2025-03-11.toml").unlink()
    built = pledgemap(folder, "build")
    assert built.code == 0, built.err
    assert built.err.count("warning[uncited-source]") == 1
    assert built.err.count("warning[") == 1
    assert (folder / "maps" / "coalition.html").is_file()
