"""Which libraries are here in another version than Pledgemap is tried with."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
# A wheel carries the file by which ``make map`` installs.
_PLACES = (
    _PACKAGE / "_shipped" / "requirements.txt",
    _PACKAGE.parent / "requirements" / "map.txt",
)
_PIN = re.compile(r"^([\w.-]+)==([\w.+!]+)", re.MULTILINE)


def other_versions() -> list[str]:
    """Return them as texts, such as "babel 2.19.0 (tried with 2.18.0)"."""
    found = []
    for name, tried in _pins().items():
        try:
            here = version(name)
        except PackageNotFoundError:
            continue
        if here not in tried:
            found.append(f"{name} {here} (tried with {' or '.join(tried)})")
    return found


def _pins() -> dict[str, list[str]]:
    """Return the versions of what a page is made with; Pythons may have one each."""
    place = next((place for place in _PLACES if place.is_file()), None)
    text = place.read_text(encoding="utf-8") if place else ""
    used = _used()
    pins: dict[str, list[str]] = {}
    for name, tried in _PIN.findall(text):
        if used is None or name in used:
            pins.setdefault(name, []).append(tried)
    return pins


def _used() -> set[str] | None:
    """Return what Pledgemap itself asks for; None where it is not installed."""
    try:
        asked = requires("pledgemap") or []
    except PackageNotFoundError:
        return None
    names = (re.match(r"[\w.-]+", text) for text in asked if "extra ==" not in text)
    return {name[0].lower() for name in names if name}
