"""Two states of the same tables: as folders, and as commits of a repository."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from edits import git

from geo.diff.compare import compare
from geo.diff.model import Difference
from geo.diff.sides import open_side

DATA, MAPS = Path("data"), Path("maps")


@pytest.fixture
def later(project: Path, tmp_path: Path) -> Path:
    """A copy of ``project``, to be edited."""
    folder = tmp_path / "later"
    for name in ("data", "maps"):
        shutil.copytree(project / name, folder / name)
    return folder


@pytest.fixture
def compared(tmp_path: Path) -> Callable[[object, object], Difference]:
    """Compare what two names name."""
    return lambda old, new: compare_names(old, new, tmp_path)


def compare_names(old: object, new: object, tmp_path: Path) -> Difference:
    sides = []
    for name in (old, new):
        scratch = tmp_path / f"scratch-{len(list(tmp_path.glob('scratch-*')))}"
        scratch.mkdir()
        sides.append(open_side(str(name), DATA, MAPS, scratch))
    return compare(*sides)


@pytest.fixture
def repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``project`` as a repository with one commit, and the working folder in it."""
    git(project, "init", "--quiet")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "one")
    monkeypatch.chdir(project)
    return project
