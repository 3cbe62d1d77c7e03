"""Comparing pages with what their inputs give; nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.building import drawn, map_folder
from geo.definitions.listed import definition_files
from geo.findings import Finding, FindingsError, errors, quote
from geo.verify.differences import differences
from geo.verify.read_page import NotAPageError, Payload, payload_of, read_page

Warn = Callable[[tuple[Finding, ...]], None]


@dataclass(frozen=True)
class Compared:
    """A page, and how it differs from the one that its inputs give."""

    path: Path
    differences: tuple[str, ...]
    payload: Payload

    @property
    def is_same(self) -> bool:
        return not self.differences


def compare_pages(
    slugs: Sequence[str] = (),
    *,
    data: Path,
    maps: Path,
    warn: Warn = lambda _findings: None,
) -> Iterator[Compared]:
    """Compare the pages of a folder with fresh ones: what ``build --check`` tells.

    Raises
    ------
    FindingsError
        If a definition or a table has errors.
    """
    for slug, html in _fresh(slugs, data, maps, warn):
        yield _compared(maps / f"{slug}.html", html)


def verify_page(
    page: Path, *, data: Path, maps: Path, warn: Warn = lambda _findings: None
) -> Compared:
    """Compare one page, wherever it is, with a fresh one: what ``verify`` tells.

    Raises
    ------
    NotAPageError
        If it is no page of ours, or of no map of the folder.
    FindingsError
        If the map's definition or its tables have errors.
    """
    slug = read_page(page)[1]["map"]
    if slug not in {path.stem for path in definition_files(maps)}:
        reason = (
            f"it is the page of a map {quote(slug)}, and {maps.as_posix()} has no"
            " definition of it; name the folder with --maps"
        )
        raise NotAPageError(reason, page)
    ((_, html),) = _fresh([slug], data, maps, warn)
    return _compared(page, html)


def _fresh(
    slugs: Sequence[str], data: Path, maps: Path, warn: Warn
) -> Iterator[tuple[str, str]]:
    loaded, findings = map_folder(maps, data).load(slugs)
    if errors(findings):
        raise FindingsError(findings)
    if findings:
        warn(findings)
    return drawn(loaded)


def _compared(path: Path, html: str) -> Compared:
    fresh = payload_of(html)
    try:
        old, payload = read_page(path)
    except NotAPageError as error:
        return Compared(path, (error.reason,), fresh)
    found = differences(old, payload, html.encode("utf-8"), fresh)
    return Compared(path, tuple(found), fresh)
