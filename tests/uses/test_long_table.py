"""A table of more rows than a page can carry whole: it says what it leaves out."""

from __future__ import annotations

import csv
import datetime
import re
from pathlib import Path

import pytest
from terminal import pledgemap

COUNTRIES = ("ESP", "FRA", "ITA", "POL")
ROWS = 2_400
FIRST = datetime.date(2024, 1, 1)


@pytest.fixture
def folder(project: Path) -> Path:
    """A map of four countries; Spain's 600 statements change it only once."""
    path = project / "data" / "pledges.csv"
    head = (
        "actor",
        "date",
        "status",
        "source",
        "confidence",
        "troops_min",
        "statement",
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow((*head, "troops_max", "meaning"))
        for number in range(ROWS):
            actor = COUNTRIES[number % len(COUNTRIES)]
            day = FIRST + datetime.timedelta(days=number // len(COUNTRIES))
            status = "declined" if actor == "ESP" and number < 400 else "conditional"
            writer.writerow((actor, day, status, "one", "high", number + 1,
                             f"Word {number}", number + 1, "pledge"))  # fmt: skip
    return project


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)
def test_a_long_table_opens_and_says_where_the_rest_is(reader, folder: Path) -> None:
    checked = pledgemap(folder, "check")
    (said_mb,) = re.findall(r"2,400 statements.*weigh about ([\d.]+) MB", checked.err)
    assert pledgemap(folder, "build").code == 0
    path = folder / "maps" / "small.html"
    assert float(said_mb) == pytest.approx(path.stat().st_size / 1e6, rel=0.25)

    page = reader.open(path, fragment="#country=ESP&date=2024-02-01")
    assert page.text("#details h3") == "32 statements, newest first"
    said = page.run(
        "() => [...document.querySelectorAll('#details article')].map((one) =>"
        " one.textContent)"
    )
    assert len(said) == 10
    # Of an early day the page knows who said what, in numbers; the words are elsewhere.
    assert "1 February 2024" in said[0]
    assert "Declined to send troops" in said[0]
    assert "125" in said[0]
    assert "The full text is in the table that this page is made from." in said[0]
    notes = page.run(
        "() => [...document.querySelectorAll('#details > .note')].map((one) =>"
        " one.textContent)"
    )
    assert notes[0].startswith("Not listed here: 22.")
    assert notes[1].startswith("568 statements are later than the date shown")

    page.run("() => { location.hash = '#country=ESP'; }")
    page.wait(
        "() => /600 statements/.test(document.querySelector('#details h3').textContent)"
    )
    last = page.text("#details article")
    assert "Word 2396" in last
    assert "The full text" not in last
    assert "since 10 April 2024" in page.text("#details .lead")
    table = "document.querySelectorAll('tr[id^=said-]').length"
    assert page.run(f"() => {table}") == 200
    assert "Shown: the newest 200 of 2,400." in page.run(
        "() => document.querySelector('[data-large=table]').textContent"
    )
    page.run("() => document.querySelector('#strips').scrollIntoView()")
    page.wait("() => document.querySelectorAll('#strips [data-strip]').length === 4")
