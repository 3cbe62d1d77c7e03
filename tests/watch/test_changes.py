import os
import threading
import time
from pathlib import Path

import pytest

from geo.digest import file_digests
from geo.watch.changes import GRAIN_S, Watched

SOON_S = 10


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pledges.csv"
    path.write_text("one", encoding="utf-8")
    return path


@pytest.fixture
def watched(table: Path) -> Watched:
    watched = Watched()
    watched.note(file_digests([table]))
    return watched


def wait(watched: Watched, *paths: Path, at_most_s: float = SOON_S) -> frozenset[Path]:
    return watched.wait(lambda: paths, threading.Event(), at_most_s)


def test_nothing_is_told_where_nothing_changed(table: Path, watched: Watched) -> None:
    table.touch()
    assert wait(watched, table, at_most_s=0.2) == frozenset()


def test_a_save_is_told_once(table: Path, watched: Watched) -> None:
    table.write_text("two", encoding="utf-8")
    assert wait(watched, table) == {table}
    assert wait(watched, table, at_most_s=0.2) == frozenset()


def test_a_save_that_keeps_size_time_and_number_is_seen(
    table: Path, watched: Watched
) -> None:
    before = table.stat()
    assert wait(watched, table, at_most_s=0.1) == frozenset()
    table.write_text("six", encoding="utf-8")
    os.utime(table, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert wait(watched, table, at_most_s=GRAIN_S) == {table}


def test_a_file_put_in_anothers_place_is_seen(table: Path, watched: Watched) -> None:
    new = table.with_name("new")
    new.write_text("two", encoding="utf-8")
    new.replace(table)
    assert wait(watched, table) == {table}


def test_a_file_that_goes_and_comes_is_seen(table: Path, watched: Watched) -> None:
    table.unlink()
    assert wait(watched, table) == {table}
    table.write_text("one", encoding="utf-8")
    assert wait(watched, table) == {table}


def test_a_file_that_is_new_is_seen(table: Path, watched: Watched) -> None:
    other = table.with_name("other.csv")
    other.write_text("new", encoding="utf-8")
    assert wait(watched, table, other) == {other}


def test_a_burst_is_one_change(table: Path, watched: Watched) -> None:
    written = threading.Event()

    def burst() -> None:
        for number in range(40):
            table.write_text("x" * number, encoding="utf-8")
            time.sleep(0.004)
        written.set()

    writer = threading.Thread(target=burst)
    writer.start()
    told = [wait(watched, table)]
    while not written.is_set():
        told.append(wait(watched, table))
    writer.join()
    told.append(wait(watched, table, at_most_s=0.3))
    # A pause of the writer may part a burst; each save of it is never told.
    assert 1 <= len([one for one in told if one]) < 10
    assert watched.held == file_digests([table])


def test_a_folder_in_a_files_place_is_a_change(table: Path, watched: Watched) -> None:
    table.unlink()
    table.mkdir()
    assert wait(watched, table) == {table}


def test_being_told_to_stop_ends_the_waiting(table: Path, watched: Watched) -> None:
    stop = threading.Event()
    threading.Timer(0.1, stop.set).start()
    assert watched.wait(lambda: [table], stop) == frozenset()
