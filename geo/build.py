"""From map definitions to pages: what the command line and notebooks call."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.boundaries.files import shipped
from geo.boundaries.keys import boundary_keys
from geo.definitions.load import MapInput, load_map, uncited_sources
from geo.findings import (
    Finding,
    FindingsError,
    did_you_mean,
    errors,
    quote,
    sort_findings,
)
from geo.output import write_whole

if TYPE_CHECKING:
    from geo.page.folium_map import PledgeMap

SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class Built:
    """One page that a build made: where it is, and whether its bytes changed."""

    slug: str
    path: Path
    changed: bool
    size: int


def check(
    slugs: Sequence[str] = (), *, data: str | Path = "data", maps: str | Path = "maps"
) -> tuple[Finding, ...]:
    """Read map definitions and their tables, and give everything that is wrong.

    Parameters
    ----------
    slugs
        The maps' names; all of the folder if none is named.
    data
        The folder of the tables.
    maps
        The folder of the definitions.

    Returns
    -------
    tuple of Finding
        Sorted by file, row and column; empty if all is well.
    """
    return _load(slugs, Path(data), Path(maps))[1]


def build(
    slugs: Sequence[str] = (),
    *,
    data: str | Path = "data",
    maps: str | Path = "maps",
    progress: Callable[[str], None] = lambda _message: None,
    warn: Callable[[tuple[Finding, ...]], None] = lambda _findings: None,
) -> tuple[Built, ...]:
    """Build the pages of maps: ``maps/<slug>.html`` from ``maps/<slug>.toml``.

    All pages are made before the first is written, and each is written whole or not
    at all.

    Parameters
    ----------
    slugs
        The maps' names; all of the folder if none is named.
    data
        The folder of the tables.
    maps
        The folder of the definitions and of the pages.
    progress
        Called with a line of text before each long step.
    warn
        Called with the findings that stop nothing, if there are any.

    Returns
    -------
    tuple of Built
        One a map, in the order of their names.

    Raises
    ------
    FindingsError
        If anything has errors; nothing is written then.
    OutputError
        If a page could not be written; the page before is untouched.
    """
    progress("reading tables")
    loaded, findings = _load(slugs, Path(data), Path(maps))
    if errors(findings):
        raise FindingsError(findings)
    if findings:
        warn(findings)
    from geo.boundaries.read import read_boundaries
    from geo.page.compose import compose

    boundaries = read_boundaries()
    pages = []
    for one in loaded:
        progress(f"drawing {one.definition.slug}")
        drawn = compose(one, boundaries, shipped("boundaries.topojson"))
        pages.append((one.definition.slug, drawn.get_root().render()))
    built = []
    for slug, html in pages:
        path = Path(maps) / f"{slug}.html"
        changed = write_whole(path, html)
        built.append(Built(slug, path, changed, len(html.encode("utf-8"))))
    return tuple(built)


def pledge_map(definition: str | Path, *, data: str | Path | None = None) -> PledgeMap:
    """Make the map of a definition as a ``folium.Map``.

    Parameters
    ----------
    definition
        The path of a ``.toml`` file.
    data
        The folder of the tables; by default ``data`` beside the folder of the
        definition.

    Returns
    -------
    PledgeMap
        A ``folium.Map``: shows itself in a notebook, takes folium's markers and
        plugins, and saves itself with ``save``.

    Raises
    ------
    FindingsError
        If the definition or its tables have errors.
    """
    path = Path(definition)
    folder = Path(data) if data is not None else path.parent.parent / "data"
    loaded, findings = load_map(path, folder, boundary_keys())
    if loaded is None:
        raise FindingsError(errors(findings))
    from geo.boundaries.read import read_boundaries
    from geo.page.compose import compose

    return compose(loaded, read_boundaries(), shipped("boundaries.topojson"))


def _load(
    slugs: Sequence[str], data: Path, maps: Path
) -> tuple[list[MapInput], tuple[Finding, ...]]:
    there = sorted(path.stem for path in maps.glob("*.toml"))
    wanted, findings = _wanted(slugs, there, maps)
    inputs: dict[str, MapInput] = {}
    for slug in sorted({*wanted, *there}):
        loaded, found = load_map(maps / f"{slug}.toml", data, boundary_keys())
        if slug in wanted:
            findings += found
        if loaded is not None:
            inputs[slug] = loaded
    # Maps share their sources, so only all of them together tell what nobody cites.
    if set(there) <= set(inputs):
        files = {inputs[slug].files.get("sources") for slug in wanted & set(inputs)}
        findings += (f for f in uncited_sources(inputs.values()) if f.file in files)
    selected = [inputs[slug] for slug in sorted(wanted) if slug in inputs]
    return selected, sort_findings(findings)


def _wanted(
    slugs: Iterable[str], there: list[str], maps: Path
) -> tuple[set[str], list[Finding]]:
    findings = []
    wanted = set()
    for name in slugs:
        slug = name.removesuffix(".toml").removesuffix(".html").rpartition("/")[2]
        if not SLUG.fullmatch(slug) or slug not in there:
            findings.append(
                Finding(
                    f"{maps.as_posix()}/{slug}.toml", None, None, "missing-file",
                    f"there is no map {quote(name)}",
                    did_you_mean(slug, there) or f"write {maps.as_posix()}/{slug}.toml",
                )
            )  # fmt: skip
        else:
            wanted.add(slug)
    if not slugs:
        wanted = set(there)
    if not there:
        findings.append(
            Finding(
                maps.as_posix(), None, None, "missing-file",
                "there is no map definition in this folder",
                "write one, such as coalition.toml, or name the folder with --maps",
            )
        )  # fmt: skip
    return wanted, findings
