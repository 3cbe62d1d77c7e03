"""What editors, sync clients and a checkout on Windows leave in a folder of maps."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from edits import git

from geo.cli import main

DEFINITION = "maps/small.toml"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def small(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project ``small``, built, in the working folder."""
    table = project / "data" / "pledges.csv"
    header, *rows = table.read_text(encoding="utf-8").splitlines()
    # The statement of one row goes on in another line of its cell.
    said = [f'{row},"Said on\ntwo lines"' for row in rows]
    lines = [f"{header},statement", *said]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.chdir(project)
    assert run("build").exit_code == 0
    return project


@pytest.mark.parametrize("command", ["build", "check", "site"])
def test_a_name_that_begins_with_a_dot_is_passed_over(
    small: Path, command: str
) -> None:
    names = (".#small.toml", "._small.toml", ".small.toml.toml")
    (small / "maps" / names[0]).symlink_to("somebody@machine.4711:1741")
    for name in names[1:]:
        (small / "maps" / name).write_bytes(b"\0\x05\x16\x07")
    result = run(command)
    assert result.exit_code == 0, result.output
    assert not [name for name in names if name in result.output]
    assert run("build", "--check").exit_code == 0


COPIES = (
    "small (conflicted copy 2025-03-11).toml",
    "small (Ann's conflicted copy 2025-03-11).toml",
    "small (Copie en conflit de Ann 2025-03-11).toml",
    "small.sync-conflict-20250311-101500-ABCDEFG.toml",
    "small (1).toml",
    "small - Copie.toml",
    "small copy 2.toml",
)


def test_a_copy_that_a_program_made_is_told_and_passed_over(small: Path) -> None:
    for name in COPIES:
        shutil.copy(DEFINITION, small / "maps" / name)
    for command in ("build", "check", "build"):
        result = run(command)
        assert result.exit_code == 0, result.output
        told = [line for line in result.stderr.splitlines() if "copied-file" in line]
        assert sorted(told) == sorted(
            f"maps/{name}: warning[copied-file]: it looks like a copy that a program"
            " made, and is passed over; compare it with its original, and delete it"
            for name in COPIES
        )
    assert [path.name for path in (small / "maps").glob("*.html")] == ["small.html"]


def test_a_map_that_a_person_named_is_none_of_them(small: Path) -> None:
    for name in ("conflict", "copy", "paris-copie"):
        shutil.copy(DEFINITION, small / "maps" / f"{name}.toml")
    assert run("build").exit_code == 0
    assert len(list((small / "maps").glob("*.html"))) == 4
    shutil.copy(DEFINITION, small / "maps" / "my map.toml")
    result = run("build")
    assert result.exit_code == 1
    assert "call the file by letters, digits" in result.stderr


def test_the_mark_of_a_spreadsheet_that_is_open_is_no_table(small: Path) -> None:
    lock = small / "data" / "~$book.xlsx"
    lock.write_bytes(b"\x03Ann" + b" " * 51 + b"\x03\0A\0n\0n\0" + b" \0" * 51)
    assert run("build").exit_code == 0
    result = run("check", "data/~$book.xlsx")
    assert "close the spreadsheet" in result.stderr


def test_line_ends_of_windows_make_the_same_page(small: Path) -> None:
    for path in [*Path("data").glob("*.csv"), Path(DEFINITION)]:
        text = path.read_bytes()
        assert b"\r" not in text
        path.write_bytes(text.replace(b"\n", b"\r\n"))
    assert b"\r\ntwo lines" in Path("data/pledges.csv").read_bytes()
    assert run("build", "--check").exit_code == 0


def test_a_checkout_on_windows_is_as_its_inputs_give_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    assert run("new", str(mine)).exit_code == 0
    monkeypatch.chdir(mine)
    assert run("build").exit_code == 0
    git(mine, "init", "--quiet")
    git(mine, "add", "--all")
    git(mine, "commit", "--quiet", "--message", "A map")
    windows = ("-c", "core.autocrlf=true", "-c", "core.eol=crlf")
    git(tmp_path, *windows, "clone", "--quiet", str(mine), str(theirs))
    monkeypatch.chdir(theirs)
    assert run("build", "--check").exit_code == 0
    for path in mine.rglob("*.*"):
        if ".git" not in path.parts and path.is_file():
            assert (theirs / path.relative_to(mine)).read_bytes() == path.read_bytes()


def test_this_repository_is_the_same_on_windows(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    names = (
        "maps/coalition.toml",
        "data/pledges.csv",
        "geo/web/embed/scheme.js",
        "x.html",
    )
    attributes = git(root, "check-attr", "text", "eol", "--", *names)
    assert attributes.count("text: auto") == len(names)
    assert attributes.count("eol: lf") == len(names)
