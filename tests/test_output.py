import os
import stat
from pathlib import Path

import pytest

from geo.findings import OutputError
from geo.output import write_together, write_whole


def test_a_file_is_written_and_rewritten(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    assert write_whole(path, "één\n")
    assert path.read_bytes() == "één\n".encode()
    assert write_whole(path, "two")
    assert path.read_text() == "two"
    assert [p.name for p in tmp_path.iterdir()] == ["a.html"]


def test_the_same_bytes_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    write_whole(path, "one")
    before = path.stat()
    assert not write_whole(path, "one")
    assert path.stat().st_ino == before.st_ino
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_readers_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    old = os.umask(0o022)
    try:
        write_whole(path, "one")
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_failure_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch
) -> None:
    path = tmp_path / "a.html"
    write_whole(path, "old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.html"]


def test_a_missing_folder_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="No such file or directory"):
        write_whole(tmp_path / "none" / "a.html", "text")


def folder(tmp_path: Path) -> dict[str, str]:
    return {
        path.relative_to(tmp_path).as_posix(): path.read_text()
        for path in tmp_path.rglob("*")
        if path.is_file()
    }


def test_files_are_written_together(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    changed = write_together(out, {"b/c.txt": b"1", "a.txt": b"2"})
    assert [path.relative_to(out).as_posix() for path in changed] == [
        "a.txt",
        "b/c.txt",
    ]
    (out / "own.txt").write_text("kept")
    assert write_together(out, {"b/c.txt": b"1", "a.txt": b"3"}) == (out / "a.txt",)
    assert folder(out) == {"a.txt": "3", "b/c.txt": "1", "own.txt": "kept"}


def test_if_one_cannot_be_put_in_its_place_none_is(tmp_path: Path) -> None:
    write_together(tmp_path, {"a.txt": b"old", "z.txt": b"old"})
    (tmp_path / "b").write_text("a file where a folder would be")
    before = folder(tmp_path)
    with pytest.raises(OutputError, match="it is unchanged"):
        write_together(tmp_path, {"a.txt": b"new", "b/c.txt": b"new", "z.txt": b"new"})
    assert folder(tmp_path) == before


def test_a_full_disk_changes_no_file_of_a_folder(tmp_path: Path, monkeypatch) -> None:
    write_together(tmp_path, {"a.txt": b"old", "b.txt": b"old"})
    calls = iter([None])

    def full_at_the_second(_descriptor: int) -> None:
        if next(calls, "full") == "full":
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_at_the_second)
    with pytest.raises(OutputError, match="No space left"):
        write_together(tmp_path, {"a.txt": b"new", "b.txt": b"new"})
    assert folder(tmp_path) == {"a.txt": "old", "b.txt": "old"}
    with pytest.raises(OutputError):
        write_together(tmp_path / "none", {"a.txt": b"new"})
    assert not (tmp_path / "none").exists()
