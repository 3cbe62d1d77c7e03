import os
from pathlib import Path

import pytest

from geo.findings import OutputError
from geo.together import write_together


def held(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_files_are_written_together(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    changed = write_together(out, {"b/c.txt": b"1", "a.txt": b"2"})
    assert changed == (out / "a.txt", out / "b" / "c.txt")
    (out / "own.txt").write_text("kept")
    assert write_together(out, {"b/c.txt": b"1", "a.txt": b"3"}) == (out / "a.txt",)
    assert held(out) == {"a.txt": "3", "b/c.txt": "1", "own.txt": "kept"}


def test_if_one_cannot_be_put_in_its_place_none_is(tmp_path: Path) -> None:
    write_together(tmp_path, {"a.txt": b"old", "z.txt": b"old"})
    (tmp_path / "b").write_text("a file where a folder would be")
    before = held(tmp_path)
    with pytest.raises(OutputError, match="nothing changed"):
        write_together(tmp_path, {"a.txt": b"new", "b/c.txt": b"new", "z.txt": b"new"})
    assert held(tmp_path) == before


def test_a_full_disk_changes_no_file_of_a_folder(tmp_path: Path, monkeypatch) -> None:
    write_together(tmp_path, {"a.txt": b"old", "b.txt": b"old"})
    room = iter([None])
    real = os.fsync

    def full_after_the_first(descriptor: int) -> None:
        if next(room, "none") == "none":
            raise OSError(28, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full_after_the_first)
    with pytest.raises(OutputError, match="No space left"):
        write_together(tmp_path, {"a.txt": b"new", "b.txt": b"new"})
    assert held(tmp_path) == {"a.txt": "old", "b.txt": "old"}
    with pytest.raises(OutputError):
        write_together(tmp_path / "none", {"a.txt": b"new"})
    assert not (tmp_path / "none").exists()
