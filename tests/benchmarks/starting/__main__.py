"""The processor time of commands, beside importing what any such map needs.

    python -m tests.benchmarks.starting [--runs 5] [--profile]

Each command is a process of its own; they take turns, so that the machine's other work
falls on all.  Says the median of each, and its ratio to ``import geopandas, folium``.
With ``--profile`` it says where the time of a cold build goes.
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
from pathlib import Path

ROOT = Path(__file__).parents[3]
RUN = "from geo.cli import main; main()"
IMPORTS = "import geopandas, folium"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="of each command")
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = f"{name}/cache"
        # As an installed package has them: compiled once, then kept.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = f"{name}/compiled"
        maps = Path(name) / "maps"
        unbuilt = shutil.ignore_patterns("*.html", "*.png")
        shutil.copytree(ROOT / "maps", maps, ignore=unbuilt)
        if options.profile:
            _profile(maps)
        else:
            _compare(maps, options.runs)


def _compare(maps: Path, runs: int) -> None:
    folders = ["--data", str(ROOT / "data"), "--maps", str(maps)]
    commands = {
        IMPORTS: ["-c", IMPORTS],
        "build coalition, cold": ["-c", RUN, "build", "coalition", *folders],
        "build, nothing changed": ["-c", RUN, "build", "coalition", *folders],
        "--help": ["-c", RUN, "--help"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, arguments in commands.items():
            if "cold" in name:
                (maps / "coalition.html").unlink(missing_ok=True)
            took = _cpu_s([sys.executable, *arguments])
            if run:  # the first one compiles
                times[name].append(took)
    base = statistics.median(times[IMPORTS])
    for name, all_s in times.items():
        middle = statistics.median(all_s)
        sys.stdout.write(f"{name:28} {middle:6.3f} CPU s  {middle / base:5.2f}\n")


def _cpu_s(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
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
