"""Noticing that files have changed, by looking.

A dozen files are looked at a hundred times a second, which takes a hundredth of a
processor.  The system's own notices of changes (inotify and its like, by watchdog or
watchfiles) would come ten milliseconds sooner; they do not come from network drives
and shared folders of virtual machines, name a file that an editor put in another's
place in ways of each system's own, and would be one dependency more.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from geo.digest import file_digests

LOOK_EVERY_S = 0.01
# A file whose time is younger may be written again within the clock's grain.
GRAIN_S = 2.0

Glance = Mapping[Path, tuple[int, ...] | None]
"""What a glance tells of files: size, time and number of each."""


@dataclass
class Watched:
    """The files that are looked at, and what they held when that was last asked."""

    held: Mapping[Path, str | None] = field(default_factory=dict)
    glance: Glance = field(default_factory=dict)

    def wait(
        self,
        files: Callable[[], Iterable[Path]],
        stop: threading.Event,
        at_most_s: float | None = None,
    ) -> frozenset[Path]:
        """Wait until the content of a file has changed and none changes any more.

        Parameters
        ----------
        files
            Gives what to look at, asked at each look; a file may come and go.
        stop
            Ends the waiting when it is set.
        at_most_s
            Ends the waiting after so many seconds; None waits on.

        Returns
        -------
        frozenset of Path
            The files whose content changed; empty if nothing did.
        """
        until = None if at_most_s is None else time.monotonic() + at_most_s
        while not stop.is_set() and (until is None or time.monotonic() < until):
            changed = self._changed(tuple(sorted(set(files()))), stop)
            if changed:
                return changed
            stop.wait(LOOK_EVERY_S)
        return frozenset()

    def note(self, read: Mapping[Path, str | None]) -> None:
        """Take what a build has read as known, where nothing was known.

        What a save was noticed by stays, also where the build never came to read it.
        """
        self.held = {**read, **self.held}

    def _changed(
        self, paths: tuple[Path, ...], stop: threading.Event
    ) -> frozenset[Path]:
        seen = glance(paths)
        if seen == self.glance and not _is_young(seen):
            return frozenset()
        # Bursts, and files that are written in parts: look until two glances agree.
        while not stop.wait(LOOK_EVERY_S) and (again := glance(paths)) != seen:
            seen = again
        self.glance = seen
        now = file_digests(paths)
        changed = frozenset(path for path in paths if now[path] != self.held.get(path))
        self.held = now
        return changed


def glance(paths: Iterable[Path]) -> Glance:
    """Look at files without opening them; a missing one gives None."""
    seen: dict[Path, tuple[int, ...] | None] = {}
    for path in paths:
        try:
            found = path.stat()
        except OSError:
            seen[path] = None
        else:
            seen[path] = (found.st_size, found.st_mtime_ns, found.st_ino)
    return seen


def _is_young(seen: Glance) -> bool:
    """Whether a file was written so lately that its time may not tell of a change."""
    now, grain = time.time_ns(), int(GRAIN_S * 1e9)
    return any(found and abs(now - found[1]) < grain for found in seen.values())
