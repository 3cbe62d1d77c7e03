"""Print the benchmark of figures: ``python -m tests.benchmarks.figures [--runs N]``.

A figure of Pledgemap beside matplotlib with geopandas' ``.plot`` on the same layers,
each form in a process of its own; medians.  Needs matplotlib, which nothing else here
does: ``pip install matplotlib``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.benchmarks.figures.drawers import DRAWERS, ROOT

FORMS = ("svg", "png", "pdf")


def run(name: str, form: str, file: Path) -> tuple[float, float, float]:
    """Return the seconds, the megabytes, and the kilobytes of the file."""
    command = [sys.executable, "-m", "tests.benchmarks.figures.drawers", name, form]
    done = subprocess.run(
        [*command, str(file)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    seconds, megabytes = done.stdout.split()[-2:]
    return float(seconds), float(megabytes), file.stat().st_size / 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    rows = [("drawn by", "form", "CPU seconds", "MB", "kB")]
    rows.append(("---", "---", "---:", "---:", "---:"))
    with tempfile.TemporaryDirectory() as folder:
        for form in FORMS:
            for name in DRAWERS:
                file = Path(folder) / f"figure.{form}"
                runs = [run(name, form, file) for _ in range(options.runs)]
                seconds, *sizes = (median(taken) for taken in zip(*runs, strict=True))
                rows.append(
                    (name, form, f"{seconds:.2f}", *(f"{n:.0f}" for n in sizes))
                )
    print("\n".join(f"| {' | '.join(row)} |" for row in rows))  # noqa: T201 - its purpose


if __name__ == "__main__":
    main()
