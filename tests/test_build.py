import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

from geo.build import build

ROOT = Path(__file__).parents[1]
PAGES = ("coalition", "paris-2025-03-11")

# Raw and gzipped bytes that a page may have.
BUDGETS = {"coalition": (1_000_000, 320_000), "paris-2025-03-11": (640_000, 250_000)}


@pytest.fixture(scope="session")
def fresh(shipped_project: Path) -> Path:
    """The project's maps, built by this process."""
    build(data=shipped_project / "data", maps=shipped_project / "maps")
    return shipped_project / "maps"


@pytest.mark.parametrize("page", PAGES)
def test_committed_pages_equal_a_fresh_build(fresh: Path, page: str) -> None:
    committed = (ROOT / "maps" / f"{page}.html").read_bytes()
    assert (fresh / f"{page}.html").read_bytes() == committed, "run: make map"


@pytest.mark.parametrize("page", PAGES)
def test_weight(fresh: Path, page: str) -> None:
    data = (fresh / f"{page}.html").read_bytes()
    raw, packed = BUDGETS[page]
    assert len(data) <= raw
    assert len(gzip.compress(data, 9)) <= packed


def test_the_same_bytes_in_another_process_and_another_place(
    fresh: Path, shipped_project: Path, tmp_path: Path
) -> None:
    for definition in fresh.glob("*.toml"):
        (tmp_path / definition.name).write_bytes(definition.read_bytes())
    environment = os.environ | {
        "PYTHONHASHSEED": "4242",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
    }
    command = [sys.executable, "-m", "geo", "build", "-q", "--data"]
    command += [str(shipped_project / "data"), "--maps", str(tmp_path)]
    subprocess.run(command, check=True, env=environment, cwd=ROOT)
    for page in PAGES:
        name = f"{page}.html"
        assert (tmp_path / name).read_bytes() == (fresh / name).read_bytes()


def test_a_second_build_changes_nothing(project: Path) -> None:
    (first,) = build(data=project / "data", maps=project / "maps")
    assert first.changed
    (again,) = build(data=project / "data", maps=project / "maps")
    assert not again.changed


def test_only_the_named_map_is_built(project: Path) -> None:
    definition = (project / "maps" / "small.toml").read_text(encoding="utf-8")
    (project / "maps" / "other.toml").write_text(definition, encoding="utf-8")
    (built,) = build(["other"], data=project / "data", maps=project / "maps")
    assert built.slug == "other"
    assert not (project / "maps" / "small.html").exists()


def test_a_definition_may_be_named_as_a_file(project: Path) -> None:
    (built,) = build(["small.toml"], data=project / "data", maps=project / "maps")
    assert built.path == project / "maps" / "small.html"
