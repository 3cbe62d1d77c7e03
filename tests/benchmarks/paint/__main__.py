"""How soon a page paints, beside plain folium on the same data, in one run.

    python -m tests.benchmarks.paint [--runs 5] [--throttle 4]
        [--links FOLDER] [--network] [--beside PAGE.html] [--alone]

Prints a table of medians, what an empty page takes before it paints at all, and what a
step of the time slider takes with every layer on. "folium" draws what our layers draw,
as ``plain_folium.py`` says; "statuses" is a leaner map, of statuses and figures only.
folium loads Leaflet, jQuery, Bootstrap and icons from ten addresses. Without more its
Leaflet is put into the page, from the same package as ours, and the rest is left out,
so folium's times are a lower bound. With ``--links`` it also loads what that folder
holds under the names of folium's own files (leaflet.js, jquery-3.7.1.min.js, …), from
beside the page: from the disk, or with ``--network`` from this machine over a
connection slowed to what Lighthouse calls slow 4G, gzipped, as readers of a published
map get it. With ``--beside`` a page that was built before, perhaps by an older version,
is measured in the same run; with ``--alone`` folium is left out. Tasks are counted from
the navigation until the page has rested for a second or so after it is whole.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from geo.building import build
from tests.benchmarks.paint.measure import (
    Times,
    measure,
    measure_first,
    measure_steps,
)
from tests.benchmarks.paint.plain_folium import plain_folium
from tests.benchmarks.paint.serve import served

ROOT = Path(__file__).parents[3]
CHROMIUM = "/usr/bin/chromium"
WIDTHS = (1280, 360)
BESIDE = "beside it"
OURS = ("Pledgemap", BESIDE)
# folium's pages: their names, whether all of folium's files are loaded, and whether
# they draw the statuses and the figures only.
PLAIN = (
    ("folium, Leaflet only", False, False),
    ("folium and its files", True, False),
    ("statuses, Leaflet only", False, True),
    ("statuses and its files", True, True),
)
ROWS = (
    ("first contentful paint", "first_ms", "ms"),
    ("first picture of the map", "picture_ms", "ms"),
    ("live: land answers the pointer", "live_ms", "ms"),
    ("Leaflet's map", "leaflet_ms", "ms"),
    ("whole page", "whole_ms", "ms"),
    ("longest task of the opening", "longest_ms", "ms"),
    ("blocked: tasks beyond 50 ms", "blocked_ms", "ms"),
    ("longest task after it is live", "task_ms", "ms"),
    ("frame while panning, 95th percentile", "frame_ms", "ms"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="of each page")
    parser.add_argument("--throttle", type=float, default=4, help="of the processor")
    parser.add_argument("--links", type=Path, help="folder of folium's other files")
    parser.add_argument("--map", default="coalition", help="the map to build")
    parser.add_argument("--network", action="store_true", help="over slow 4G")
    parser.add_argument("--beside", type=Path, help="another page of ours, as built")
    parser.add_argument("--alone", action="store_true", help="without folium's pages")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as server:
        pages = _pages(Path(folder), options)
        addresses = {
            name: f"{server}/{path.name}" if options.network else path.as_uri()
            for name, path in pages.items()
        }
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
            )
            times = _measured(browser, addresses, options.runs, options.throttle)
            empty = _empty(browser, Path(folder), options)
            steps = {
                width: measure_steps(
                    browser, pages["Pledgemap"], options.throttle, width
                )
                for width in WIDTHS
            }
            browser.close()
        sizes = {name: path.stat().st_size for name, path in pages.items()}
    _print(times, sizes, options)
    sys.stdout.write(
        f"an empty page's first paint{statistics.median(empty):19,.0f} ms\n"
    )
    for width, took in steps.items():
        middle, most = statistics.median(took), max(took)
        text = f"step of the slider, all layers, {width} px"
        sys.stdout.write(f"{text:42}{middle:4,.0f} ms (at most {most:,.0f})\n")


def _empty(browser: Browser, folder: Path, options: argparse.Namespace) -> list[float]:
    """Measure what the browser itself needs, which is in every other number."""
    path = folder / "empty.html"
    path.write_text("<!doctype html><title>Empty</title><p>Nothing", encoding="utf-8")
    return [measure_first(browser, path, options.throttle) for _ in range(options.runs)]


def _pages(folder: Path, options: argparse.Namespace) -> dict[str, Path]:
    slug, links = options.map, options.links
    for definition in (ROOT / "maps").glob("*.toml"):
        (folder / definition.name).write_bytes(definition.read_bytes())
    build(data=ROOT / "data", maps=folder)
    if links is not None:
        for file in links.iterdir():
            shutil.copy(file, folder)
    pages = {"Pledgemap": folder / f"{slug}.html"}
    if options.beside is not None:
        pages[BESIDE] = folder / "beside.html"
        shutil.copy(options.beside, pages[BESIDE])
    for name, linked, lean in () if options.alone else PLAIN:
        if linked and links is None:
            continue
        path = folder / f"plain_folium_{len(pages)}.html"
        html = plain_folium(ROOT, slug, links if linked else None, lean=lean)
        path.write_text(html, encoding="utf-8")
        pages[name] = path
    return pages


def _measured(
    browser: Browser, pages: dict[str, str], runs: int, throttle: float
) -> dict[str, list[Times]]:
    """Measure each page in turn, so that the machine's other work falls on all."""
    times: dict[str, list[Times]] = {name: [] for name in pages}
    for name, page in pages.items():
        measure(browser, page, throttle, ours=name in OURS)  # warms the disk
    for _ in range(runs):
        for name, page in pages.items():
            ours = name in OURS
            times[name].append(measure(browser, page, throttle, ours=ours))
    return times


def _print(
    times: dict[str, list[Times]], sizes: dict[str, int], options: argparse.Namespace
) -> None:
    out = sys.stdout.write
    out(f"{options.map}, processor {options.throttle:g}x slower, ")
    out(f"median of {options.runs} runs (least to most)\n\n")
    out(f"{'':38}" + "".join(f"{name:>26}" for name in times) + "\n")
    out(f"{'page':38}" + "".join(f"{sizes[n] / 1000:>23,.0f} kB" for n in times) + "\n")
    for label, key, unit in ROWS:
        cells = []
        for name in times:
            values = [getattr(one, key) for one in times[name]]
            middle = statistics.median(values)
            span = f"({min(values):,.0f} to {max(values):,.0f})"
            cells.append(f"{middle:,.0f} {unit} {span}")
        out(f"{label:38}" + "".join(f"{cell:>26}" for cell in cells) + "\n")


if __name__ == "__main__":
    main()
