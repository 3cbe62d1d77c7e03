"""Watching: build, serve, wait for a save, build again, until told to stop."""

from __future__ import annotations

import gc
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from geo.findings import Finding, FindingsError
from geo.watch.board import Board
from geo.watch.changes import Watched
from geo.watch.server import Server
from geo.watch.workshop import Outcome, Workshop

# A table that cannot be read right after a save may be half written: it is told only
# if it stays so.
PATIENCE_S = 0.4

# Maps that nobody looks at wait until the browser has drawn the others.
REST_S = 1.0

Tell = Callable[[str], None]
Warn = Callable[[Sequence[Finding], str], None]


def watch(
    slugs: Sequence[str],
    *,
    data: Path,
    maps: Path,
    port: int,
    tell: Tell,
    warn: Warn,
    stop: threading.Event,
) -> None:
    """Serve maps and keep them up to date until ``stop`` is set.

    Parameters
    ----------
    slugs
        The maps' names; all of the folder if none is named.
    data, maps
        The folders of the tables and of the definitions.
    port
        Where to listen; any free port if that one is taken.
    tell
        Called with a line of text for the terminal.
    warn
        Called with findings, and with what follows from them.

    Raises
    ------
    FindingsError
        If a map that is named is not there.
    """
    board = Board()
    workshop, watched = Workshop(slugs, maps, data, board), Watched()
    tell("reading tables")
    outcome = workshop.build()
    if not board.maps():
        raise FindingsError(outcome.findings)
    with _serving(board, port) as server:
        for slug in board.maps():
            tell(server.url_of(slug))
        tell("watching; Ctrl-C ends it")
        _report(outcome, board, tell, warn)
        workshop.show_published()
        # What is there by now stays for good: the collector need not look at it again.
        gc.collect()
        gc.freeze()
        while not stop.is_set():
            watched.note(workshop.held())
            rest_s = REST_S if workshop.has_rest else None
            changed = watched.wait(workshop.files, stop, rest_s)
            if not changed and workshop.has_rest:
                workshop.build_rest()
            if changed:
                _round(changed, workshop, watched, board, tell, warn, stop)


def _round(
    changed: frozenset[Path],
    workshop: Workshop,
    watched: Watched,
    board: Board,
    tell: Tell,
    warn: Warn,
    stop: threading.Event,
) -> None:
    """Build after a save; an error is told when the files hold still with it."""
    began = time.perf_counter()
    outcome = workshop.build()
    took_ms = (time.perf_counter() - began) * 1000
    watched.note(workshop.held())
    if outcome.failed and watched.wait(workshop.files, stop, PATIENCE_S):
        return  # what came since is built in the next round
    names = ", ".join(sorted(path.name for path in changed))
    made = ", ".join(outcome.shown) or "no other page"
    if not outcome.failed:
        tell(f"{names} changed: {made} in {took_ms:.0f} ms")
    _report(outcome, board, tell, warn)


def _report(outcome: Outcome, board: Board, tell: Tell, warn: Warn) -> None:
    board.tell(outcome.told)
    if outcome.failure:
        tell(f"not built: {outcome.failure}")
    elif outcome.findings:
        stays = "; the maps stay as they were" if outcome.failed else ""
        warn(outcome.findings, stays)


@contextmanager
def _serving(board: Board, port: int) -> Iterator[Server]:
    server = Server(board, port)
    thread = threading.Thread(target=server.serve_forever, args=[0.05])
    thread.start()
    try:
        yield server
    finally:
        board.close()
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def ended_by_signals() -> Iterator[threading.Event]:
    """Give an event that Ctrl-C and a polite kill set, instead of what they do else."""
    stop = threading.Event()

    def end(_number: int, _frame: Any) -> None:
        stop.set()

    before = {number: signal.signal(number, end) for number in _SIGNALS}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


_SIGNALS = (signal.SIGINT, signal.SIGTERM)
