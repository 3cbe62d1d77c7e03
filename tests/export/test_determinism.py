"""The same data are the same bytes, whatever the time zone, locale and hash seed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    found = []
    for name, seed, zone, locale in (
        ("one", "1", "Pacific/Auckland", "C.UTF-8"),
        ("two", "2", "America/New_York", "C"),
    ):
        out = tmp_path / name
        command = ["-m", "geo", "export", "coalition", "-q", "--out", str(out), "--to"]
        subprocess.run(
            [sys.executable, *command, "csv,xlsx,json,geojson,gpkg,parquet,topojson"],
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale},
        )
        found.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert len(found[0]) == 11  # with the list of them
    assert found[0].keys() == found[1].keys()
    different = [name for name in found[0] if found[0][name] != found[1][name]]
    assert different == []
