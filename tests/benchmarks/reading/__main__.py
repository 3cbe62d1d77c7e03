"""Print the benchmark of reading: ``python -m tests.benchmarks.reading [--rows N]``.

Each reader reads the same log of statements in a process of its own, which reports the
processor time it took and the most memory it held; imports are not counted.  The log
is the record of ``data/pledges.csv`` over and over, each row with an id of its own, and
with seven faults.  Ratios are of one run; rows a second are of one machine.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.reading.log import EVERY_ROW, FAULTS, write_log
from tests.benchmarks.reading.readers import READERS

ROOT = Path(__file__).parents[3]


def run(reader: str, path: Path) -> tuple[float, float, int]:
    """Return the seconds, the megabytes and the faults found of one reader."""
    command = [sys.executable, "-m", "tests.benchmarks.reading.readers", reader]
    done = subprocess.run(
        [*command, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    seconds, megabytes, faults = done.stdout.split()[-3:]
    return float(seconds), float(megabytes), int(faults)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--only", nargs="*", choices=READERS, default=list(READERS))
    parser.add_argument("--wrong", action="store_true", help="a fault in every row")
    options = parser.parse_args()
    if options.wrong:
        _every_row_wrong(options.rows)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pledges.csv"
        write_log(path, options.rows)
        size = path.stat().st_size / 1e6
        rows = [
            ("reader", "CPU seconds", "rows/s", "times pandas", "MB", "faults found")
        ]
        rows.append(("---", *["---:"] * 5))
        first = None
        for name in options.only:
            seconds, megabytes, faults = run(name, path)
            first = first or seconds
            rows.append(
                (
                    name, f"{seconds:.2f}", f"{options.rows / seconds:,.0f}",
                    f"{seconds / first:.1f}", f"{megabytes:.0f}", str(faults),
                )
            )  # fmt: skip
    lines = [f"{options.rows:,} rows, {size:.0f} MB, {len(FAULTS)} faults", ""]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    print("\n".join(lines))  # noqa: T201 - its purpose


def _every_row_wrong(rows: int) -> None:
    """Print how long a table takes in which every row is wrong, beside a right one."""
    lines = ["| wrong in every row | CPU seconds | times right | MB | findings |"]
    lines.append("| --- | ---: | ---: | ---: | ---: |")
    right = 0.0
    for fault in EVERY_ROW:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "pledges.csv"
            write_log(path, rows, fault)
            seconds, megabytes, found = run("pledgemap check FILE", path)
        right = right or seconds
        times = f"{seconds / right:.1f}"
        lines.append(
            f"| {fault} | {seconds:.2f} | {times} | {megabytes:.0f} | {found:,} |"
        )
    print("\n".join(lines))  # noqa: T201 - its purpose


if __name__ == "__main__":
    main()
