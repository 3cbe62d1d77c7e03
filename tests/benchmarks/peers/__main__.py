"""What a page costs, beside plain folium on the same rows and the same boundaries.

    python -m tests.benchmarks.peers [--runs 5]

Says of each the processor time of the process that makes it, as a multiple of that of
``import geopandas, folium``, its memory, and the page's weight as it is and by gzip.
What folium draws, and what it lacks, is said in
``tests/benchmarks/paint/plain_folium.py``: its Leaflet is put into the page, which ours
has too; nine files that it asks other hosts for are left out.
"""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[3]
IMPORTS = "import geopandas, folium"
BUILD = "from geo.cli import main; main()"
FOLIUM = (
    "import sys; from pathlib import Path;"
    "from tests.benchmarks.paint.plain_folium import plain_folium;"
    "root, slug, page = sys.argv[1:];"
    "text = plain_folium(Path(root), slug, None);"
    "Path(page).write_text(text, encoding='utf-8')"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5, help="of each")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        maps = Path(name)
        for slug in ("coalition", "paris-2025-03-11"):
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
    for slug in ("coalition", "paris-2025-03-11"):
        page = maps / f"{slug}-folium.html"
        made[f"folium, {slug}"] = (["-c", FOLIUM, str(ROOT), slug, str(page)], page)
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
        weight = _weight(page.read_bytes()) if page is not None else ""
        sys.stdout.write(f"| {name} | {cpu_s / base:.2f} | {peak_mb:.0f} | {weight}\n")


def _weight(page: bytes) -> str:
    packed = (page, gzip.compress(page, 9))
    kb = " | ".join(f"{len(each) / 1000:,.0f}" for each in packed)
    return f"{kb} |"


def _cost(command: list[str]) -> tuple[float, float]:
    """Return the CPU seconds of a process and its most MB."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"failed: {command}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


if __name__ == "__main__":
    main()
