"""Every command that writes, killed at each system call that changes a folder.

A command computes first and writes last, so it is run once, and its write alone is
begun again and killed: before the first call, before the second, until none is left.
What is there then is whole, and after the next run nothing is left over.
"""

from __future__ import annotations

import os
import shutil
import signal
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import geo.export.export
import geo.site.site
import geo.starter.start
from geo import replacing, switching, together
from geo.cli import main
from geo.output import SUFFIX, sweep

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills its children")
WRITERS = (together, geo.export.export, geo.site.site, geo.starter.start)
RENAMES = ("rename", "replace")
CALLS = (*RENAMES, "link", "mkdir", "rmdir", "unlink")
MOST = 2_000

State = dict[str, bytes]
Edit = Callable[[str, str, str], None]


def held(folder: Path) -> State:
    """Every file but what waits to be written."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not litter(path.relative_to(folder))
    }


def litter(path: Path) -> bool:
    return any(part.endswith((SUFFIX, switching.SUFFIX)) for part in path.parts)


def run(*command: str) -> None:
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output


def write_of(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> Callable[[], Any]:
    """Run a command, and return what writes again what it wrote."""
    found: list[Callable[[], Any]] = []

    def noted(real: Callable[..., Any]) -> Callable[..., Any]:
        def write(*arguments: Any, **options: Any) -> Any:
            found.append(partial(real, *arguments, **options))
            return found[-1]()

        return write

    with monkeypatch.context() as patch:
        writer = noted(together.write_together)
        for module in WRITERS:
            patch.setattr(module, "write_together", writer)
        patch.setattr(replacing, "mend", noted(replacing.mend))
        run(*command)
    (write,) = found
    return write


def killed(write: Callable[[], Any], calls: int, at: tuple[str, ...]) -> bool:
    """Write in a child that is killed before so many calls; tell whether it was."""
    child = os.fork()
    if child == 0:
        left = [calls]

        def count(real: Callable[..., Any]) -> Callable[..., Any]:
            def call(*arguments: Any, **options: Any) -> Any:
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)
                left[0] -= 1
                return real(*arguments, **options)

            return call

        for name in at:
            setattr(os, name, count(getattr(os, name)))
        switching.exchange = count(switching.exchange)
        try:
            write()
        except BaseException:
            os._exit(1)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, -signal.SIGKILL}
    return code != 0


def laid(folder: Path, state: State) -> None:
    """Have a folder hold these files and no others."""
    for entry in folder.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    for name, data in state.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


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
        ("figure", "small", "--format", "svg"),
    ],
    ids=lambda command: command[0],
)
def test_a_folder_is_seen_as_it_was_or_as_it_will_be(
    project: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """So is one in which a person keeps files of their own."""
    run(*command)
    (folder,) = (p for p in project.iterdir() if p.name not in {"data", "maps"})
    (folder / "CNAME").write_text("maps.example.org")
    edit("data/pledges.csv", "declined", "opposed")
    old = held(project)
    write = write_of(command, monkeypatch)
    new = held(project)
    seen = kill_everywhere(
        project, old, new, write, RENAMES if command == ("site",) else CALLS
    )
    assert seen["old"]
    assert seen["new"] > 3
    assert not seen["mixed"], seen


def test_where_a_person_has_folders_no_file_is_away_or_torn(
    project: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as the clone that a site is pushed from; the next run does the rest."""
    command = ("export", "small", "--to", "csv,json", "--out", "out")
    run(*command)
    (project / "out" / ".git").mkdir()
    (project / "out" / ".git" / "HEAD").write_text("ref: refs/heads/pages")
    edit("data/pledges.csv", "declined", "opposed")
    old = held(project)
    write = write_of(command, monkeypatch)
    assert kill_everywhere(project, old, held(project), write)["mixed"]


def test_each_page_is_whole(
    project: Path, edit: Edit, definition_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "maps" / "other.toml").write_text(definition_text)
    run("build")
    edit("data/pledges.csv", "declined", "opposed")
    old = held(project)
    write = write_of(("build",), monkeypatch)
    kill_everywhere(project, old, held(project), write)


def test_a_new_folder_is_whole_or_can_be_begun_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = held(project)
    write_of(("new", "begun"), monkeypatch)
    new = held(project)

    def begin() -> None:
        if held(project) != new:
            geo.starter.start.start_folder(Path("begun"))
        else:
            with pytest.raises(geo.starter.start.OutputError, match="not empty"):
                geo.starter.start.start_folder(Path("begun"))

    assert not kill_everywhere(project, old, new, begin)["mixed"]


def test_a_workbook_is_whole_or_not_there(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = held(project)
    write = write_of(("template", "--xlsx", "book.xlsx"), monkeypatch)
    assert not kill_everywhere(project, old, held(project), write)["mixed"]


def test_a_table_is_mended_or_as_it_was(
    project: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit("data/pledges.csv", "2025-02-01", "01 Feb 2025")
    old = held(project)
    write = write_of(("check", "--fix", "--yes"), monkeypatch)
    new = held(project)

    def mend() -> None:
        if held(project) != new:
            write()
        else:  # a command that finds nothing to mend
            sweep(project / "data")

    assert not kill_everywhere(project, old, new, mend)["mixed"]
