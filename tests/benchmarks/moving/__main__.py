"""What a reader waits for who moves a map, beside plain folium, in one run.

    python -m tests.benchmarks.moving [PAGE ...] [--runs 7] [--throttle 4]
        [--widths 1280 360]

Builds the map, and drives it, plain folium on the same rows, and the pages given (an
older one, or one of folium's TimeSliderChoropleth) by turns, every layer on: the slider
from its end to its beginning in 80 moves, the map to and fro, Ctrl and the wheel, and
one after another a zoom step, the whole view, another view, a country, a filter and
another language. Prints of each act on each page medians, and in brackets the worst:
how long until the next paint, the 95th percentile of the frames of a drag, the longest
task until the page has come to rest, and how many tasks took over 50 ms. A page that
has nothing of the kind has no line.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from geo.building import build
from tests.benchmarks.moving.measure import Took, measure
from tests.benchmarks.paint.plain_folium import plain_folium

ROOT = Path(__file__).parents[3]
CHROMIUM = "/usr/bin/chromium"
COLUMNS = ("paint_ms", "frame_ms", "task_ms", "long_tasks")
HEAD = """
| {width} px | page | next paint ms | frame ms, 95th | longest task ms | long tasks |
| --- | --- | ---: | ---: | ---: | ---: |
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=Path, nargs="*", help="other pages to compare")
    parser.add_argument("--runs", type=int, default=7, help="of each page")
    parser.add_argument("--throttle", type=float, default=4, help="of the processor")
    parser.add_argument("--widths", type=int, nargs="+", default=[1280, 360])
    parser.add_argument("--map", default="coalition", help="the map to build")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        pages = _pages(Path(name), options.map)
        pages |= {path.stem: path.resolve() for path in options.pages}
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        for width in options.widths:
            runs: dict[str, list[dict[str, Took]]] = {name: [] for name in pages}
            for _ in range(options.runs):
                for name, path in pages.items():
                    runs[name].append(measure(browser, path, options.throttle, width))
            _print(runs, width)
        browser.close()


def _pages(folder: Path, slug: str) -> dict[str, Path]:
    definition = folder / f"{slug}.toml"
    definition.write_bytes((ROOT / "maps" / definition.name).read_bytes())
    build(data=ROOT / "data", maps=folder)
    plain = folder / "folium.html"
    plain.write_text(plain_folium(ROOT, slug), encoding="utf-8")
    return {"Pledgemap": folder / f"{slug}.html", "folium": plain}


def _print(runs: dict[str, list[dict[str, Took]]], width: int) -> None:
    sys.stdout.write(HEAD.format(width=width))
    acts = dict.fromkeys(act for all_ in runs.values() for one in all_ for act in one)
    for act in acts:
        for page, all_ in runs.items():
            took = [one[act] for one in all_ if act in one]
            if took:
                cells = (_cell([getattr(one, key) for one in took]) for key in COLUMNS)
                sys.stdout.write(f"| {act} | {page} | {' | '.join(cells)} |\n")
    sys.stdout.flush()


def _cell(values: list[float | None]) -> str:
    known = [value for value in values if value is not None]
    if not known:
        return ""
    return f"{statistics.median(known):,.0f} ({max(known):,.0f})"


if __name__ == "__main__":
    main()
