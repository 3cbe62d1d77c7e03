"""Where ledgers lie: in the user's cache folder, one for each pair of folders."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from geo.digest import digest
from geo.ledger.ledger import Ledger, from_text, to_text
from geo.ledger.machinery import machinery
from geo.output import write_whole

# The oldest are taken away beyond so many.
MOST = 200


def cache_folder() -> Path:
    """Give the folder that the system keeps for such files of this user."""
    if sys.platform == "win32":
        usual, base = "AppData/Local", os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        usual, base = "Library/Caches", None
    else:
        usual, base = ".cache", None
    place = os.environ.get("XDG_CACHE_HOME") or base
    return (Path(place) if place else Path.home() / usual) / "pledgemap"


def read_ledger(maps: Path, data: Path) -> Ledger:
    """Give what is known of the folders; an empty ledger if nothing can be trusted."""
    try:
        held = _place(maps, data).read_bytes()
    except (OSError, RuntimeError):  # a user without home has no cache
        held = b""
    return from_text(held, machinery(), maps.absolute())


def write_ledger(ledger: Ledger, maps: Path, data: Path) -> None:
    """Keep a ledger.  Where that cannot be done the next build is merely slower."""
    from geo.findings import OutputError

    with contextlib.suppress(OSError, OutputError, RuntimeError):
        place = _place(maps, data)
        # It quotes findings, and so cells of tables: for this user alone.
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(place, to_text(ledger))
        others = sorted(place.parent.glob("*.json"), key=lambda p: p.stat().st_mtime)
        for old in others[:-MOST]:
            old.unlink()


def _place(maps: Path, data: Path) -> Path:
    """Findings name files as the user did, so that is part of the name."""
    names = [str(path) for path in (maps.absolute(), data.absolute(), maps, data)]
    return (
        cache_folder() / f"{digest(repr(names).encode('utf-8', 'replace'))[:32]}.json"
    )
