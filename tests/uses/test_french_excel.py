"""As somebody in France who keeps the table in Excel, and saves it as it comes."""

from __future__ import annotations

import csv
import datetime
import io
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

import geo
from geo.cli import main

ROOT = Path(__file__).parents[2]
MAP = "paris-2025-03-11"
SAID = 'date_order = "day_first"\n'
ADDED = {
    "id": "E99", "actor": "Italie", "date": "2025-03-11", "status": "Refus",
    "source": "onemedia", "statement": "L’Italie n’enverra pas de soldats.",
    "language": "fr", "speaks_for": "media",
}  # fmt: skip


def french(text: str) -> str:
    """Write a table with commas as French Excel does: ``;``, 11/03/2025, 3 000."""
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    day = header.index("date")
    for row in rows:
        row[day] = re.sub(r"^(\d{4})-(\d\d)-(\d\d)$", r"\3/\2/\1", row[day])
        for at in (header.index("troops_min"), header.index("troops_max")):
            if row[at]:
                row[at] = f"{int(row[at]):,}".replace(",", "\N{NO-BREAK SPACE}")
        writer.writerow(row)
    return file.getvalue()


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The article's map, whose table French Excel has saved with one row more."""
    for folder in ("data", "maps"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    table = tmp_path / "data" / "article" / "pledges.csv"
    header = next(csv.reader([table.read_text(encoding="utf-8").splitlines()[0]]))
    with table.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerow(
            [ADDED.get(name, "") for name in header]
        )
    plain = table.read_text(encoding="utf-8")
    (tmp_path / "plain.csv").write_text(plain, encoding="utf-8")
    table.write_bytes(french(plain).encode("cp1252"))
    assert b"11/03/2025" in table.read_bytes()
    assert b"3\xa0000" in table.read_bytes()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def say_in_definition(folder: Path, line: str = SAID) -> None:
    path = folder / "maps" / f"{MAP}.toml"
    path.write_text(line + path.read_text(encoding="utf-8"), encoding="utf-8")


def test_the_refusal_names_every_way_out(article: Path) -> None:
    before = (article / "maps" / f"{MAP}.html").read_bytes()
    result = run("build", MAP)
    assert result.exit_code == 1
    (first, *_) = [line for line in result.stderr.splitlines() if "bad-value" in line]
    assert '"11/03/2025": day or month may come first' in first
    assert "with ; between cells it is mostly the day" in first
    for way in (SAID.strip(), "--fix --date-order day_first", "save as XLSX"):
        assert way in first
    assert (article / "maps" / f"{MAP}.html").read_bytes() == before


def test_a_line_of_the_definition_makes_the_map(article: Path) -> None:
    say_in_definition(article)
    result = run("build", MAP)
    assert result.exit_code == 0, result.stderr
    assert "Windows-1252" in result.stderr
    page = (article / "maps" / f"{MAP}.html").read_bytes()
    assert "L’Italie n’enverra pas de soldats.".encode() in page
    # Written plainly, the table makes the same page.
    shutil.copy("plain.csv", "data/article/pledges.csv")
    assert run("build", "--check", MAP).exit_code == 0


def test_fix_writes_what_the_person_agreed_to(article: Path) -> None:
    table = article / "data" / "article" / "pledges.csv"
    saved = table.read_bytes()
    shown = run("check", "--fix", "--date-order", "day_first", str(table))
    assert "+E07;GBR;country;2025-03-11;" in shown.stderr
    assert "nothing is written" in shown.stderr
    assert table.read_bytes() == saved
    agreed = run("check", "--fix", "--yes", "--date-order", "day_first", MAP)
    assert agreed.exit_code == 0, agreed.stderr
    fixed = table.read_text(encoding="utf-8")
    assert ";2025-03-11;" in fixed
    assert ";3000;3000;" in fixed
    assert "11/03/2025" not in fixed
    # Now nothing more needs to be said.
    assert run("build", MAP).exit_code == 0


def test_fix_says_which_dates_it_leaves_and_how_to_mend_them(article: Path) -> None:
    table = article / "data" / "article" / "pledges.csv"
    left = "since day or month may come first; say --date-order day_first or"
    for agreed in ((), ("--yes",)):
        said = run("check", "--fix", *agreed, str(table)).stderr
        assert ";3000;3000;" in said
        assert f'.csv: 6 dates stay as they are (as "11/03/2025"), {left}' in said
    assert "11/03/2025" in table.read_text(encoding="utf-8")
    assert left not in run("check", "--fix", "--date-order", "day_first", MAP).stderr


def test_a_file_is_checked_as_its_person_says(article: Path) -> None:
    table = "alone.csv"
    address = "https://example.org/a"
    Path(table).write_text(
        f"Pays;Date;Statut;Source\nItalie;11/03/2025;Refus;{address}\n"
    )
    assert run("check", table).exit_code == 1
    assert run("check", "--date-order", "day_first", table).exit_code == 0
    said = run("check", "--date-order", "day_first", MAP)
    assert said.exit_code == 2
    assert SAID.strip() in said.stderr


def test_an_order_that_is_wrong_is_refused_where_it_shows(article: Path) -> None:
    table = article / "data" / "article" / "pledges.csv"
    text = table.read_bytes().replace(b"11/03/2025", b"15/03/2025", 1)
    table.write_bytes(text)
    say_in_definition(article, 'date_order = { pledges = "month_first" }\n')
    result = run("check", MAP)
    assert result.exit_code == 1
    assert "the month comes first in this column, and here it cannot" in result.stderr
    say_in_definition(article, "")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('date_order = "day"', "it must be one of day_first, month_first"),
        ('date_order = { pledge = "day_first" }', 'did you mean "pledges"'),
        ("date_order = 1", "is not a text"),
    ],
)
def test_a_definition_that_says_it_wrongly(article: Path, line: str, told: str) -> None:
    say_in_definition(article, f"{line}\n")
    assert told in run("check", MAP).stderr


