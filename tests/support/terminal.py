"""The command as somebody types it, in a folder of their own."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Said:
    """What a command left behind: its exit code and what it printed."""

    code: int
    out: str
    err: str


def pledgemap(folder: Path, *arguments: str) -> Said:
    """Run ``pledgemap`` with arguments in a folder."""
    run = subprocess.run(
        [sys.executable, "-m", "geo", *arguments],
        cwd=folder, check=False, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    return Said(run.returncode, run.stdout, run.stderr)
