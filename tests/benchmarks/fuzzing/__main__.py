"""Tables, definitions and addresses that chance writes, for as long as is asked.

    python -m tests.benchmarks.fuzzing [--minutes 60] [--seed 1] [--keep FOLDER]

A command must end in one of its three codes and in words that can be shown; a page must
stay alive and say no error, whatever its address.  Prints how many of each were tried;
what fails is printed, and its folder kept in FOLDER.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "support"))

from tests.benchmarks.fuzzing.addresses import Pages
from tests.benchmarks.fuzzing.projects import Projects

PROJECTS_AT_ONCE = 40
ADDRESSES_AT_ONCE = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("faults"))
    options = parser.parse_args()
    chance, tried = random.Random(options.seed), Counter[str]()
    end = time.monotonic() + 60 * options.minutes
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_CACHE_HOME"] = f"{name}/cache"
        projects = Projects(Path(name) / "project", options.keep, chance, tried)
        with Pages(chance, tried) as pages:
            while time.monotonic() < end:
                for _ in range(PROJECTS_AT_ONCE):
                    projects.try_one()
                pages.try_some(ADDRESSES_AT_ONCE)
    for kind, count in sorted(tried.items()):
        sys.stdout.write(f"{count:8,}  {kind}\n")
    sys.exit(bool(tried["faults"]))


if __name__ == "__main__":
    main()
