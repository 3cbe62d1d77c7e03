"""Every command that writes, killed at each system call that changes a folder.

A command computes first and writes last, so it is run once, and its write alone is
begun again and killed: before the first call, before the second, until none is left.
What is there then is whole, and after the next run nothing is left over.
``python -m tests.benchmarks.killing.writers`` kills at random moments.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import geo.starter.start
from geo import replacing
from geo.output import sweep
from tests.benchmarks.killing.writers import (
    CALLS,
    RENAMES,
    State,
    held,
    killed,
    laid,
    litter,
    run,
    write_of,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="kills its children"),
]
MOST = 2_000

Edit = Callable[[str, str, str], None]


def kill_everywhere(
    project: Path,
    old: State,
    new: State,
    write: Callable[[], Any],
    at: tuple[str, ...] = CALLS,
) -> Counter[str]:
    """Kill a write before each of its calls; return how often what was seen."""
    seen = Counter[str]()
    for calls in range(MOST):
        laid(project, old)
        if not killed(write, calls, at):
            break
        found = held(project)
        for name in {*found, *old} - {f"out/{replacing.LIST}"}:
            assert found[name] in (old.get(name), new.get(name)), (name, calls)
        seen["old" if found == old else "new" if found == new else "mixed"] += 1
        write()
        assert held(project) == new
        assert [p for p in project.rglob("*") if litter(p)] == []
    assert calls
    return seen


@pytest.fixture(autouse=True)
def inside(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)


@pytest.mark.parametrize(
    "command",
    [
        ("site",),
        ("export", "small", "--to", "csv,json", "--out", "out"),
    ],
    ids=lambda command: command[0],
)
def test_a_folder_is_seen_as_it_was_or_as_it_will_be(
    project: Path, edit: Edit, command: tuple[str, ...]
) -> None:
    """So is one in which a person keeps files of their own."""
    # A site has a feed and an index in each language, all alike.
    edit("maps/small.toml", "headline =", 'languages = ["en", "fr"]\nheadline =')
    run(*command)
    (folder,) = (p for p in project.iterdir() if p.name not in {"data", "maps"})
    (folder / "CNAME").write_text("maps.example.org")
    edit("data/pledges.csv", "declined", "opposed")
    old = held(project)
    write = write_of(*command)
    new = held(project)
    seen = kill_everywhere(
        project, old, new, write, RENAMES if command == ("site",) else CALLS
    )
    assert seen["old"]
    assert seen["new"] > 3
    assert not seen["mixed"], seen


def test_where_a_person_has_folders_no_file_is_away_or_torn(
    project: Path, edit: Edit
) -> None:
    """Such as the clone that a site is pushed from; the next run does the rest."""
    command = ("export", "small", "--to", "csv,json", "--out", "out")
    run(*command)
    (project / "out" / ".git").mkdir()
    (project / "out" / ".git" / "HEAD").write_text("ref: refs/heads/pages")
    edit("data/pledges.csv", "declined", "opposed")
    old = held(project)
    write = write_of(*command)
    assert kill_everywhere(project, old, held(project), write)["mixed"]


def test_each_page_is_whole(project: Path, edit: Edit, definition_text: str) -> None:
    (project / "maps" / "other.toml").write_text(definition_text)
    run("build")
    edit("data/pledges.csv", "declined", "opposed")
    old = held(project)
    write = write_of("build")
    kill_everywhere(project, old, held(project), write)


def test_a_new_folder_is_whole_or_can_be_begun_again(project: Path) -> None:
    old = held(project)
    write_of("new", "begun")
    new = held(project)

    def begin() -> None:
        if held(project) != new:
            geo.starter.start.start_folder(Path("begun"))
        else:
            with pytest.raises(geo.starter.start.OutputError, match="not empty"):
                geo.starter.start.start_folder(Path("begun"))

    assert not kill_everywhere(project, old, new, begin)["mixed"]


def test_a_workbook_is_whole_or_not_there(project: Path) -> None:
    old = held(project)
    write = write_of("template", "--xlsx", "book.xlsx")
    assert not kill_everywhere(project, old, held(project), write)["mixed"]


def test_a_table_is_mended_or_as_it_was(project: Path, edit: Edit) -> None:
    edit("data/pledges.csv", "2025-02-01", "01 Feb 2025")
    old = held(project)
    write = write_of("check", "--fix", "--yes")
    new = held(project)

    def mend() -> None:
        if held(project) != new:
            write()
        else:  # a command that finds nothing to mend
            sweep(project / "data")

    assert not kill_everywhere(project, old, new, mend)["mixed"]
