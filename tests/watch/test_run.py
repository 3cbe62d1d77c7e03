import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from geo.building import build
from geo.definitions import folder
from geo.watch.run import watch

SOON_S = 30.0


class Watching:
    """A watch that runs in a thread, with what it told."""

    def __init__(self, project: Path, *slugs: str) -> None:
        self.lines: list[str] = []
        self.findings: list[str] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(
            target=watch,
            args=[slugs],
            kwargs={
                "data": project / "data",
                "maps": project / "maps",
                "port": 0,
                "inform": self.lines.append,
                "warn": lambda found, _then: self.findings.extend(map(str, found)),
                "stop": self._stop,
            },
        )

    def __enter__(self) -> "Watching":
        self._thread.start()
        self.until(lambda: any("Ctrl-C" in line for line in self.lines))
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join(SOON_S)
        assert not self._thread.is_alive()

    def until(self, holds: Callable[[], object]) -> None:
        end = time.monotonic() + SOON_S
        while not holds():
            assert time.monotonic() < end, (self.lines, self.findings)
            time.sleep(0.01)

    @property
    def address(self) -> str:
        return next(line for line in self.lines if line.startswith("http"))

    def page(self) -> str:
        asking = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        asking.request("GET", urlsplit(self.address).path)
        text = asking.getresponse().read().decode()
        asking.close()
        return text

    def news(self) -> dict[str, object]:
        """What a page is told when it asks."""
        asking = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        asking.request("GET", urlsplit(self.address).path.replace("html", "news"))
        told: dict[str, object] = json.load(asking.getresponse())
        asking.close()
        return told


@pytest.fixture
def watching(project: Path) -> Iterator[Watching]:
    with Watching(project) as running:
        yield running


def test_a_save_gives_another_page_and_writes_nothing(
    project: Path, watching: Watching, edit
) -> None:
    assert '"ESP"' in watching.page()
    edit("data/pledges.csv", "S2,ESP", "S2,PRT")
    watching.until(lambda: '"PRT":{' in watching.page())
    watching.until(lambda: "changed: small in" in watching.lines[-1])
    assert not (project / "maps" / "small.html").exists()


def test_an_error_keeps_the_last_good_page_until_it_is_mended(
    watching: Watching, edit
) -> None:
    version = watching.news()["version"]
    edit("data/pledges.csv", "declined", "decline")
    watching.until(lambda: watching.news()["failed"])
    told = watching.news()
    assert told["summary"] == "1 error"
    assert "error[unknown-term]" in told["text"]
    assert watching.news()["version"] == version
    assert watching.findings
    edit("data/pledges.csv", "decline", "declined")
    watching.until(lambda: watching.news()["summary"] == "")
    assert watching.news()["version"] == version


def test_a_file_written_in_two_parts_is_not_called_wrong(
    project: Path, watching: Watching, edit
) -> None:
    table = project / "data" / "pledges.csv"
    text = table.read_text(encoding="utf-8").replace("S2,ESP", "S2,PRT")
    with table.open("w", encoding="utf-8") as file:
        file.write(text[:170])
        file.flush()
        time.sleep(0.15)
        file.write(text[170:])
    watching.until(lambda: '"PRT":{' in watching.page())
    assert watching.findings == []
    assert watching.news()["summary"] == ""


def test_a_table_that_is_put_in_place_or_away_and_back(
    project: Path, watching: Watching
) -> None:
    table = project / "data" / "pledges.csv"
    new = table.with_name("pledges.csv~")
    new.write_text(table.read_text().replace("S2,ESP", "S2,PRT"), encoding="utf-8")
    new.replace(table)
    watching.until(lambda: '"PRT":{' in watching.page())
    away = table.rename(new)
    watching.until(lambda: watching.findings)
    assert "missing-file" in watching.findings[0]
    assert '"PRT":{' in watching.page()
    away.rename(table)
    watching.until(lambda: watching.news()["summary"] == "")


