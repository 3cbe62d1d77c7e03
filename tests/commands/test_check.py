import json
from pathlib import Path

import pytest
from books import write_xlsx
from click.testing import CliRunner, Result

from geo.cli import main


def check(project: Path, *arguments: str) -> Result:
    folders = ["--data", str(project / "data"), "--maps", str(project / "maps")]
    return CliRunner().invoke(main, ["check", *folders, *arguments])


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_errors_are_exit_code_1_in_every_format(project: Path, edit, form: str) -> None:
    edit("data/pledges.csv", "declined", "decline")
    result = check(project, "--format", form)
    assert result.exit_code == 1
    assert "decline" in result.output


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_no_errors_are_exit_code_0(project: Path, form: str) -> None:
    assert check(project, "--format", form).exit_code == 0


def test_json_is_all_that_is_printed(project: Path, edit) -> None:
    edit("data/pledges.csv", "declined", "decline")
    (finding,) = json.loads(check(project, "--format", "json").stdout)
    assert (finding["row"], finding["column"]) == (3, "status")


def test_warnings_and_notes_are_shown_and_do_not_fail(project: Path, edit) -> None:
    edit("data/pledges.csv", "id,actor", "A title\n\nid,actor")
    result = check(project)
    assert result.exit_code == 0
    assert "pledges.csv:1: note[above-header]" in result.stderr
    assert result.stderr.endswith("1 note\n")


def test_a_cell_of_a_workbook_has_its_address(project: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Promesses"
    sheet.append(["Pays", "Date", "Statut", "Source"])
    sheet.append(["Spian", "2025", "declined", "one"])
    book.save(project / "data" / "pledges.xlsx")
    definition = project / "maps" / "small.toml"
    text = definition.read_text().replace("pledges.csv", "pledges.xlsx")
    definition.write_text(text)
    result = check(project)
    assert "pledges.xlsx:Promesses!A2: error[unknown-actor]" in result.stderr
    assert "  2 | Spian | 2025 | declined | one\n    | ^^^^^\n" in result.stderr


def test_fix_shows_a_diff_and_writes_nothing_by_itself(project: Path, edit) -> None:
    edit("data/pledges.csv", "2025-02-01", "01 Feb 2025")
    before = (project / "data" / "pledges.csv").read_bytes()
    result = check(project, "--fix")
    assert "-S2,ESP,01 Feb 2025,declined" in result.stderr
    assert "+S2,ESP,2025-02-01,declined" in result.stderr
    assert "nothing is written" in result.stderr
    assert (project / "data" / "pledges.csv").read_bytes() == before


def test_fix_writes_what_is_agreed_to(project: Path, edit) -> None:
    before = (project / "data" / "pledges.csv").read_bytes()
    edit("data/pledges.csv", "2025-02-01", "01 Feb 2025")
    result = check(project, "--fix", "--yes")
    assert result.exit_code == 0
    assert (project / "data" / "pledges.csv").read_bytes() == before
    assert "nothing to fix" in check(project, "--fix").stderr


def test_fix_leaves_what_is_wrong_to_people(project: Path, edit) -> None:
    edit("data/pledges.csv", "S2,ESP,2025-02-01,declined", "S2,Spian,1 Feb 2025,declin")
    result = check(project, "--fix", "--yes")
    assert result.exit_code == 1
    assert "S2,Spian,2025-02-01,declin" in (project / "data" / "pledges.csv").read_text(
        encoding="utf-8"
    )


def test_a_file_is_checked_by_itself(project: Path, edit) -> None:
    path = str(project / "data" / "pledges.csv")
    result = check(project, path)
    assert (result.exit_code, result.stdout) == (0, "no errors\n")
    assert "4 rows read" in result.stderr
    edit("data/pledges.csv", "declined", "decline")
    result = check(project, path, "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)[0]["code"] == "unknown-term"


def test_a_build_says_what_it_passed_over(project: Path, edit) -> None:
    edit("data/pledges.csv", "id,actor", "A title\n\nid,actor")
    folders = ["--data", str(project / "data"), "--maps", str(project / "maps")]
    result = CliRunner().invoke(main, ["build", "-q", *folders])
    assert result.exit_code == 0
    assert "note[above-header]" in result.stderr


def test_fix_of_a_file_mends_that_file_alone(project: Path, edit) -> None:
    edit("data/pledges.csv", "2025-02-01", "01 Feb 2025")
    other = project / "data" / "statements.csv"
    other.write_text(
        "country,date,status,source\nfr,15/03/2025,declined,https://example.org/\n",
        encoding="utf-8",
    )
    result = check(project, "--fix", "--yes", str(other))
    assert f"{other.as_posix()}  fixed" in result.stderr
    assert "FRA,2025-03-15,declined" in other.read_text(encoding="utf-8")
    assert "01 Feb 2025" in (project / "data" / "pledges.csv").read_text("utf-8")


def test_fix_leaves_a_workbook_and_says_so(project: Path) -> None:
    book = project / "data" / "book.xlsx"
    write_xlsx(book, {"pledges": [["country", "date"], ["fr", "15/03/2025"]]})
    before = book.read_bytes()
    result = check(project, "--fix", "--yes", str(book))
    assert "a workbook is not rewritten" in result.stderr
    assert "nothing to fix" in result.stderr
    assert book.read_bytes() == before


@pytest.mark.parametrize("name", ["none.csv", "folder.xlsx"])
def test_what_is_called_like_a_table_is_one(project: Path, name: str) -> None:
    (project / "folder.xlsx").mkdir()
    result = check(project, str(project / name))
    assert result.exit_code == 1
    assert f"{name}: error[" in result.stderr
    assert "map" not in result.stderr.replace(str(project), "")


def test_yes_without_fix_is_wrong_usage(project: Path) -> None:
    result = check(project, "--yes")
    assert result.exit_code == 2
    assert "say --fix as well" in result.stderr
