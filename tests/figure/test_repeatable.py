"""The same figure is the same bytes, on another day and in another place."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLACES = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
)


def drawn(folder: Path, environment: dict[str, str], *asked: str) -> dict[str, str]:
    command = [sys.executable, "-m", "geo", "figure", *asked, "--out", str(folder)]
    subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, check=True,
        capture_output=True,
    )  # fmt: skip
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    "asked",
    [("coalition",), ("paris-2025-03-11", "--grey", "--view", "world", "--lang", "uk")],
)
def test_every_file_is_the_same_twice(tmp_path: Path, asked: tuple[str, ...]) -> None:
    first, second = (
        drawn(tmp_path / str(i), place, *asked) for i, place in enumerate(PLACES)
    )
    assert len(first) == 7  # with the list of them
    assert first == second
