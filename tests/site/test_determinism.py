"""The same data are the same folder, whatever the time zone, locale and hash seed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_two_processes_write_the_same_folder(tmp_path: Path) -> None:
    found = []
    for name, seed, zone, locale in (
        ("one", "1", "Pacific/Auckland", "C.UTF-8"),
        ("two", "2", "America/New_York", "C"),
    ):
        out = tmp_path / name
        command = ["-m", "geo", "site", "-q", "--url", "https://maps.example/"]
        subprocess.run(
            [sys.executable, *command, "--out", str(out)],
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale},
        )
        files = (path for path in out.rglob("*") if path.is_file())
        found.append({f.relative_to(out).as_posix(): f.read_bytes() for f in files})
    assert len(found[0]) > 25
    assert found[0].keys() == found[1].keys()
    different = [name for name in found[0] if found[0][name] != found[1][name]]
    assert different == []
