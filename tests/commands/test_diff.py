import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from edits import replace_in

from geo.cli import main


def diff(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["diff", *map(str, arguments)])


@pytest.fixture
def edited(project: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "later"
    for name in ("data", "maps"):
        shutil.copytree(project / name, folder / name)
    replace_in(folder / "data/pledges.csv", "declined", "opposed")
    return folder


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_exit_codes(project: Path, edited: Path, form: str) -> None:
    assert diff(project, project, "--format", form).exit_code == 0
    found = diff(project, edited, "--format", form)
    assert found.exit_code == 1
    assert "Spain" in found.stdout


def test_what_cannot_be_read_is_exit_code_2(project: Path, edited: Path) -> None:
    replace_in(edited / "data/pledges.csv", "opposed", "oposed")
    found = diff(project, edited)
    assert found.exit_code == 2
    assert "did you mean" in found.stdout
    for wrong in ("no-such", "--", "-p"):
        assert diff(project, wrong).exit_code == 2


def test_nothing_else_is_written(project: Path, edited: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in project.rglob("*")}
    diff(project, edited)
    assert {p: p.stat().st_mtime_ns for p in project.rglob("*")} == before
