"""Maps of long tables, beside folium's time slider on the same rows.

    python -m tests.benchmarks.sizes [--rows 1000 10000 100000] [--countries 40 200]
        [--steady] [--open]

Says of each the processor time and memory of a process that builds the page, imports
counted, and the page's weight; with ``--open`` also how long it takes Chromium until
the whole page is there, and a step of the slider until it is laid out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from .series import write_project

ROOT = Path(__file__).parents[3]
BUILD = "from geo.cli import main; main()"
STEPS = """() => {
  const input = document.querySelector(".time-track input");
  const steps = Array.from({ length: 30 }, (_, i) => {
    input.value = Math.round(input.max * (1 - i / 31));
    const start = performance.now();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.getBoundingClientRect();
    return performance.now() - start;
  });
  return steps;
}"""


@dataclass(frozen=True)
class Made:
    """What a page cost to make, and what it weighs."""

    cpu_s: float
    peak_mb: float
    page: Path

    def __str__(self) -> str:
        data = self.page.read_bytes()
        packed = len(gzip.compress(data))
        parts = (self.cpu_s, self.peak_mb, len(data) / 1000, packed / 1000)
        return " | ".join(
            f"{part:,.1f}" if part < 100 else f"{part:,.0f}" for part in parts
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--countries", type=int, nargs="+", default=[40, 200])
    parser.add_argument("--steady", action="store_true", help="rows that repeat")
    parser.add_argument("--open", action="store_true", help="also in Chromium")
    parser.add_argument("--without-folium", action="store_true")
    options = parser.parse_args()
    titles = "rows | countries | made by | CPU s | MB | kB | gzipped"
    more = " | whole page s | step ms | worst" if options.open else ""
    sys.stdout.write(f"| {titles}{more} |\n")
    for countries in options.countries:
        for rows in options.rows:
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name) / "project"
                write_project(folder, rows, countries, steady=options.steady)
                made = {"pledgemap": _pledgemap(folder)}
                if not options.without_folium:
                    made["folium"] = _folium(folder)
                for by, one in made.items():
                    opened = _opened(one.page, by) if options.open else ""
                    sys.stdout.write(
                        f"| {rows:,} | {countries} | {by} | {one}{opened} |\n"
                    )
                    sys.stdout.flush()


def _pledgemap(folder: Path) -> Made:
    page = folder / "maps" / "series.html"
    return _made([sys.executable, "-c", BUILD, "build", "-q"], folder, page)


def _folium(folder: Path) -> Made:
    script = [sys.executable, str(Path(__file__).with_name("slider.py"))]
    topology = ROOT / "data" / "boundaries" / "countries.parquet"
    page = folder / "folium.html"
    table = folder / "data" / "pledges.csv"
    return _made([*script, str(table), str(topology), str(page)], folder, page)


def _made(command: list[str], folder: Path, page: Path) -> Made:
    """Run a command in a process of its own, whose memory the kernel tells."""
    child = os.fork()
    if child == 0:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        told = [used.ru_utime + used.ru_stime, used.ru_maxrss / 1000, done.returncode]
        (folder / "used.json").write_text(json.dumps(told), encoding="utf-8")
        os._exit(0)
    os.waitpid(child, 0)
    cpu_s, peak_mb, code = json.loads((folder / "used.json").read_text("utf-8"))
    if code:
        raise SystemExit(f"{' '.join(command[:4])} ended with {code}")
    return Made(cpu_s, peak_mb, page)


def _opened(page: Path, by: str) -> str:
    """Return how long the page takes in Chromium; folium's slider is another one."""
    from playwright.sync_api import sync_playwright

    if by != "pledgemap":
        return " | | |"
    flags = ["--no-sandbox", "--disable-gpu"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium
        browser = chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        tab = browser.new_page(viewport={"width": 1366, "height": 768})
        start = time.perf_counter()
        tab.goto(page.as_uri())
        tab.wait_for_selector("html.is-ready", timeout=300_000)
        ready_s = time.perf_counter() - start
        steps = tab.evaluate(STEPS)
        browser.close()
    return f" | {ready_s:.1f} | {statistics.median(steps):.0f} | {max(steps):.0f}"


if __name__ == "__main__":
    main()
