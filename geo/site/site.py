"""From maps to a folder that can be published as it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from geo.atomic_write import write_atomically
from geo.boundaries.read import read_boundaries
from geo.building import map_folder
from geo.cells.refused import Refused
from geo.cells.urls import parse_url
from geo.definitions.inputs import input_files
from geo.findings import ExportError, Finding, FindingsError, OutputError, quote
from geo.page.script import web_file
from geo.replacing import read_list
from geo.site.index import index_name, index_page
from geo.site.listed import Listed, is_site, listed_maps
from geo.site.published import site_files
from geo.tables.citation_file import citation_cff
from geo.words import FALLBACK

Progress = Callable[[str], None]

HEADERS = "_headers"
_NAMED = 4


def site(
    slugs: Sequence[str] = (),
    *,
    out: str | Path = "site",
    url: str = "",
    data: str | Path = "data",
    maps: str | Path = "maps",
    force: bool = False,
    progress: Progress = lambda _message: None,
) -> tuple[Path, ...]:
    """Write a folder to publish: the named maps, or all, and return what was changed.

    ``latest/<map>.html`` changes with the data; ``v/<hash>/<map>.html`` is named after
    what it holds and never does, and those of earlier runs stay.  An index in each
    language that all maps speak leads to both, to the pictures and to the data, of
    every map that the folder holds, also from earlier runs.

    ``out`` is a new or an empty folder, or a site, whose other files are kept; any
    other only with ``force``, which also replaces what Pledgemap did not make there.
    With the ``url`` that it will have the pages name theirs, and oEmbed is written.

    Raises
    ------
    FindingsError
        If anything read has errors; nothing is written then.
    ExportError
        If the address is none.
    OutputError
        If a file could not be written, or one of a person's stands in its place; the
        folder is as it was.
    """
    address = _address(url)
    if not force:
        _check_place(Path(out))
    progress("reading tables")
    loaded, _ = map_folder(Path(maps), Path(data)).load_right(slugs)
    package = _package(Path(data))
    boundaries = read_boundaries()
    files: dict[str, bytes] = {}
    for one in loaded:
        progress(f"drawing {one.definition.slug}")
        files |= site_files(one, boundaries, package, address)
    return write_atomically(
        Path(out),
        files | _round_them(listed_maps(Path(out), files), package),
        inputs=input_files(Path(maps), Path(data)),
        force=force,
        # It says itself how to change it.
        yielding={HEADERS},
    )


def _check_place(folder: Path) -> None:
    """Refuse a folder that holds something, and no site; hidden files do not count.

    Such as the project's own, where an index and more folders would lie in between.

    Raises
    ------
    OutputError
        Names what is there, and says what to do.
    """
    made = {name.partition("/")[0] for name in read_list(folder)}
    there = sorted({path.name for path in folder.glob("[!.]*")} - made)
    if there and not is_site(folder):
        shown = ", ".join(there[:_NAMED]) + (", …" if len(there) > _NAMED else "")
        raise OutputError(
            f"{folder.resolve().as_posix()} is no site so far, and holds {shown};"
            " write to a new or an empty folder, or say --force to have the site among"
            " these files"
        )


def _round_them(maps: Sequence[Listed], package: Mapping[str, Any]) -> dict[str, bytes]:
    """Return what stands round the maps: indexes, and what hosts and citers read."""
    languages = _spoken([one.languages for one in maps])
    # GitHub Pages would leave out files whose names begin with a line.
    files = {HEADERS: web_file("site/site_headers.txt").encode(), ".nojekyll": b""}
    if package.get("title") and package.get("contributors"):
        files["CITATION.cff"] = citation_cff(package).encode()
    for language in languages:
        name = index_name(language, languages)
        files[name] = index_page(language, languages, maps)
    return files


def _address(url: str) -> str:
    """Return the site's address with ``/`` at its end, or nothing."""
    if not url:
        return ""
    found = parse_url(url)
    if isinstance(found, Refused):
        raise ExportError(f"{quote(url)}: {found.reason}; {found.expected}")
    if "?" in found or "#" in found:
        raise ExportError(f"{quote(url)} is an address in a page, not of a folder")
    return found.rstrip("/") + "/"


def _spoken(languages: Sequence[Sequence[str]]) -> list[str]:
    """Return the languages of all maps, English first if it is one of them."""
    common = [c for c in languages[0] if all(c in other for other in languages)]
    return sorted(common or [FALLBACK], key=lambda code: (code != FALLBACK, code))


def _package(data: Path) -> dict[str, Any]:
    """Read the data package of the tables, if there is one.

    Raises
    ------
    FindingsError
        If it lacks what is cited from it.
    """
    path = data / "datapackage.json"
    try:
        text = path.read_text(encoding="utf-8-sig")
        package = json.loads(text)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        raise _wrong(path, None, "", "this is no JSON", "mend it") from None
    if not isinstance(package, dict):
        raise _wrong(path, None, "", "this is no data package", "write { … }")
    for key, needed in (("contributors", "title"), ("licenses", "name")):
        rows = (n for n, row in enumerate(text.splitlines(), 1) if f'"{key}"' in row)
        line, listed = next(rows, None), package.get(key, [])
        if not isinstance(listed, list):
            raise _wrong(path, line, key, "this is not a list", "write [{ … }]")
        for number, one in enumerate(listed, start=1):
            found = one.get(needed) if isinstance(one, dict) else None
            if not isinstance(found, str) or not found.strip():
                where = f"{key}[{number}].{needed}"
                message = f"each of {key} needs a text called {needed}"
                raise _wrong(path, line, where, message, "add it")
    return package


def _wrong(
    path: Path, line: int | None, key: str, message: str, advice: str
) -> FindingsError:
    finding = Finding(path.as_posix(), line, key or None, "bad-value", message, advice)
    return FindingsError([finding])
