import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from geo import output
from geo.findings import OutputError
from geo.output import SUFFIX, sweep, write_whole


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


@pytest.mark.parametrize("call", ["chmod", "fsync"])
def test_where_a_disk_refuses_it_the_file_is_written_and_that_is_said(
    tmp_path: Path, monkeypatch, caplog, call: str
) -> None:
    """As on some shares of a network, and in some sandboxes."""

    def refused(*_arguments: object, **_options: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, call, refused)
    for number in range(2):
        assert write_whole(tmp_path / "a.html", f"text {number}")
    assert (tmp_path / "a.html").read_text() == "text 1"
    assert litter(tmp_path) == []
    (told,) = caplog.messages
    assert tmp_path.as_posix() in told
    assert "Operation not permitted" in told


def test_a_missing_folder_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="No such file or directory"):
        write_whole(tmp_path / "none" / "a.html", "text")


def litter(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".")]


def test_what_a_killed_writer_left_is_taken_away(tmp_path: Path) -> None:
    left = tmp_path / f".a.html.x1y2z3{SUFFIX}"
    left.write_text("half")
    write_whole(tmp_path / "b.html", "text")
    assert litter(tmp_path) == []


def test_what_another_process_is_writing_stays(tmp_path: Path) -> None:
    code = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from geo.output import _opened\n"
        "print(_opened(Path(sys.argv[1]) / 'a.html')[1].name, flush=True)\n"
        "time.sleep(60)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    name = writer.stdout.readline().strip()
    write_whole(tmp_path / "a.html", "ours")
    assert litter(tmp_path) == [name]
    writer.kill()
    writer.wait()
    writer.stdout.close()
    sweep(tmp_path)
    assert litter(tmp_path) == []


def test_only_files_of_ours_are_taken_away(tmp_path: Path) -> None:
    others = (".hidden", f"a{SUFFIX}", f".a.html.x1{SUFFIX}~", SUFFIX)
    for name in others:
        (tmp_path / name).write_text("mine")
    (tmp_path / f".folder.x1{SUFFIX}").mkdir()
    (tmp_path / f".folder.x1{SUFFIX}" / "mine.txt").write_text("mine")
    sweep(tmp_path)
    assert len(list(tmp_path.iterdir())) == len(others) + 1


def test_a_folder_that_vanished_has_nothing_to_take_away(tmp_path: Path) -> None:
    sweep(tmp_path / "none")
    assert list(tmp_path.iterdir()) == []


def test_a_sweep_between_the_making_and_the_locking_does_no_harm(
    tmp_path: Path, monkeypatch
) -> None:
    real = output.locked
    calls = []

    def late(descriptor: int) -> bool | None:
        if not calls:
            calls.append(descriptor)
            monkeypatch.setattr(output, "locked", real)
            sweep(tmp_path)
            monkeypatch.setattr(output, "locked", late)
        return real(descriptor)

    monkeypatch.setattr(output, "locked", late)
    assert write_whole(tmp_path / "a.html", "whole")
    assert calls
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
