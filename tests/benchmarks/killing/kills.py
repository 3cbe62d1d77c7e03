"""Builds that are killed, and what must be there afterwards."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from geo.building import build
from geo.findings import PledgemapError

STATUSES = ("declined", "opposed")
MAPS = ("first", "second")
AT_ONCE = 3
KINDS = ("alone", "alone", "while it writes", "while it writes", "together",
         "together", "cold")  # fmt: skip


@dataclass
class Field:
    """A small project whose two maps have two right versions each.

    Its pages are known beforehand: any other byte in them is a torn page.
    """

    folder: Path
    definition: str
    tables: dict[str, str]
    whole: dict[str, dict[str, bytes]] = field(default_factory=dict)
    version: str = STATUSES[0]
    took_s: float = 0.0

    def prepare(self) -> None:
        """Write the project, and build both versions once."""
        for name in ("data", "maps"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        for slug in MAPS:
            text = self.definition.replace("A map", f"The {slug} map")
            (self.folder / "maps" / f"{slug}.toml").write_text(text, encoding="utf-8")
        for name, text in self.tables.items():
            (self.folder / "data" / name).write_text(text, encoding="utf-8")
        for status in reversed(STATUSES):
            self.edit(status)
            began = time.perf_counter()
            self.build()
            self.took_s = time.perf_counter() - began
            self.whole[status] = self.pages()

    @property
    def other(self) -> str:
        """The version that the table does not have."""
        return next(status for status in STATUSES if status != self.version)

    def edit(self, status: str) -> None:
        text = self.tables["pledges.csv"].replace("declined", status)
        (self.folder / "data" / "pledges.csv").write_text(text, encoding="utf-8")
        self.version = status

    def build(self) -> None:
        build(data=self.folder / "data", maps=self.folder / "maps")

    def pages(self) -> dict[str, bytes]:
        found = (self.folder / "maps").glob("*.html")
        return {path.stem: path.read_bytes() for path in found}

    def litter(self) -> list[str]:
        kept = {f"{slug}{suffix}" for slug in MAPS for suffix in (".toml", ".html")}
        names = {path.name for path in (self.folder / "maps").iterdir()}
        return sorted(names - kept)

    def check_whole(self) -> None:
        """Every page is one of its two right versions, to the byte."""
        for slug, data in self.pages().items():
            versions = [pages[slug] for pages in self.whole.values()]
            assert data in versions, f"{slug}.html is torn ({len(data)} bytes)"

    def check_mended(self) -> None:
        """The next build leaves the right pages and nothing else."""
        self.build()
        assert self.pages() == self.whole[self.version]
        assert self.litter() == []


#: A child that waits for a lock which a thread of its parent held ends after so long.
LONGEST_S = 60


def begun() -> int:
    """Fork; a child that hangs dies by the system clock, whatever it waits for."""
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(LONGEST_S)
    return child


def forked(project: Field) -> int:
    """Build in a process of its own, which has everything imported already."""
    child = begun()
    if child == 0:
        # Whatever happens, the child must not go on as its parent.
        try:
            project.build()
        except PledgemapError:
            os._exit(3)
        except BaseException:
            traceback.print_exc()
            os._exit(4)
        os._exit(0)
    return child


def cold(project: Field) -> int:
    """Build as the command does, imports and all."""
    silent = (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)
    command = [sys.executable, "-m", "geo", "build", "-q"]
    command += ["--data", str(project.folder / "data")]
    command += ["--maps", str(project.folder / "maps")]
    return os.posix_spawn(sys.executable, command, os.environ, file_actions=[silent])


def kill_some(project: Field, chance: random.Random, *, count: int, slow: bool) -> int:
    """Start builds and kill each at a moment of its own.

    Returns
    -------
    int
        How many files the killed builds left beside the pages.
    """
    start, longest_s = (cold, 12 * project.took_s) if slow else (forked, project.took_s)
    children = [start(project) for _ in range(count)]
    moments = sorted(chance.uniform(0, 1.3 * longest_s * count) for _ in children)
    began = time.perf_counter()
    for child, moment in zip(children, moments, strict=True):
        time.sleep(max(0.0, began + moment - time.perf_counter()))
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    for child in children:
        os.waitpid(child, 0)
    left = len(project.litter())
    project.check_whole()
    return left


def kill_writing(project: Field, chance: random.Random) -> int:
    """Kill a build at the moment when it writes; gives how many files it left."""
    project.edit(project.other)
    child = forked(project)
    until = time.perf_counter() + 20 * project.took_s
    while not project.litter() and time.perf_counter() < until:
        if os.waitpid(child, os.WNOHANG)[0]:
            return 0
    time.sleep(chance.uniform(0, 0.002))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    project.check_whole()
    return len(project.litter())


def refused(project: Field) -> bool:
    """Build to the end where it may not be possible; gives whether it was refused."""
    code = -signal.SIGALRM
    for _ in range(3):
        if code == -signal.SIGALRM:
            _, status = os.waitpid(forked(project), 0)
            code = os.waitstatus_to_exitcode(status)
    assert code in {0, 3}, f"a build ended with {code}"
    project.check_whole()
    return code == 3


def vanish(project: Field, chance: random.Random) -> None:
    """Take the folder of the maps away while a build writes to it, and put it back."""
    project.edit(chance.choice(STATUSES))
    maps, away = project.folder / "maps", project.folder / "away"
    child = forked(project)
    time.sleep(chance.uniform(0, 1.2 * project.took_s))
    maps.rename(away)
    os.waitpid(child, 0)
    assert not maps.exists(), "the build made the folder anew"
    away.rename(maps)
    project.check_whole()


@contextlib.contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """Mount a small disk in memory; PermissionError where that is not allowed."""
    folder.mkdir()
    size = f"size={kilobytes}k"
    command = ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)]
    if (
        shutil.which("mount") is None
        or subprocess.run(command, check=False, capture_output=True).returncode
    ):
        raise PermissionError("a disk cannot be mounted here")
    try:
        yield folder
    finally:
        subprocess.run([str(shutil.which("umount")), str(folder)], check=True)


def remount(folder: Path, how: str) -> None:
    mount = str(shutil.which("mount"))
    subprocess.run([mount, "-o", f"remount,{how}", str(folder)], check=True)


def fill(folder: Path, spare: int) -> Path:
    """Fill a disk until only ``spare`` bytes are free."""
    room = os.statvfs(folder)
    filler = folder / "filler"
    filler.write_bytes(b"\0" * max(0, room.f_bavail * room.f_bsize - spare))
    return filler


def try_all(
    project: Field, chance: random.Random, times: int, tried: Counter[str]
) -> None:
    """Kill so many builds, of every kind that needs no disk of its own."""
    while tried["killed"] < times:
        kind = chance.choice(KINDS)
        count = AT_ONCE if kind == "together" else 1
        project.edit(chance.choice(STATUSES))
        if kind == "while it writes":
            left = kill_writing(project, chance)
        else:
            left = kill_some(project, chance, count=count, slow=kind == "cold")
        tried["killed"] += count
        tried[f"  {kind}"] += count
        tried["files left in the midst of writing"] += left
        if chance.random() < 0.5:
            project.check_mended()
            tried["builds after them, each right and without litter"] += 1
    project.check_mended()


def try_full_disk(
    project: Field, chance: random.Random, times: int, tried: Counter[str]
) -> None:
    """Kill builds on a disk that has no room for another page, then build for real."""
    page = max(len(data) for data in project.pages().values())
    for _ in range(times):
        project.edit(chance.choice(STATUSES))
        filler = fill(project.folder, chance.randrange(0, page))
        kill_some(project, chance, count=1, slow=False)
        tried["killed"] += 1
        tried["  on a full disk"] += 1
        tried["builds that a full disk refused"] += refused(project)
        filler.unlink()
        project.check_mended()
