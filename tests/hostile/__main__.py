"""The whole hostile run, with its counts: ``python -m tests.hostile``.

Every text stands in every free column and in a definition; the page is opened in
Chromium in each language, each time with another country of the tables open, and in
other states of the address; everything that can be unfolded is unfolded, and the mouse
goes over every country.  Says how many texts stood in
how many places, in how many openings, and what ran, asked or was blocked.
"""

# ruff: noqa: T201
from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

import shutil

from hostile_project import COUNTRIES, DEFINITION_PLACES, PLACES, write_project
from payloads import OURS, every_text, for_cells, our_texts, public_texts
from playwright.sync_api import sync_playwright
from watched import watch

from geo.building import build
from geo.words import LANGUAGES

UNFOLD = "document.querySelectorAll('details').forEach((d) => (d.open = true))"
HOVER = """
for (const node of document.querySelectorAll("path.leaflet-interactive"))
  for (const type of ["mouseover", "mousemove", "mouseout"])
    node.dispatchEvent(
      new MouseEvent(type, { bubbles: true, clientX: 400, clientY: 400 }));
"""
NAMES = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    """Run, print the counts, and give 1 if anything ran, asked or was blocked."""
    short = [text for text in every_text() if text not in OURS["long"]]
    texts = for_cells(short)
    titles = for_cells(text for text in our_texts() if text not in OURS["long"])
    kinds = ", ".join(f"{kind} {len(OURS[kind])}" for kind in OURS if kind != "long")
    print(f"texts: {len(texts)} ({len(public_texts())} public, {len(titles)} ours:"
          f" {kinds})")  # fmt: skip
    print(f"places: {PLACES} columns, {DEFINITION_PLACES} texts of a definition")
    begin = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        project = write_project(Path(folder) / "a", texts, " ".join(titles))
        (page,) = build(data=project / "data", maps=project / "maps")
        print(f"page: {page.size / 1e6:.1f} MB")
        openings, wrongs = _open_all(page.path)
    tried = len(texts) * PLACES + len(titles) * DEFINITION_PLACES
    print(f"texts x places tried: {tried:,}, in {openings} openings:"
          f" {tried * openings:,}")  # fmt: skip
    print(f"ran, asked, failed or blocked: {len(wrongs)}")
    print(f"seconds: {time.perf_counter() - begin:.0f}")
    for wrong in wrongs[:20]:
        print(f"  {wrong[:300]}")
    return int(bool(wrongs))


def _open_all(path: Path) -> tuple[int, list[str]]:
    fragments = [
        f"#lang={language}&country={country}"
        for language, country in zip(LANGUAGES, COUNTRIES, strict=True)
    ]
    fragments += ["#view=view1&layers=layer0,layer1,layer2", "#date=2025-06-01"]
    wrongs: list[str] = []
    chromium = next(filter(None, map(shutil.which, NAMES)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        for fragment in fragments:
            watched = watch(browser)
            page = watched.page
            page.goto(path.as_uri() + fragment)
            page.wait_for_selector("path.leaflet-interactive", state="attached")
            page.evaluate(UNFOLD)
            page.evaluate(HOVER)
            page.wait_for_timeout(200)
            wrongs += [f"{fragment}: {wrong}" for wrong in watched.wrongs()]
            page.context.close()
        browser.close()
    return len(fragments), wrongs


if __name__ == "__main__":
    sys.exit(main())
