"""A crowd at ``pledgemap watch``: tabs, streams, a client that drips, and many saves.

    python -m tests.benchmarks.watching.crowd [--tabs 12] [--streams 500] [--saves 2000]

Prints how many saves were shown, what memory the watching process took before and
after, and how long Ctrl-C took to end it with all of them there.  An interrupt ends it
with the saves so far.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

from tests.conftest import DEFINITION, FLAGS, PLEDGES, SOURCES

CHROMIUM = "/usr/bin/chromium"
STATUSES = ("declined", "opposed")
LOOKS = 20
"""So often all tabs are waited for."""
WAIT_S = 60.0
DRIP_S = 0.5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tabs", type=int, default=12)
    parser.add_argument("--streams", type=int, default=500)
    parser.add_argument("--saves", type=int, default=2000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
        folder = Path(name)
        running, address = _watch(folder)
        place = urlsplit(address)
        assert place.hostname
        assert place.port
        there = (place.hostname, place.port)
        for _ in range(options.streams):
            stream = stack.enter_context(socket.create_connection(there))
            stream.sendall(b"GET /small.news HTTP/1.1\r\n")
        stop = threading.Event()
        dripping = threading.Thread(target=_drip, args=[there, stop])
        dripping.start()
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=_yielding(), args=FLAGS)
        context = browser.new_context()
        tabs = [context.new_page() for _ in range(options.tabs)]
        for tab in tabs:
            tab.goto(address, wait_until="commit")
        before = _memory_mb(running.pid)
        shown, seen = 0, 0
        every = max(1, options.saves // LOOKS)
        saves = waited = 0
        with contextlib.suppress(KeyboardInterrupt):
            for number in range(options.saves):
                old = _version(there)
                _save(folder, STATUSES[(number + 1) % 2])
                new = _changed(there, old)
                shown += new != old
                saves += 1
                if number % every == 0:
                    seen += all(_shows(tab, new) for tab in tabs)
                    waited += 1
        after = _memory_mb(running.pid)
        began = time.perf_counter()
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=WAIT_S)
        took = time.perf_counter() - began
        stop.set()
        dripping.join()
    sys.stdout.write(
        f"{shown} of {saves} saves shown by the server;"
        f" {seen} of {waited} waited for, shown by all"
        f" {options.tabs} tabs\n"
        f"memory {before} MB, then {after} MB; ended after {took:.2f} s with code"
        f" {running.returncode}\n"
    )


def _yielding() -> str:
    """Return a browser that leaves the processor to what is watched."""
    path = Path(tempfile.mkdtemp()) / "chromium"
    path.write_text(f'#!/bin/sh\nexec nice -n 10 {CHROMIUM} "$@"\n', encoding="utf-8")
    path.chmod(0o700)
    return str(path)


def _watch(folder: Path) -> tuple[subprocess.Popen[str], str]:
    for place in ("data", "maps"):
        (folder / place).mkdir()
    (folder / "data" / "sources.csv").write_text(SOURCES, encoding="utf-8")
    (folder / "maps" / "small.toml").write_text(DEFINITION, encoding="utf-8")
    _save(folder, STATUSES[0])
    command = [sys.executable, "-m", "geo", "watch", "--port", "0"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=folder)
    assert running.stderr is not None
    for line in iter(running.stderr.readline, ""):
        if found := re.search(r"http://\S+html", line):
            # What it tells is read, so that no full pipe stops it.
            threading.Thread(target=running.stderr.read, daemon=True).start()
            return running, found[0]
    raise RuntimeError("it ended by itself")


def _save(folder: Path, status: str) -> None:
    text = PLEDGES.replace(STATUSES[0], status)
    (folder / "data" / "pledges.csv").write_text(text, encoding="utf-8")


def _drip(there: tuple[str, int], stop: threading.Event) -> None:
    """Send a header that never ends, a byte at a time."""
    with socket.create_connection(there) as client, contextlib.suppress(OSError):
        client.sendall(b"GET /small.news HTTP/1.1\r\nX: ")
        while not stop.wait(DRIP_S):
            client.sendall(b"x")


def _version(there: tuple[str, int]) -> str:
    asking = http.client.HTTPConnection(*there, timeout=WAIT_S)
    asking.request("GET", "/small.news")
    told = json.load(asking.getresponse())
    asking.close()
    return str(told["version"])


def _changed(there: tuple[str, int], old: str) -> str:
    end = time.monotonic() + WAIT_S
    while (new := _version(there)) == old and time.monotonic() < end:
        time.sleep(0.01)
    return new


def _shows(tab: Page, version: str) -> bool:
    script = f"script[data-version='{version}']"
    with contextlib.suppress(Exception):
        tab.wait_for_selector(script, state="attached", timeout=WAIT_S * 1000)
        return True
    return False


def _memory_mb(process: int) -> int:
    text = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+)", text)
    return int(found[1]) // 1000 if found else 0


if __name__ == "__main__":
    main()
