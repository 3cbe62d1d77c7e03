"""The same figure is the same bytes, on another day and in another place."""

import hashlib
from pathlib import Path

import pytest
from terminal import pledgemap, pledgemap_alone

ROOT = Path(__file__).parents[2]
ASKED = ("paris-2025-03-11", "--grey", "--view", "world", "--lang", "uk")
ELSEWHERE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"}


@pytest.mark.slow
def test_every_file_is_the_same_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ELSEWHERE.items():
        monkeypatch.setenv(name, value)
    found = []
    for name, run in ("here", pledgemap), ("there", pledgemap_alone):
        folder = tmp_path / name
        said = run(ROOT, "figure", *ASKED, "--out", str(folder))
        assert said.code == 0, said.err
        found.append(
            {
                path.name: hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(folder.iterdir())
            }
        )
    first, second = found
    assert len(first) == 7  # with the list of them
    assert first == second
