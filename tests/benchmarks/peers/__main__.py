"""What a page costs, beside other libraries on the same rows and the same boundaries.

    python -m tests.benchmarks.peers [--runs 5]

Says of each the processor time of the process that makes it, as a multiple of that of
``import geopandas, folium``, its memory, the page's weight as it is, by gzip and by
brotli, how many files it asks of other hosts, and whether it draws without them.

What each draws, and what it lacks, is said in ``drawers.py``.  Those that are not
installed are left out, and so is brotli: ``pip install plotly altair vl-convert-python
brotli`` brings all.  "-en" is our map in English alone, without a picture.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageColor
from playwright.sync_api import sync_playwright

from tests.benchmarks.peers.drawers import DRAWERS
from tests.benchmarks.peers.drawn import COLOURS

ROOT = Path(__file__).parents[3]
IMPORTS = "import geopandas, folium"
BUILD = "from geo.cli import main; main()"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu"]
SLUGS = ("coalition", "paris-2025-03-11")
# By it France is known as one that pledged troops.
PLEDGED = ImageColor.getrgb(COLOURS["pledged_troops"])
MORE_THAN_A_LEGEND = 2000
SHOWN_MS = 4000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="of each")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        maps = Path(name)
        for slug in SLUGS:
            text = (ROOT / f"maps/{slug}.toml").read_text(encoding="utf-8")
            (maps / f"{slug}.toml").write_text(text, encoding="utf-8")
            lean = f'languages = ["en"]\npicture = false\n{text}'.replace(
                'language = "fr"', 'language = "en"'
            )
            (maps / f"{slug}-en.toml").write_text(lean, encoding="utf-8")
        _compare(maps, runs)


def _compare(maps: Path, runs: int) -> None:
    folders = ["--data", str(ROOT / "data"), "--maps", str(maps)]
    made: dict[str, tuple[list[str], Path | None]] = {IMPORTS: (["-c", IMPORTS], None)}
    for toml in sorted(maps.glob("*.toml")):
        page = toml.with_suffix(".html")
        made[toml.stem] = (["-c", BUILD, "build", toml.stem, *folders], page)
    for slug in SLUGS:
        for name in DRAWERS:
            if name in ("plotly", "altair") and find_spec(name) is None:
                continue
            page = maps / f"{slug}-{name.partition(',')[0]}.html"
            drawer = ["-m", "tests.benchmarks.peers.drawers", name, slug, str(page)]
            made[f"{slug}: {name}"] = (drawer, page)
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in made}
    for run in range(runs + 1):
        for name, (arguments, page) in made.items():
            if page is not None:
                page.unlink(missing_ok=True)
            cost = _cost([sys.executable, *arguments])
            if run:  # the first one compiles
                took[name].append(cost)
    base = statistics.median(cpu_s for cpu_s, _ in took[IMPORTS])
    for name, (_, page) in made.items():
        cpu_s, peak_mb = (
            statistics.median(each) for each in zip(*took[name], strict=True)
        )
        cells = [name, f"{cpu_s / base:.2f}", f"{peak_mb:.0f}"]
        if page is not None:
            cells += [_weight(page.read_bytes()), *_offline(page)]
        sys.stdout.write(f"| {' | '.join(cells)} |\n")


def _weight(page: bytes) -> str:
    packed = [page, gzip.compress(page, 9)]
    if find_spec("brotli") is not None:
        import brotli

        packed.append(brotli.compress(page, quality=11))
    return " | ".join(f"{len(each) / 1000:,.0f}" for each in packed)


def _offline(page: Path) -> tuple[str, str]:
    """Return how many files a page asks of other hosts; whether it draws without."""
    asked: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(page.as_uri(), wait_until="domcontentloaded")
        tab.wait_for_timeout(SHOWN_MS)
        picture = Image.open(BytesIO(tab.screenshot())).convert("RGB")
        browser.close()
    area = picture.width * picture.height
    pixels = {colour: count for count, colour in picture.getcolors(area) or ()}
    hosts = sum(url.startswith("http") for url in asked)
    return str(hosts), "yes" if pixels.get(PLEDGED, 0) > MORE_THAN_A_LEGEND else "no"


def _cost(command: list[str]) -> tuple[float, float]:
    """Return the CPU seconds of a process and its most MB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"failed: {command}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


if __name__ == "__main__":
    main()
