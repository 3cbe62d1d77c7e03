"""The readers that the benchmark compares do what it says of them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FOUND = {
    "pandas.read_csv": 0,
    "pandas.read_csv, all text": 0,
    "pledgemap check FILE": 7,
    "pandas and pandera": 5,
    "frictionless validate": 5,
}


@pytest.mark.parametrize("reader", FOUND)
def test_what_each_reader_finds(reader: str) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.reading", "--rows", "400"]
    run = subprocess.run([*command, "--only", reader], cwd=ROOT, text=True, check=True,
                         capture_output=True, env=os.environ)  # fmt: skip
    last = run.stdout.splitlines()[-1]
    assert last.startswith(f"| {reader} |")
    assert int(last.split("|")[-2]) == FOUND[reader], last
