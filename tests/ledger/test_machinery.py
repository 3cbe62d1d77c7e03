import shutil
import sys
from pathlib import Path

from geo.ledger import machinery as module
from geo.ledger.machinery import PACKAGE, machinery


def test_it_is_the_same_each_time() -> None:
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
