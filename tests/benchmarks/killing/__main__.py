"""Kill builds at random moments and look at every file each time.

    python -m tests.benchmarks.killing [--times 300] [--seed 1]

Two maps, each with two right versions that are known to the byte.  Prints how many of
each kind were tried; the first torn page, or litter that outlives the next build, ends
it with an error.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.benchmarks.killing.kills import (
    Field,
    refused,
    remount,
    small_disk,
    try_all,
    try_full_disk,
    vanish,
)
from tests.conftest import DEFINITION, PLEDGES, SOURCES

ON_A_DISK = 0.1
"""The share that is killed on a full disk; and as many more find other trouble."""
# Room for both pages and a part of a third.
DISK_KB = 4000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=300, help="builds to kill")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance, tried = random.Random(options.seed), Counter[str]()
    few = max(1, round(options.times * ON_A_DISK))
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = f"{name}/cache"
        tables = {"pledges.csv": PLEDGES, "sources.csv": SOURCES}
        try:
            with small_disk(Path(name) / "disk", DISK_KB) as disk:
                project = Field(disk, DEFINITION, tables)
                project.prepare()
                try_full_disk(project, chance, few, tried)
                for _ in range(few // 3):
                    project.edit(project.other)
                    remount(disk, "ro")
                    tried["builds that a read-only folder refused"] += refused(project)
                    remount(disk, "rw")
                    project.check_mended()
        except PermissionError as error:
            sys.stdout.write(f"no full disk, no read-only folder: {error}\n")
        project = Field(Path(name) / "project", DEFINITION, tables)
        project.prepare()
        for _ in range(few):
            vanish(project, chance)
            tried["builds whose folder vanished"] += 1
            project.check_mended()
        try_all(project, chance, options.times, tried)
    for kind, count in tried.items():
        sys.stdout.write(f"{count:6}  {kind}\n")
    sys.stdout.write("every page whole each time\n")


if __name__ == "__main__":
    main()
