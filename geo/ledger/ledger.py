"""What the last builds of a folder made, from which bytes, and what they told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from geo.definitions.listed import copies, definition_files
from geo.digest import digest, file_digest

if TYPE_CHECKING:
    from geo.findings import Finding

Digests = Mapping[str, str]
"""SHA-256 of files by their paths."""


# Named tuples, since data classes take five times as long to be made.
class Page(NamedTuple):
    """A page that was built: its own SHA-256, and those of its inputs."""

    digest: str
    inputs: Digests


class Told(NamedTuple):
    """What one build told, and all that it had read, other maps' files as well."""

    maps: tuple[str, ...]
    inputs: Digests
    findings: tuple[Finding, ...]


class Ledger(NamedTuple):
    """The pages of one folder of maps built from one folder of tables."""

    machinery: str
    maps: Path
    pages: Mapping[str, Page] = MappingProxyType({})
    told: Told | None = None

    def is_fresh(self, slug: str) -> bool:
        """Whether the page on disk is the one that its inputs give."""
        page = self.pages.get(slug)
        return (
            page is not None
            and file_digest(self.maps / f"{slug}.html") == page.digest
            and are_current(page.inputs)
        )

    def findings(self, slugs: Iterable[str]) -> tuple[Finding, ...] | None:
        """Give what a build of these maps would tell; None if that is not known."""
        told = self.told
        if told is None or set(slugs) != set(told.maps):
            return None
        # A definition that came since may cite a source that nobody cited; of a copy
        # that lies there everybody is to be told.
        there = {str(path) for path in definition_files(self.maps)}
        if copies(self.maps) or not there <= set(told.inputs):
            return None
        return told.findings if are_current(told.inputs) else None


def are_current(inputs: Digests) -> bool:
    return all(file_digest(Path(path)) == value for path, value in inputs.items())


def to_text(ledger: Ledger) -> str:
    """Write a ledger as JSON, with a digest of itself."""
    told = ledger.told
    content = {
        "machinery": ledger.machinery,
        "pages": {slug: page._asdict() for slug, page in ledger.pages.items()},
        "told": told
        and {**told._asdict(), "findings": [vars(f) for f in told.findings]},
    }
    text = json.dumps(content, sort_keys=True)
    return f"{digest(text.encode())}\n{text}\n"


def from_text(data: bytes, machinery: str, maps: Path) -> Ledger:
    """Read a ledger; one that is torn, or of another machinery, is an empty one."""
    empty = Ledger(machinery, maps)
    checksum, _, text = data.rstrip(b"\n").partition(b"\n")
    if digest(text).encode() != checksum:
        return empty
    try:
        content = json.loads(text)
        if content["machinery"] != machinery:
            return empty
        pages = {
            slug: Page(page["digest"], dict(page["inputs"]))
            for slug, page in content["pages"].items()
        }
        return Ledger(machinery, maps, pages, _told(content["told"]))
    except (ValueError, TypeError, KeyError, AttributeError):
        # Whole, and yet not what we write: somebody else did.
        return empty


def _told(values: Mapping[str, Any] | None) -> Told | None:
    if values is None:
        return None
    if not values["findings"]:
        return Told(tuple(values["maps"]), dict(values["inputs"]), ())
    # Imported here: most builds tell nothing.
    from geo.findings import Finding

    found: Sequence[Mapping[str, Any]] = values["findings"]
    findings = tuple(Finding(**finding) for finding in found)
    return Told(tuple(values["maps"]), dict(values["inputs"]), findings)
