"""Commands that write, killed in the midst: what is there then, and after the next run.

    python -m tests.benchmarks.killing.writers [--times 300] [--seed 1]

kills each so often at random moments: whole, and its write alone, which takes a
thousandth of the time.  Prints how often which state was seen; the first that is none,
or litter that outlives the next run, ends it with an error, and Ctrl-C sooner.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from click.testing import CliRunner

import geo.export.export
import geo.site.site
import geo.starter.start
from geo import atomic_write, replacing, switching
from geo.cli import main as pledgemap
from geo.output import SUFFIX
from tests.benchmarks.killing.kills import begun
from tests.conftest import DEFINITION, PLEDGES, SOURCES

WRITERS = (atomic_write, geo.export.export, geo.site.site, geo.starter.start)
RENAMES = ("rename", "replace")
CALLS = (*RENAMES, "link", "mkdir", "rmdir", "unlink")

State = dict[str, bytes]


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
    result = CliRunner().invoke(pledgemap, command)
    assert result.exit_code == 0, result.output


def write_of(*command: str) -> Callable[[], Any]:
    """Run a command, and return what writes again what it wrote."""
    found: list[Callable[[], Any]] = []

    def noted(real: Callable[..., Any]) -> Callable[..., Any]:
        def write(*arguments: Any, **options: Any) -> Any:
            found.append(partial(real, *arguments, **options))
            return found[-1]()

        return write

    writer = noted(atomic_write.write_atomically)
    with contextlib.ExitStack() as stack:
        for module in WRITERS:
            stack.enter_context(patch.object(module, "write_atomically", writer))
        mend = noted(replacing.mend)
        stack.enter_context(patch.object(replacing, "mend", mend))
        run(*command)
    (write,) = found
    return write


def killed(write: Callable[[], Any], calls: int, at: tuple[str, ...]) -> bool:
    """Write in a child that is killed before so many calls; tell whether it was."""
    child = begun()
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


COMMANDS = {
    "site": ("site",),
    "export": ("export", "small", "--to", "csv,json", "--out", "out"),
    "figure": ("figure", "small", "--format", "svg"),
    "build": ("build",),
    "new": ("new", "begun"),
    "template": ("template", "--xlsx", "book.xlsx"),
    "check --fix": ("check", "--fix", "--yes"),
}


WHOLE = 0.03
"""The share of whole commands: they compute for a second, then write."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=300, help="of each command")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    home = Path.cwd()
    seen: dict[str, Counter[str]] = {name: Counter() for name in COMMANDS}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        project = Path(folder) / "project"
        project.mkdir()
        os.chdir(project)
        fields = {name: _field(project, name) for name in COMMANDS}
        with contextlib.suppress(KeyboardInterrupt):
            for _ in range(options.times):
                for name, field in fields.items():
                    seen[name][_kill(project, name, field, chance)] += 1
        os.chdir(home)
    for name, counts in seen.items():
        told = ", ".join(f"{count} {state}" for state, count in sorted(counts.items()))
        sys.stdout.write(f"{name}: {told}\n")
    sys.stdout.write("no litter after the next run\n")


@dataclass(frozen=True)
class Field:
    """A command in a folder: old and new state, all of it, and its write alone.

    ``took_s`` is how long each of the two takes in a child that nobody kills.
    """

    old: State
    new: State
    whole: Callable[[], Any]
    write: Callable[[], Any]
    took_s: tuple[float, float]


def _field(project: Path, name: str) -> Field:
    command = COMMANDS[name]
    pledges = PLEDGES.replace("2025-02-01", "01 Feb 2025") if "fix" in name else PLEDGES
    tables = {"data/pledges.csv": pledges, "data/sources.csv": SOURCES}
    start = {**tables, "maps/small.toml": DEFINITION}
    laid(project, {path: text.encode() for path, text in start.items()})
    if name in {"site", "export", "figure", "build"}:
        run(*command)
        edited = pledges.replace("declined", "opposed")
        (project / "data" / "pledges.csv").write_text(edited, encoding="utf-8")
    old = held(project)
    write = write_of(*command)
    if name == "new":  # which makes the folder, too
        write = partial(geo.starter.start.start_folder, Path(command[1]))
    new, whole = held(project), partial(CliRunner().invoke, pledgemap, command)
    took_s = []
    for action in (whole, write):
        laid(project, old)
        began = time.perf_counter()
        os.waitpid(_begun(action), 0)
        took_s.append(time.perf_counter() - began)
    return Field(old, new, whole, write, (took_s[0], took_s[1]))


def _begun(action: Callable[[], Any]) -> int:
    child = begun()
    if child == 0:
        with contextlib.suppress(BaseException):
            action()
        os._exit(0)
    return child


def _kill(project: Path, name: str, field: Field, chance: random.Random) -> str:
    """Kill at a random moment, and return what is seen then."""
    old, new, is_whole = field.old, field.new, chance.random() < WHOLE
    laid(project, old)
    child = _begun(field.whole if is_whole else field.write)
    time.sleep(chance.uniform(0, 1.2 * field.took_s[not is_whole]))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    found = held(project)
    for path in {*old, *found}:
        if found[path] not in (old.get(path), new.get(path)):
            raise AssertionError(f"{path} is torn")
    # Some writes are refused where they are done already; their commands say so.
    is_once = new.keys() != old.keys() or name == "check --fix"
    again = field.whole if is_once and found == new else field.write
    os.waitpid(_begun(again), 0)
    left = [path for path in project.rglob("*") if litter(path.relative_to(project))]
    now = held(project)
    others = sorted(path for path in {*now, *new} if now.get(path) != new.get(path))
    if others or left:
        raise AssertionError(f"{name} is not mended: {others}, {left}")
    return "old" if found == old else "new" if found == new else "mixed"


if __name__ == "__main__":
    main()
