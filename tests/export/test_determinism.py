"""The same data are the same bytes, whatever the time zone, locale and hash seed."""

from pathlib import Path

import pytest
from terminal import pledgemap, pledgemap_alone

ROOT = Path(__file__).parents[2]
FORMATS = "csv,xlsx,json,geojson,gpkg,parquet,topojson"
ELSEWHERE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"}


@pytest.mark.slow
def test_two_processes_write_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ELSEWHERE.items():
        monkeypatch.setenv(name, value)
    found = []
    for name, run in ("one", pledgemap), ("two", pledgemap_alone):
        out = tmp_path / name
        said = run(ROOT, "export", "coalition", "--out", str(out), "--to", FORMATS)
        assert said.code == 0, said.err
        found.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert len(found[0]) == 11  # with the list of them
    assert found[0].keys() == found[1].keys()
    different = [name for name in found[0] if found[0][name] != found[1][name]]
    assert different == []