def test_locks_and_other_files_are_not_looked_at(
    project: Path, watching: Watching
) -> None:
    said = list(watching.lines)
    for name in ("~$pledges.xlsx", ".~lock.pledges.csv#", "4913", ".pledges.csv.swp"):
        (project / "data" / name).write_text("x", encoding="utf-8")
    time.sleep(0.3)
    assert watching.lines == said


def test_a_definition_that_comes_is_watched_too(
    project: Path, watching: Watching
) -> None:
    text = (project / "maps" / "small.toml").read_text(encoding="utf-8")
    (project / "maps" / "second.toml").write_text(text, encoding="utf-8")
    watching.until(lambda: "second" in watching.lines[-1])
    first = watching.address
    watching.lines.insert(0, first.replace("small", "second"))
    assert "data-version" in watching.page()


def test_with_errors_from_the_start_the_published_page_is_shown(
    project: Path, edit
) -> None:
    build(data=project / "data", maps=project / "maps")
    edit("data/pledges.csv", "declined", "decline")
    with Watching(project) as watching:
        watching.until(lambda: watching.news()["version"])
        assert watching.news()["failed"]
        assert '"ESP"' in watching.page()


def test_with_errors_and_no_page_it_waits_for_the_first(project: Path, edit) -> None:
    edit("data/pledges.csv", "declined", "decline")
    with Watching(project) as watching:
        assert "has not been built yet" in watching.page()
        edit("data/pledges.csv", "decline", "declined")
        watching.until(lambda: '"ESP"' in watching.page())


def test_a_definition_that_raises_is_told_like_any_fault_and_read_once(
    project: Path, watching: Watching, edit, monkeypatch
) -> None:
    read, readings = folder.read_map, []

    def raising(path: Path, *rest: object) -> object:
        if "Raise" not in path.read_text(encoding="utf-8"):
            return read(path, *rest)
        readings.append(path)
        raise RecursionError("too deep")

    monkeypatch.setattr(folder, "read_map", raising)
    version = watching.news()["version"]
    edit("maps/small.toml", "[tables]", "# Raise\n[tables]")
    watching.until(lambda: watching.news()["failed"])
    definition = (project / "maps" / "small.toml").as_posix()
    told = f"RecursionError: too deep (while {definition} was read)"
    assert watching.news()["text"] == told
    assert watching.news()["version"] == version
    assert f"not built: {told}" in watching.lines
    # A later save is heard, and nothing was read in vain meanwhile.
    edit("maps/small.toml", "# Raise", "")
    watching.until(lambda: "small.toml changed" in watching.lines[-1])
    assert len(readings) == 1
    assert not watching.news()["failed"]


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_with_a_visitor_there(project: Path, ending) -> None:
    command = [sys.executable, "-m", "geo", "watch", "--port", "0"]
    command += ["--data", str(project / "data"), "--maps", str(project / "maps")]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert running.stderr is not None
    read = []
    for line in running.stderr:
        read.append(line)
        if "Ctrl-C" in line:
            break
    address = re.search(r"http://(\S+)/small", "".join(read))
    assert address
    host, _, port = address[1].partition(":")
    visitor = socket.create_connection((host, int(port)), SOON_S)
    visitor.sendall(b"GET /sm")
    running.send_signal(ending)
    _, rest = running.communicate(timeout=SOON_S)
    visitor.close()
    assert running.returncode == 0
    assert rest.endswith("is as it was\n")
    assert "Traceback" not in rest


def test_a_map_that_is_not_there_is_a_finding(project: Path) -> None:
    command = [sys.executable, "-m", "geo", "watch", "smal", "--port", "0"]
    command += ["--data", str(project / "data"), "--maps", str(project / "maps")]
    run = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=SOON_S
    )
    assert run.returncode == 1
    assert 'did you mean "small"?' in run.stderr
    assert "Traceback" not in run.stderr
