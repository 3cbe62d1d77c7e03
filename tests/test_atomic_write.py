import os
import signal
from pathlib import Path

import pytest

from geo.atomic_write import write_atomically
from geo.findings import OutputError
from geo.output import SUFFIX
from geo.replacing import LIST, Rule, list_text, read_list
from tests.benchmarks.killing.kills import begun


def held(folder: Path) -> dict[str, str]:
    """All files but the list."""
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != LIST
    }


def test_files_are_written_together(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    changed = write_atomically(out, {"b/c.txt": b"1", "a.txt": b"2"})
    assert changed == (out / "a.txt", out / "b" / "c.txt")
    (out / "own.txt").write_text("kept")
    assert write_atomically(out, {"b/c.txt": b"1", "a.txt": b"3"}) == (out / "a.txt",)
    assert held(out) == {"a.txt": "3", "b/c.txt": "1", "own.txt": "kept"}
    assert set(read_list(out)) == {"a.txt", "b/c.txt"}


def test_if_one_cannot_be_put_in_its_place_none_is(tmp_path: Path) -> None:
    write_atomically(tmp_path, {"a.txt": b"old", "z.txt": b"old"})
    (tmp_path / "b").write_text("a file where a folder would be")
    before = held(tmp_path), read_list(tmp_path)
    files = {"a.txt": b"new", "b/c.txt": b"new", "z.txt": b"new"}
    with pytest.raises(OutputError, match="nothing changed"):
        write_atomically(tmp_path, files)
    assert (held(tmp_path), read_list(tmp_path)) == before


def test_a_full_disk_changes_no_file_of_a_folder(tmp_path: Path, monkeypatch) -> None:
    write_atomically(tmp_path, {"a.txt": b"old", "b.txt": b"old"})
    room = iter([None])
    real = os.fsync

    def full_after_the_first(descriptor: int) -> None:
        if next(room, "none") == "none":
            raise OSError(28, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full_after_the_first)
    with pytest.raises(OutputError, match="No space left"):
        write_atomically(tmp_path, {"a.txt": b"new", "b.txt": b"new"})
    assert held(tmp_path) == {"a.txt": "old", "b.txt": "old"}
    with pytest.raises(OutputError):
        write_atomically(tmp_path / "none" / "at all", {"a.txt": b"new"})
    assert not (tmp_path / "none").exists()


def test_what_is_saved_while_files_are_written_stays(
    tmp_path: Path, monkeypatch
) -> None:
    write_atomically(tmp_path, {"a.txt": b"old", "b.txt": b"old"})
    real = Rule.check

    def saved_meanwhile(rule: Rule, names, at: Path | None = None) -> None:
        real(rule, names, at)
        (tmp_path / "b.txt").write_text("a person's")

    monkeypatch.setattr(Rule, "check", saved_meanwhile)
    with pytest.raises(OutputError, match=r"b\.txt was not made by Pledgemap"):
        write_atomically(tmp_path, {"a.txt": b"new", "b.txt": b"new"})
    assert held(tmp_path) == {"a.txt": "old", "b.txt": "a person's"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills its own child")
@pytest.mark.parametrize("renames", range(5))
def test_whoever_is_killed_leaves_files_that_the_next_replaces(
    tmp_path: Path, renames: int
) -> None:
    """No file is ever away, none is taken for a person's, and no litter stays."""
    write_atomically(tmp_path, {"a.txt": b"old", "b.txt": b"old"})
    child = begun()
    if child == 0:
        left, real = [renames], Path.replace

        def killed(path: Path, target: Path) -> Path:
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)
            left[0] -= 1
            return real(path, target)

        Path.replace = killed  # type: ignore[method-assign]
        write_atomically(tmp_path, {"a.txt": b"new", "b.txt": b"new", "c.txt": b"new"})
        os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    found = {name: (tmp_path / name).read_text() for name in ("a.txt", "b.txt")}
    assert set(found.values()) <= {"old", "new"}
    write_atomically(tmp_path, {"a.txt": b"newer", "b.txt": b"newer"})
    after = held(tmp_path)
    after.pop("c.txt", None)
    assert after == {"a.txt": "newer", "b.txt": "newer"}
    assert not list(tmp_path.glob(f".*{SUFFIX}"))


def test_a_list_that_a_merge_left_is_read(tmp_path: Path) -> None:
    one, two = "1" * 64, "2" * 64
    text = list_text({"a b.txt": frozenset([one, two])}).decode()
    marked = text.replace(f"{two}", f"=======\n{two}") + ">>>>>>> theirs\n"
    (tmp_path / LIST).write_text(marked)
    assert read_list(tmp_path) == {"a b.txt": {one, two}}


def test_a_file_of_the_lists_name_that_is_none_stays(tmp_path: Path) -> None:
    (tmp_path / LIST).write_text("mine")
    with pytest.raises(OutputError, match=LIST):
        write_atomically(tmp_path, {"a.txt": b"new"})
    assert not held(tmp_path)
    assert (tmp_path / LIST).read_text() == "mine"
