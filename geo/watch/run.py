"""Watching: build, serve, wait for a save, build again, until it is stopped."""

from __future__ import annotations

import gc
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geo.boundaries.files import USED, shipped
from geo.building import drawn, map_folder
from geo.definitions.folder import wanted_maps
from geo.definitions.listed import definition_files
from geo.digest import digest, file_digests
from geo.findings import Finding, FindingsError, PledgemapError, errors
from geo.report.text import as_text, summary
from geo.verify.read_page import NotAPageError, read_page
from geo.watch.board import Board, Notice, Page
from geo.watch.changes import Watched
from geo.watch.server import Server

# A table that cannot be read right after a save may be half written: it is told only
# if it stays so.
PATIENCE_S = 0.4
# More findings fill the panel over the map, and are in the terminal anyway.
MOST_SHOWN = 50

Inform = Callable[[str], None]
Warn = Callable[[Sequence[Finding], str], None]


@dataclass(frozen=True)
class Outcome:
    """What a round of building gave.

    ``shown`` are the maps whose pages changed.  ``failure`` is what else went wrong
    than the findings say.
    """

    findings: tuple[Finding, ...] = ()
    shown: tuple[str, ...] = ()
    failure: str = ""

    @property
    def failed(self) -> bool:
        return bool(self.failure or errors(self.findings))

    @property
    def notice(self) -> Notice:
        """The findings as the page shows them."""
        if self.failure:
            return Notice("not built", self.failure, failed=True)
        if not self.findings:
            return Notice()
        text = as_text(self.findings[:MOST_SHOWN])
        more = len(self.findings) - MOST_SHOWN
        text += f"… and {more} more\n" if more > 0 else ""
        return Notice(summary(self.findings), text, failed=self.failed)


class Workshop:
    """The maps that are watched: reads them, and puts up their pages.

    Parameters
    ----------
    slugs
        Their names; all of the folder if none is named.
    maps, data
        The folders of the definitions and of the tables.
    board
        Where pages are put up.
    """

    def __init__(
        self, slugs: Sequence[str], maps: Path, data: Path, board: Board
    ) -> None:
        self._slugs = tuple(slugs)
        self._folder = map_folder(maps, data)
        self._board = board

    def build(self) -> Outcome:
        """Read what changed, and put up every page that is another one for it.

        Pages that somebody looks at come first.
        """
        try:
            self._expect()
            loaded, findings = self._folder.load(self._slugs)
            if errors(findings):
                return Outcome(findings)
            asked = self._board.asked
            loaded.sort(key=lambda one: -asked.get(one.definition.slug, 0))
            shown = [slug for slug, html in drawn(loaded) if self._show(slug, html)]
            return Outcome(findings, tuple(shown))
        except PledgemapError as error:
            return Outcome(failure=str(error))
        except Exception as error:
            # Whatever goes wrong, the last good map stays.
            notes = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
            return Outcome(failure=f"{type(error).__name__}: {error}{notes}")

    def show_published(self) -> None:
        """Put up the pages on disk, for maps that cannot be built yet."""
        for slug, page in self._board.pages.items():
            if not page.html:
                with suppress(NotAPageError):
                    data, _ = read_page(self._folder.maps / f"{slug}.html")
                    self._show(slug, data.decode("utf-8"))

    def files(self) -> Iterator[Path]:
        """Yield every file that a page depends on, and definitions that came since."""
        yield from self.read()
        yield from definition_files(self._folder.maps)

    def read(self) -> Mapping[Path, str | None]:
        """Return the digests of what was read."""
        read = dict(file_digests(map(shipped, USED)))
        for inputs in self._folder.inputs:
            read |= inputs.digests
        return read

    def _expect(self) -> None:
        """Have the watched maps alone on the board, as the folder is now."""
        there = [path.stem for path in definition_files(self._folder.maps)]
        wanted, _ = wanted_maps(self._slugs, there, self._folder.maps)
        pages = self._board.pages
        # One that was asked for by name stays when its definition is gone for a while.
        wanted |= set(pages if self._slugs else ())
        self._board.pages = {slug: pages.get(slug, Page()) for slug in wanted}

    def _show(self, slug: str, html: str) -> bool:
        page = Page(html, digest(html.encode("utf-8")))
        before, self._board.pages[slug] = self._board.pages[slug], page
        return page != before


def watch(
    slugs: Sequence[str],
    *,
    data: Path,
    maps: Path,
    port: int,
    inform: Inform,
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
    inform
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
    inform("reading tables")
    outcome = workshop.build()
    if not board.pages:
        raise FindingsError(outcome.findings)
    with _serving(board, port) as server:
        for slug in sorted(board.pages):
            inform(server.url_of(slug))
        inform("watching; Ctrl-C ends it")
        _report(outcome, board, inform, warn)
        workshop.show_published()
        # What is there by now stays for good: the collector need not look at it again.
        gc.collect()
        gc.freeze()
        while not stop.is_set():
            watched.note(workshop.read())
            if changed := watched.wait(workshop.files, stop):
                _round(changed, workshop, watched, board, inform, warn, stop)


def _round(
    changed: frozenset[Path],
    workshop: Workshop,
    watched: Watched,
    board: Board,
    inform: Inform,
    warn: Warn,
    stop: threading.Event,
) -> None:
    """Build after a save; an error is shown when the files hold still with it."""
    while True:
        began = time.perf_counter()
        outcome = workshop.build()
        took_ms = (time.perf_counter() - began) * 1000
        watched.note(workshop.read())
        more = outcome.failed and watched.wait(workshop.files, stop, PATIENCE_S)
        if not more:
            break
        changed |= more
    if not outcome.failed:
        names = ", ".join(sorted(path.name for path in changed))
        made = ", ".join(outcome.shown) or "no other page"
        inform(f"{names} changed: {made} in {took_ms:.0f} ms")
    _report(outcome, board, inform, warn)


def _report(outcome: Outcome, board: Board, inform: Inform, warn: Warn) -> None:
    board.notice = outcome.notice
    if outcome.failure:
        inform(f"not built: {outcome.failure}")
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
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def ended_by_signals() -> Iterator[threading.Event]:
    """Yield an event that Ctrl-C and a polite kill set."""
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
