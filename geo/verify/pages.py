"""Comparing pages with what their inputs give; nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.building import drawn, map_folder
from geo.definitions.listed import definition_files, plain_slug
from geo.findings import Finding, quote
from geo.verify.differences import differences
from geo.verify.read_page import NotAPageError, payload_of, read_page

Warn = Callable[[tuple[Finding, ...]], None]


@dataclass(frozen=True)
class Compared:
    """A page, and how it differs from the one that its inputs give."""

    path: Path
    differences: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        return not self.differences


def compare_pages(
    named: Sequence[str] = (),
    *,
    data: Path,
    maps: Path,
    warn: Warn = lambda _findings: None,
) -> Iterator[Compared]:
    """Compare pages with fresh ones: what ``build --check`` tells.

    They are named by their maps, or by paths of pages from anywhere, which say
    themselves of which map they are.  ``warn`` is called with the findings that stop
    nothing, if there are any.

    Raises
    ------
    NotAPageError
        If a file is no page of ours, or of no map of the folder.
    FindingsError
        If a definition or a table has errors.
    """
    pages: dict[str, list[Path]] = {}
    for name in named:
        path = Path(name)
        if path.suffix == ".html" and path.is_file():
            pages.setdefault(_map_of(path, maps), []).append(path)
        else:
            slug = plain_slug(name)
            pages.setdefault(slug, []).append(maps / f"{slug}.html")
    loaded, findings = map_folder(maps, data).load_right(tuple(pages))
    if findings:
        warn(findings)
    for slug, html in drawn(loaded):
        for path in pages.get(slug, [maps / f"{slug}.html"]):
            yield _compared(path, html)


def _map_of(page: Path, maps: Path) -> str:
    slug = str(read_page(page)[1]["map"])
    if slug not in {path.stem for path in definition_files(maps)}:
        reason = (
            f"it is the page of a map {quote(slug)}, and {maps.as_posix()} has no"
            " definition of it; name the folder with --maps"
        )
        raise NotAPageError(reason, page)
    return slug


def _compared(path: Path, html: str) -> Compared:
    try:
        old, payload = read_page(path)
    except NotAPageError as error:
        return Compared(path, (error.reason,))
    return Compared(
        path, tuple(differences(old, payload, html.encode("utf-8"), payload_of(html)))
    )
