import os
import stat
from pathlib import Path

import pytest

from geo.findings import OutputError
from geo.output import write_whole


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
