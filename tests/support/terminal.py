"""The command as somebody types it, in a folder of their own."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from geo.cli import main


@dataclass(frozen=True)
class Said:
    """What a command left behind: its exit code and what it printed."""

    code: int
    out: str
    err: str


def pledgemap(folder: Path, *arguments: str) -> Said:
    """Run ``pledgemap`` with arguments in a folder, as a part of this process."""
    with contextlib.chdir(folder):
        run = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return Said(run.exit_code, run.stdout, run.stderr)


def pledgemap_alone(folder: Path, *arguments: str) -> Said:
    """Run it in a process of its own, with the package that the folder holds."""
    run = subprocess.run(
        [sys.executable, "-m", "geo", *arguments],
        cwd=folder, check=False, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    return Said(run.returncode, run.stdout, run.stderr)
