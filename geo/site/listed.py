"""What the index of a site lists: every map that the folder holds, and its versions.

It is read back from the pages, those of this run and those of earlier ones.  So a run
for one map leaves the others in the index, and every date is that of the data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

from geo.cells.dates import PartialDate, parse_date
from geo.page.read_back import payload_in
from geo.site.feed import feed_name
from geo.words import LANGUAGES

Read = Callable[[str], bytes]

_LATEST = re.compile(r"latest/([^/]+)\.html")
_FROZEN = re.compile(r"v/([0-9a-f]+)/([^/]+)\.html")

# What pages that were built before call the headline.
_FORMER = "finding"


@dataclass(frozen=True)
class Version:
    """A page that never changes: where it is, and as of when its data are."""

    path: str
    as_of: PartialDate

    @property
    def name(self) -> str:
        """The folder's name, which is the beginning of the page's SHA-256."""
        return self.path.split("/")[1]


@dataclass(frozen=True)
class Listed:
    """A map of the index; paths are those in the site.

    ``frozen`` is the fixed version of the latest page, ``others`` are of other data,
    the newest first, ``feeds`` those of its languages.  ``is_of_troops`` says that it
    counts nothing else.
    """

    slug: str
    title: Mapping[str, str]
    headline: Mapping[str, str]
    languages: tuple[str, ...]
    licence: str
    as_of: PartialDate
    frozen: Version | None
    others: tuple[Version, ...]
    picture: str | None
    data: tuple[str, ...]
    feeds: Mapping[str, str]
    is_of_troops: bool

    @property
    def latest(self) -> str:
        return f"latest/{self.slug}.html"


def listed_maps(folder: Path, files: Mapping[str, bytes]) -> list[Listed]:
    """Return the maps that a site will hold, by their names.

    ``files`` are to be written, by path in the site, into the folder as it is.
    """

    def read(name: str) -> bytes:
        return files[name] if name in files else (folder / name).read_bytes()

    names = sorted({*files, *_there(folder)})
    found = []
    for name in names:
        latest = _LATEST.fullmatch(name)
        page = _page(read(name), latest[1]) if latest else None
        if page is not None:
            versions = dict(_versions(page["map"], names, read))
            found.append(_listed(page, versions, names, files))
    return [one for one in found if one is not None]


def is_site(folder: Path) -> bool:
    """Return whether a folder holds the latest page of a map, and so is a site."""
    pages = (path for path in folder.glob("latest/*.html") if path.is_file())
    return any(_page(path.read_bytes(), path.stem) for path in pages)


def _there(folder: Path) -> Iterator[str]:
    """Return the pages, pictures and data that lie in a site."""
    for pattern in ("latest/*", "v/*/*", "data/*/*"):
        for path in folder.glob(pattern):
            if path.is_file():
                yield path.relative_to(folder).as_posix()


def _page(data: bytes, slug: str) -> dict[str, Any] | None:
    """Return the payload of a page of a map; None if it is none."""
    payload = payload_in(data)
    return payload if payload is not None and payload.get("map") == slug else None


def _versions(
    slug: str, names: Iterable[str], read: Read
) -> Iterator[tuple[Version, dict[str, Any]]]:
    for name in names:
        frozen = _FROZEN.fullmatch(name)
        payload = _page(read(name), slug) if frozen and frozen[2] == slug else None
        as_of = _date(payload) if payload is not None else None
        if payload is not None and as_of is not None:
            yield Version(name, as_of), payload


def _date(payload: Mapping[str, Any]) -> PartialDate | None:
    text = payload.get("as_of")
    date = parse_date(text) if isinstance(text, str) else None
    return date if isinstance(date, PartialDate) else None


def _is_said(text: object) -> TypeGuard[Mapping[str, str]]:
    return isinstance(text, dict) and bool(text)


def _listed(
    page: Mapping[str, Any],
    versions: Mapping[Version, Mapping[str, Any]],
    names: Iterable[str],
    files: Mapping[str, bytes],
) -> Listed | None:
    """Return what is listed of a map; None of a page that says too little."""
    slug, as_of = page["map"], _date(page)
    title, headline = page.get("title"), page.get("headline", page.get(_FORMER))
    if as_of is None or not (_is_said(title) and _is_said(headline)):
        return None
    same = [one for one, payload in versions.items() if payload == page]
    frozen = next((one for one in same if one.path in files), same[0] if same else None)
    others = sorted((v for v in versions if v != frozen), key=lambda v: v.path)
    others.sort(key=lambda version: version.as_of, reverse=True)
    picture = f"latest/{slug}.svg"
    return Listed(
        slug=slug,
        title=title,
        headline=headline,
        languages=tuple(c for c in page.get("languages", ()) if c in LANGUAGES),
        licence=str(page.get("licence", "")),
        as_of=as_of,
        frozen=frozen,
        others=tuple(others),
        picture=picture if picture in names else None,
        data=tuple(name for name in names if name.startswith(f"data/{slug}/")),
        feeds={
            language: name
            for language in LANGUAGES
            if (name := feed_name(slug, language)) in names
        },
        is_of_troops="table.figure" not in (page.get("instead") or ()),
    )
