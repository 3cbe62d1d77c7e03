"""The two loops: from the save of a table to the changed picture in Chromium."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from tests.benchmarks.watching.edits import Edit

# Runs before anything else in the page, with the window's own clock and frames: when a
# frame finds the country in another colour, that frame paints it.
LOOK = """
(() => {
  const [frame, later] = [requestAnimationFrame, setTimeout].map((f) => f.bind(window));
  window.seen = [];
  const look = () => {
    const shape = document.querySelector("SELECTOR");
    const colour = shape && getComputedStyle(shape).fill;
    const last = window.seen.at(-1);
    if (colour && colour !== last?.colour) {
      const entry = { colour, at: 0 };
      window.seen.push(entry);
      later(() => (entry.at = performance.timeOrigin + performance.now()));
    }
    frame(look);
  };
  frame(look);
})();
"""
PAINTED = """(before) => {
  const last = window.seen?.at(-1);
  return last?.at && last.colour !== before ? last : null;
}"""
WAIT_MS = 30_000


def looking_at(page: Page, selector: str) -> None:
    """Note the colours of the element that a selector finds."""
    page.add_init_script(LOOK.replace("SELECTOR", selector))


def colour_after(page: Page, before: str | None) -> tuple[str, float]:
    """Wait for a painted colour that is another one; gives it, and when (epoch s)."""
    seen = page.wait_for_function(PAINTED, arg=before, timeout=WAIT_MS).json_value()
    return str(seen["colour"]), float(seen["at"]) / 1000


@contextmanager
def watching(folder: Path, slug: str) -> Iterator[str]:
    """Run ``pledgemap watch`` as a process of its own; gives the map's address."""
    command = [sys.executable, "-m", "geo", "watch", slug, "--port", "0"]
    command += ["--data", str(folder / "data"), "--maps", str(folder / "maps")]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert running.stderr is not None
    try:
        lines = iter(running.stderr.readline, "")
        address = next(found[0] for line in lines
                       if (found := re.search(r"http://\S+html", line)))  # fmt: skip
        yield address
    finally:
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=30)


def watched_ms(page: Page, edit: Edit, status: str, colour: str) -> tuple[float, str]:
    """Save, and let ``pledgemap watch`` do the rest."""
    saved = time.time()
    edit.save(status)
    colour, painted = colour_after(page, colour)
    return (painted - saved) * 1000, colour


def run_anew_ms(
    page: Page, edit: Edit, status: str, colour: str, command: list[str]
) -> tuple[float, str]:
    """Save, run the script, and load the page again the moment it is written."""
    saved = time.time()
    edit.save(status)
    subprocess.run(command, check=True)
    page.reload()
    colour, painted = colour_after(page, colour)
    return (painted - saved) * 1000, colour
