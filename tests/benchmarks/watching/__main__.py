"""From the save of a table to the changed picture, beside plain folium, in one run.

    python -m tests.benchmarks.watching [--edits 20] [--map coalition]

Each edit changes the status of one country in ``pledges.csv``, to and fro.  ``pledgemap
watch`` serves the map; the plain script is run anew and its page loaded again at once,
which nobody's hand does as fast.  Both pages are open side by side, and the two loops
take turns.
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from geo.boundaries.files import shipped
from tests.benchmarks.watching.edits import STATUSES, Edit, find_edit
from tests.benchmarks.watching.loops import (
    colour_after,
    looking_at,
    run_anew_ms,
    watched_ms,
    watching,
)

ROOT = Path(__file__).parents[3]
CHROMIUM = "/usr/bin/chromium"
REST_MS = 400
"""Between two edits: nobody saves faster."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--map", default="coalition")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        shutil.copytree(ROOT / "data", folder / "data")
        unbuilt = shutil.ignore_patterns("*.html", "*.png")
        shutil.copytree(ROOT / "maps", folder / "maps", ignore=unbuilt)
        edit = find_edit(folder, options.map)
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        with watching(folder, options.map) as address:
            page = context.new_page()
            _report("pledgemap watch", _watched(page, address, edit, options.edits))
        _report("plain folium, run anew", _plain(context.new_page(), folder, edit,
                                                 options.edits))  # fmt: skip
        browser.close()


def _statuses(edits: int) -> list[str]:
    """Return what each edit sets: the table begins with the second."""
    return list(itertools.islice(itertools.cycle(STATUSES), edits))


def _watched(page: Page, address: str, edit: Edit, edits: int) -> list[float]:
    looking_at(page, f"path.country[data-key={edit.country}]")
    page.goto(address)
    colour, _ = colour_after(page, None)
    page.wait_for_timeout(3000)
    times = []
    for status in _statuses(edits):
        took, colour = watched_ms(page, edit, status, colour)
        times.append(took)
        page.wait_for_timeout(REST_MS)
    page.close()
    return times


def _plain(page: Page, folder: Path, edit: Edit, edits: int) -> list[float]:
    script = Path(__file__).with_name("plain_script.py")
    out = folder / "plain.html"
    command = [sys.executable, str(script), str(edit.table),
               str(shipped("countries.parquet")), str(out)]  # fmt: skip
    out.write_text("<p>not yet</p>", encoding="utf-8")
    looking_at(page, f".plain-{edit.country}")
    page.goto(out.as_uri())
    colour = ""
    times = []
    for status in _statuses(edits):
        took, colour = run_anew_ms(page, edit, status, colour, command)
        times.append(took)
    return times


def _report(name: str, times: list[float]) -> None:
    middle = statistics.median(times)
    span = f"{min(times):.0f} to {max(times):.0f}"
    sys.stdout.write(
        f"{name:24} {middle:6.0f} ms  median of {len(times)} edits ({span})\n"
    )


if __name__ == "__main__":
    main()
