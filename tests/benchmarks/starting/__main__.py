"""The processor time of commands, beside importing what any such map needs.

    python -m tests.benchmarks.starting [--runs 7] [--beside CHECKOUT] [--profile]

Each command is a process of its own; they take turns, so that the machine's other work
falls on all.  Says the median of each, and its ratio to ``import geopandas, folium``.
With ``--beside`` an older checkout does the same on its own maps and tables, with this
environment's libraries: "old".  With ``--profile`` it says where the time of a cold
build goes.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import os
import pstats
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[3]
RUN = "from geo.cli import main; main()"
IMPORTS = "import geopandas, folium"
COLD = "build coalition, cold"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7, help="of each command")
    parser.add_argument("--beside", type=Path, help="an older checkout")
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = f"{name}/cache"
        # As an installed package has them: compiled once, then kept.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{name}/compiled"
        if options.profile:
            _profile(_Checkout(ROOT, Path(name) / "maps").maps)
            return
        checkouts = {"": _Checkout(ROOT, Path(name) / "maps")}
        if options.beside:
            old = options.beside.resolve()
            checkouts["old: "] = _Checkout(old, Path(name) / "old")
        _compare(checkouts, options.runs)


class _Checkout:
    """A checkout whose maps are built in a folder of their own."""

    def __init__(self, root: Path, maps: Path) -> None:
        self.root, self.maps = root, maps
        shutil.copytree(
            root / "maps", maps, ignore=shutil.ignore_patterns("*.html", "*.png")
        )

    def commands(self) -> dict[str, list[str]]:
        folders = ["--data", str(self.root / "data"), "--maps", str(self.maps)]
        return {
            COLD: ["build", "coalition", *folders],
            "build, nothing changed": ["build", "coalition", *folders],
            "check": ["check", *folders],
            "--help": ["--help"],
        }

    def cpu_s(self, name: str, arguments: list[str]) -> float:
        if name == COLD:
            (self.maps / "coalition.html").unlink(missing_ok=True)
        return _cpu_s([sys.executable, "-c", RUN, *arguments], self.root)


def _compare(checkouts: Mapping[str, _Checkout], runs: int) -> None:
    times: dict[str, list[float]] = defaultdict(list)
    for _ in range(runs + 1):
        times[IMPORTS].append(_cpu_s([sys.executable, "-c", IMPORTS], ROOT))
        for whose, checkout in checkouts.items():
            for name, arguments in checkout.commands().items():
                times[whose + name].append(checkout.cpu_s(name, arguments))
    # The first run compiles.
    medians = {name: statistics.median(all_s[1:]) for name, all_s in times.items()}
    for name, middle in medians.items():
        ratio = middle / medians[IMPORTS]
        sys.stdout.write(f"{name:28} {middle:6.3f} CPU s  {ratio:5.2f}\n")


def _cpu_s(command: list[str], folder: Path) -> float:
    """Run a command in a checkout, whose own modules come before the installed ones."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _profile(maps: Path) -> None:
    """Say what a cold build imports longest, and which functions take longest."""
    folders = ["--data", str(ROOT / "data"), "--maps", str(maps)]
    command = [sys.executable, "-X", "importtime", "-c", RUN, "build", *folders]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    (maps / "coalition.html").unlink()
    told = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=ROOT
    ).stderr
    rows = [line.removeprefix("import time:").split("|") for line in
            told.splitlines() if line.startswith("import time:")][1:]  # fmt: skip
    own: dict[str, int] = {}
    for self_us, _, module in rows:
        package = module.strip().partition(".")[0]
        own[package] = own.get(package, 0) + int(self_us)
    sys.stdout.write("imports, by package:\n")
    for package, took_us in sorted(own.items(), key=lambda item: -item[1])[:12]:
        sys.stdout.write(f"{took_us / 1000:9.0f} ms  {package}\n")
    from geo.building import build

    (maps / "coalition.html").unlink()
    profile, out = cProfile.Profile(), io.StringIO()
    profile.runcall(build, ["coalition"], data=ROOT / "data", maps=maps)
    stats = pstats.Stats(profile, stream=out).sort_stats("cumulative")
    stats.print_stats(r"[/\\]geo[/\\]", 40)
    sys.stdout.write(out.getvalue())


if __name__ == "__main__":
    main()
