import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from geo import __version__
from geo.boundaries.files import USED
from geo.building import build
from geo.cli import main
from geo.digest import file_digest
from geo.verify.read_page import made_from, read_page


@pytest.fixture
def page(project: Path) -> Path:
    (built,) = build(data=project / "data", maps=project / "maps")
    return built.path


def run(project: Path, command: str, *arguments: str):
    folders = ["--data", str(project / "data"), "--maps", str(project / "maps")]
    return CliRunner().invoke(main, [command, *arguments, *folders])


def test_a_page_says_what_it_was_made_from(project: Path, page: Path) -> None:
    payload = read_page(page)[1]
    assert payload["pledgemap"] == __version__
    files = made_from(payload)
    assert files["definition"] == {
        "small.toml": file_digest(project / "maps/small.toml")
    }
    assert set(files["tables"]) == {"pledges.csv", "sources.csv"}
    assert set(files["boundaries"]) == set(USED)


def test_a_page_says_them_to_its_reader_in_short(project: Path, page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    digest = made_from(read_page(page)[1])["tables"]["pledges.csv"]
    assert f"<li>pledges.csv <code>{digest[:12]}</code></li>" in text


def test_a_page_is_the_same_wherever_it_is(project: Path, page: Path) -> None:
    moved = project / "elsewhere.html"
    shutil.copy(page, moved)
    result = run(project, "build", "--check", str(moved))
    assert result.exit_code == 0, result.output
    assert "elsewhere.html  as its inputs give it" in result.stdout


def test_what_changed_is_told_with_the_file_first(project: Path, page, edit) -> None:
    edit("data/pledges.csv", "S2,ESP,2025-02-01,declined", "S2,ESP,2025-02-05,opposed")
    result = run(project, "build", "--check", str(page))
    assert result.exit_code == 1
    lines = [line.removeprefix(f"{page.as_posix()}: ") for line in
             result.stderr.splitlines()]  # fmt: skip
    assert lines[0].startswith('tables: "pledges.csv" has changed (')
    assert lines[1:4] == [
        'as of "2025-02-03", now 2025-02-05',
        "countries shown otherwise: 1 changed (ESP)",
        "statements: 1 changed (S2)",
    ]
    assert "its bytes differ from byte" in lines[-2]


def test_a_library_of_another_version_is_named_before_the_bytes(
    project: Path, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.write_bytes(page.read_bytes().replace(b">Spain<", b">Spanish State<"))
    newer = tmp_path / "newer" / "babel-3.0.0.dist-info"
    newer.mkdir(parents=True)
    (newer / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: babel\nVersion: 3.0\n"
    )
    monkeypatch.syspath_prepend(str(newer.parent))
    lines = run(project, "build", "--check").stderr.splitlines()
    assert "a library may differ: here is babel 3.0 (tried with 2.18.0)" in lines[0]
    assert "its bytes differ" in lines[1]


def test_rows_that_came_and_went_are_named(project: Path, page, edit) -> None:
    edit("data/pledges.csv", "S1,FRA", "S9,DEU")
    result = run(project, "build", "--check")
    assert result.exit_code == 1
    assert "statements: 1 new (S9), 1 gone (S1)" in result.stderr
    assert "1 new (DEU), 1 gone (FRA)" in result.stderr


def test_other_help_that_came_is_told(project: Path, page, edit) -> None:
    rest = "one,high,own_government\n"
    whole = f"S1,FRA,2025-01-01,pledged_troops,{rest}"
    more = f"S9,FRA,2025-01-02,pledged_other,{rest}"
    edit("data/pledges.csv", whole, whole + more)
    result = run(project, "build", "--check")
    assert "countries shown otherwise: 1 changed (FRA)" in result.stderr


def test_a_page_edited_by_hand_differs_though_its_files_do_not(
    project: Path, page: Path
) -> None:
    whole = page.read_bytes()
    at = whole.index(b"<h1")
    page.write_bytes(whole.replace(b"<h1", b"<h2", 1))
    result = run(project, "build", "--check")
    assert result.exit_code == 1
    assert f"its bytes differ from byte {at + 2} on" in result.stderr
    assert "has changed" not in result.stderr


def test_the_check_writes_nothing(project: Path, page, edit) -> None:
    before = page.read_bytes()
    edit("data/pledges.csv", "declined", "opposed")
    run(project, "build", "--check")
    assert page.read_bytes() == before
    page.unlink()
    result = run(project, "build", "--check")
    assert result.exit_code == 1
    assert "there is no such file" in result.stderr
    assert not page.exists()


def test_a_current_page_passes_the_check(project: Path, page: Path) -> None:
    result = run(project, "build", "--check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.strip().endswith("small.html  as its inputs give it")


def test_another_version_is_told(project: Path, page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    page.write_text(
        text.replace(f'"pledgemap":"{__version__}"', '"pledgemap":"0.0.1"'),
        encoding="utf-8",
    )
    result = run(project, "build", "--check", str(page))
    assert f"built by Pledgemap 0.0.1, this is {__version__}" in result.stderr


def test_tables_with_errors_give_no_page_to_compare(project: Path, page, edit) -> None:
    edit("data/pledges.csv", "declined", "decline")
    result = run(project, "build", "--check", str(page))
    assert result.exit_code == 1
    assert "1 error; nothing is built" in result.stderr


@pytest.mark.parametrize("slug", ["../small", "other", "", "a" * 500, "\\u001b[31m"])
def test_a_page_of_no_map_at_hand_is_refused(project: Path, page, slug: str) -> None:
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace('"map":"small"', f'"map":"{slug}"'), encoding="utf-8")
    result = run(project, "build", "--check", str(page))
    assert result.exit_code == 1
    assert "has no definition of it" in result.stderr
    assert "\x1b" not in result.stderr


def test_a_text_told_anew_is_told_of_its_row_alone(project: Path, edit) -> None:
    """Texts are said by their places, which shift with each other one."""
    notes = {"S1": "First.", "S2": "Second."}
    edit("data/pledges.csv", "speaks_for\n", "speaks_for,note\n")
    text = (project / "data/pledges.csv").read_text("utf-8")
    for row in text.splitlines()[1:]:
        edit("data/pledges.csv", row, f"{row},{notes.get(row[:2], '')}")
    edit("maps/small.toml", "[tables]", '[tables]\ntranslations = "other.csv"')
    other = project / "data" / "other.csv"
    other.write_text("text,text_fr\nSecond.,Seconde.\n", encoding="utf-8")
    build(data=project / "data", maps=project / "maps")
    page = shutil.copy(project / "maps" / "small.html", project / "old.html")
    other.write_text(
        "text,text_fr\nFirst.,Premier.\nSecond.,Seconde.\n", encoding="utf-8"
    )
    result = run(project, "build", "--check", str(page))
    assert "statements: 1 changed (S1)" in result.stderr