def test_a_line_that_was_pasted_at_the_end_is_shown_its_place(article: Path) -> None:
    path = article / "maps" / f"{MAP}.toml"
    path.write_text(path.read_text(encoding="utf-8") + SAID, encoding="utf-8")
    told = run("check", MAP).stderr
    assert "it stands at the top of the file, above the first [table]" in told


def test_a_wide_table_of_french_dates(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Pays;11/03/2025;06/03/2025\nFrance;refus;3 000\n")
    result = run("check", str(table))
    assert "11/03/2025: error[bad-value]" in result.stderr
    rows = geo.read_pledges(
        table, date_order="day_first",
        defaults={"source": "https://example.org/a", "meaning": "pledge"},
    )  # fmt: skip
    assert list(rows["date"]) == ["2025-03-11", "2025-03-06"]


def test_the_same_table_as_a_workbook_needs_nothing_said(article: Path) -> None:
    book = openpyxl.Workbook()
    text = (article / "plain.csv").read_text(encoding="utf-8")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    book.active.append(header)
    for row in rows:
        at = header.index("date")
        day = datetime.date.fromisoformat(row[at])
        book.active.append([*row[:at], day, *row[at + 1 :]])
    book.save(article / "data" / "article" / "pledges.xlsx")
    path = article / "maps" / f"{MAP}.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("article/pledges.csv", "article/pledges.xlsx"))
    assert run("build", MAP).exit_code == 0


MONTHS: Sequence[tuple[str, datetime.date, str]] = (
    ("mmm-yy", datetime.date(2025, 3, 1), "2025-03"),
    ("[$-40C]mmmm\\ yyyy;@", datetime.date(2025, 3, 1), "2025-03"),
    ('mm"/"yyyy', datetime.date(2025, 3, 1), "2025-03"),
    ("yyyy", datetime.date(2025, 1, 1), "2025"),
    ("dd/mm/yyyy", datetime.date(2025, 3, 1), "2025-03-01"),
    ("mmm-yy", datetime.date(2025, 3, 11), "2025-03-11"),
    ("yyyy", datetime.date(2025, 3, 1), "2025-03-01"),
)


def test_a_cell_that_shows_a_month_is_a_month(tmp_path: Path) -> None:
    """Typed ``2025-03``, Excel keeps 1 March 2025 and shows ``mars-25``."""
    book = openpyxl.Workbook()
    book.active.append(["country", "date", "status", "source"])
    for shown, day, _ in MONTHS:
        book.active.append(["France", day, "refus", "https://example.org/a"])
        book.active.cell(book.active.max_row, 2).number_format = shown
    book.save(tmp_path / "book.xlsx")
    said = geo.read_pledges(tmp_path / "book.xlsx")
    assert list(said["date"]) == [read for _, _, read in MONTHS]
