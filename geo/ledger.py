"""The ledger: from which bytes each page was built, so that a build can be spared.

It lies in the user's cache folder, never beside the maps.  Everything is compared by
content.  What another version of Pledgemap, of Python or of a library wrote counts as
nothing: the pages are then built, which is always right.

Nothing heavy is imported here: a build that changes nothing must answer at once.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.definitions.listed import copies, definition_files
from geo.digest import digest, file_digest
from geo.output import write_whole
from geo.shipped import shipped_folders

if TYPE_CHECKING:
    from geo.findings import Finding

Digests = Mapping[str, str]
"""SHA-256 of files by their paths."""

PACKAGE = Path(__file__).resolve().parent
# The oldest ledgers are taken away beyond so many.
MOST = 200


class Ledger:
    """What the last builds made of one folder of maps and one of tables."""

    def __init__(self, maps: Path, data: Path) -> None:
        self._maps = maps.absolute()
        # Findings name files as the user did, so that is part of the name.
        named = repr([str(p) for p in (self._maps, data.absolute(), maps, data)])
        self._name = f"{digest(named.encode('utf-8', 'replace'))[:32]}.json"
        self._machinery = machinery()
        self._pages: dict[str, Digests] = {}
        self._told: Mapping[str, Any] = {"maps": [], "files": {}, "findings": []}
        # A user without home has no cache; what has another form is not of ours.
        with contextlib.suppress(OSError, RuntimeError, ValueError):
            held = json.loads((cache_folder() / self._name).read_bytes())
            if isinstance(held, dict) and held.get("machinery") == self._machinery:
                self._pages, self._told = held["pages"], held["told"]

    def is_fresh(self, slug: str) -> bool:
        """Whether the page on disk is the one that its inputs give."""
        return slug in self._pages and _are_current(self._pages[slug])

    def findings(self, slugs: Collection[str]) -> tuple[Finding, ...] | None:
        """Return what a build of these maps would tell; None if that is not known."""
        told, files = self._told, self._told["files"]
        # A definition that came since may cite a source that nobody cited; of a copy
        # that lies there everybody is to be told.
        there = {str(path) for path in definition_files(self._maps)}
        is_known = sorted(slugs) == told["maps"] and there <= set(files)
        if copies(self._maps) or not is_known or not _are_current(files):
            return None
        if not told["findings"]:
            return ()
        # Imported here: most builds tell nothing.
        from geo.findings import Finding

        return tuple(
            Finding(**{**finding, "again": tuple(finding["again"])})
            for finding in told["findings"]
        )

    def enter(
        self, built: Mapping[str, tuple[str, Digests]], slugs: Collection[str],
        read: Digests, findings: Sequence[Finding],
    ) -> None:  # fmt: skip
        """Keep what a build made; where that cannot be, the next is merely slower.

        Parameters
        ----------
        built
            The SHA-256 of each page that was made, and of what it was made from.
        slugs
            All maps that were asked for.
        read
            All that was read, other maps' files as well.
        findings
            What was told.
        """
        from geo.findings import OutputError

        for slug, (page, inputs) in built.items():
            self._pages[slug] = {**inputs, str(self._maps / f"{slug}.html"): page}
        there = {path.stem for path in definition_files(self._maps)}
        content = {
            "machinery": self._machinery,
            "pages": {slug: self._pages[slug] for slug in there & {*self._pages}},
            "told": {"maps": sorted(slugs), "files": dict(read),
                     "findings": [vars(finding) for finding in findings]},
        }  # fmt: skip
        with contextlib.suppress(OSError, OutputError, RuntimeError):
            place = cache_folder()
            # It quotes findings, and so cells of tables: for this user alone.
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(place / self._name, json.dumps(content, sort_keys=True))
            others = sorted(place.glob("*.json"), key=lambda p: p.stat().st_mtime)
            for old in others[:-MOST]:
                old.unlink()


def cache_folder() -> Path:
    """Return the folder that the system keeps for such files of this user."""
    if sys.platform == "win32":
        usual, base = "AppData/Local", os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        usual, base = "Library/Caches", None
    else:
        usual, base = ".cache", None
    place = os.environ.get("XDG_CACHE_HOME") or base
    return (Path(place) if place else Path.home() / usual) / "pledgemap"


def machinery() -> str:
    """Return one digest of everything but the inputs that decides a page's bytes.

    That is Python, our own files and shipped data, and the names and versions of all
    distributions: which of them shape a page need not be known.
    """
    found = hashlib.sha256(sys.version.encode())
    for name in (*sorted(_distributions()), *_own_files()):
        found.update(name.encode("utf-8", "surrogateescape") + b"\0")
    return found.hexdigest()


def _distributions() -> Iterator[str]:
    """Yield the names of the folders in which pip keeps name and version.

    ``importlib.metadata`` says the same, and takes longer than all of the rest.
    """
    for place in sys.path:
        with contextlib.suppress(OSError):
            yield from (
                name
                for name in os.listdir(place or ".")  # noqa: PTH208  # names are enough
                if name.endswith((".dist-info", ".egg-info"))
            )


def _own_files() -> Iterator[str]:
    for root in (PACKAGE, *shipped_folders()):
        for path in [root] if root.is_file() else sorted(root.rglob("*.*")):
            if path.suffix != ".pyc":
                yield f"{path.relative_to(root)} {file_digest(path)}"


def _are_current(files: Digests) -> bool:
    return all(file_digest(Path(path)) == value for path, value in files.items())
