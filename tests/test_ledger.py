import shutil
import sys
from pathlib import Path

import pytest

from geo import ledger as module
from geo.building import build
from geo.findings import Finding
from geo.ledger import PACKAGE, Ledger, machinery

FINDING = Finding("a.csv", 3, "troops", "unknown-column", "“é” \udc80", at=2)


def test_a_ledger_reads_back_what_was_entered(project: Path) -> None:
    maps, data = project / "maps", project / "data"
    definition = {str(maps / "small.toml"): None}
    Ledger(maps, data).enter({}, ["small"], definition, [FINDING])
    assert Ledger(maps, data).findings(["small"]) is None  # the file is there
    build(maps=maps, data=data)
    held = Ledger(maps, data)
    assert held.is_fresh("small")
    assert held.findings(["small"]) == ()
    held.enter({}, ["small"], held._told["files"], [FINDING])
    assert Ledger(maps, data).findings(["small"]) == (FINDING,)
    assert Ledger(maps, data).findings(["small", "more"]) is None


def test_one_of_another_machinery_is_empty(project: Path, monkeypatch) -> None:
    folders = {"data": project / "data", "maps": project / "maps"}
    build(**folders)
    monkeypatch.setattr(module, "machinery", lambda: "another")
    assert not Ledger(folders["maps"], folders["data"]).is_fresh("small")


@pytest.mark.parametrize("damage", [b"", b"{}", b"[]", b"null", b"\x00" * 4000])
def test_a_build_with_a_damaged_ledger_builds(
    project: Path, cache_folder: Path, damage: bytes
) -> None:
    folders = {"data": project / "data", "maps": project / "maps"}
    said: list[str] = []
    build(**folders)
    for ledger in cache_folder.rglob("*.json"):
        ledger.write_bytes(damage)
    (page,) = build(progress=said.append, **folders)
    assert "drawing small" in said
    assert not page.changed


def test_without_a_place_to_keep_it_a_build_builds(project: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(project / "data" / "pledges.csv"))
    folders = {"data": project / "data", "maps": project / "maps"}
    said: list[str] = []
    for _ in range(2):
        build(progress=said.append, **folders)
    assert said.count("drawing small") == 2


def test_nothing_is_left_beside_the_maps(project: Path) -> None:
    build(data=project / "data", maps=project / "maps")
    assert {path.name for path in project.rglob("*") if path.is_file()} == {
        "pledges.csv",
        "sources.csv",
        "small.toml",
        "small.html",
    }


def test_it_is_for_its_user_alone(project: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    build(data=project / "data", maps=project / "maps")
    assert (tmp_path / "cache" / "pledgemap").stat().st_mode & 0o077 == 0


def test_the_oldest_are_taken_away(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(module, "MOST", 5)
    for number in range(8):
        folder = tmp_path / str(number)
        Ledger(folder, folder).enter({}, [], {}, [])
    assert len(list((tmp_path / "pledgemap").glob("*.json"))) == 5


def test_machinery_is_the_same_each_time() -> None:
    assert machinery() == machinery()


def test_a_byte_of_our_own_files_changes_it(tmp_path: Path, monkeypatch) -> None:
    copy = tmp_path / "geo"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(module, "PACKAGE", copy)
    before = machinery()
    with (copy / "web" / "map.css").open("ab") as style:
        style.write(b" ")
    assert machinery() != before


def test_a_distribution_changes_it(tmp_path: Path, monkeypatch) -> None:
    before = machinery()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    assert machinery() == before
    (tmp_path / "babel-3.0.0.dist-info").mkdir()
    assert machinery() != before


def test_compiled_files_do_not(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(module, "PACKAGE", tmp_path)
    before = machinery()
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_bytes(b"1")
    assert machinery() == before
