"""From map definitions to pages: what the command line and notebooks call.

Nothing heavy is imported here, so that a build that changes nothing answers at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from geo.definitions.listed import definition_files
from geo.digest import digest
from geo.ledger import Ledger
from geo.output import sweep

if TYPE_CHECKING:
    from geo.definitions.folder import MapFolder
    from geo.definitions.given import Given
    from geo.definitions.inputs import Inputs
    from geo.definitions.load import MapInput
    from geo.findings import Finding
    from geo.page.folium_map import PledgeMap

Progress = Callable[[str], None]
Warn = Callable[[tuple["Finding", ...]], None]


@dataclass(frozen=True)
class Built:
    """One page that a build made: where it is, and whether its bytes changed."""

    slug: str
    path: Path
    changed: bool
    size: int


def check(
    slugs: str | Sequence[str] = (),
    *,
    data: str | Path = "data",
    maps: str | Path = "maps",
) -> tuple[Finding, ...]:
    """Read map definitions and their tables, and give everything that is wrong.

    Parameters
    ----------
    slugs
        The maps' names, or that of one; all of the folder if none is named.
    data
        The folder of the tables.
    maps
        The folder of the definitions.

    Returns
    -------
    tuple of Finding
        Sorted by file, row and column; empty if all is well.
    """
    return map_folder(Path(maps), Path(data)).load(_several(slugs))[1]


def build(
    slugs: str | Sequence[str] = (),
    *,
    data: str | Path = "data",
    maps: str | Path = "maps",
    force: bool = False,
    progress: Progress = lambda _message: None,
    warn: Warn = lambda _findings: None,
) -> tuple[Built, ...]:
    """Build the pages of maps: ``maps/<slug>.html`` from ``maps/<slug>.toml``.

    All pages are made before the first is written, and all are written or none.  A
    page that is what its inputs give, byte for byte, is not made again.

    Parameters
    ----------
    slugs
        The maps' names, or that of one; all of the folder if none is named.
    data
        The folder of the tables.
    maps
        The folder of the definitions and of the pages.
    force
        Whether to replace what stands in a page's place and is none of that map.
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
        If a page could not be written, or something of a person's stands in its
        place; the folder is as it was.
    """
    data, maps = Path(data), Path(maps)
    slugs = _several(slugs)
    sweep(maps)
    ledger = Ledger(maps, data)
    named = _named(slugs, maps)
    fresh = {slug for slug in named if ledger.is_fresh(slug)}
    known = ledger.findings(named) if named and fresh == named else None
    if known is not None:
        if known:
            warn(known)
        return tuple(_found(slug, maps) for slug in sorted(named))

    progress("reading tables")
    folder = map_folder(maps, data)
    loaded, findings = folder.load_right(slugs)
    if findings:
        warn(findings)
    pages = dict(drawn(loaded, progress, fresh))
    changed = _write(pages, maps, data, force=force)
    inputs = {one.definition.slug: one.inputs for one in loaded}
    built = [_found(slug, maps, changed=slug in changed) for slug in inputs]
    made = {
        slug: (digest(page.encode("utf-8")), _digests([inputs[slug]]))
        for slug, page in pages.items()
    }
    ledger.enter(made, inputs, _digests(folder.inputs), findings)
    return tuple(built)


def map_folder(maps: Path, data: Path) -> MapFolder:
    """Return a folder of maps whose countries have the shipped boundaries."""
    from geo.boundaries.keys import boundary_keys
    from geo.definitions.folder import MapFolder

    return MapFolder(maps, data, boundary_keys())


def drawn(
    loaded: Sequence[MapInput],
    progress: Progress = lambda _message: None,
    without: Collection[str] = (),
) -> Iterator[tuple[str, str]]:
    """Draw maps, one after another: each one's name, and its page as HTML."""
    wanted = [one for one in loaded if one.definition.slug not in without]
    if not wanted:
        return
    from geo.boundaries.files import boundary_digests, shipped
    from geo.boundaries.read import boundaries_held
    from geo.page.compose import compose

    boundaries = boundaries_held(boundary_digests()["countries.parquet"])
    for one in wanted:
        progress(f"drawing {one.definition.slug}")
        page = compose(one, boundaries, shipped("boundaries.topojson"))
        yield one.definition.slug, page.page.file_text()


def pledge_map(
    definition: str | Path,
    *,
    data: str | Path | None = None,
    pledges: Given | None = None,
) -> PledgeMap:
    """Make the map of a definition as a ``folium.Map``.

    Parameters
    ----------
    definition
        The path of a ``.toml`` file.
    data
        The folder of the tables; by default ``data`` beside the folder of the
        definition.
    pledges
        The statements, in the place of the definition's own table: the path of a file,
        an ``https:`` address, an open file, or a data frame with one row a statement.

    Returns
    -------
    PledgeMap
        A ``folium.Map``: shows itself in a notebook, takes folium's markers and
        plugins, and saves itself with ``save``.

    Warns
    -----
    UserWarning
        Once, of rows that were kept out: totals, and names that are no country's.

    Raises
    ------
    FindingsError
        If the definition or its tables have errors.
    DownloadError
        If an address gives no table.
    """
    from geo.boundaries.files import shipped
    from geo.definitions.given import given_file
    from geo.definitions.load import right_map
    from geo.findings import warn_of_rows

    with nullcontext() if pledges is None else given_file(pledges) as given:
        loaded, findings = right_map(definition, data, given=given)
    warn_of_rows(findings)
    from geo.boundaries.read import read_boundaries
    from geo.page.compose import compose

    drawn = compose(loaded, read_boundaries(), shipped("boundaries.topojson"))
    drawn.still = _still(loaded)
    return drawn


def _still(loaded: MapInput) -> Callable[[], bytes] | None:
    """Return what draws a map's figure, if the extra that it needs is installed."""
    from geo.figure.extra import has_extra

    if not has_extra():
        return None

    def still() -> bytes:
        from geo.figure.draw import sheet_of
        from geo.page.folium_map import STILL_SCALE

        return sheet_of(loaded).png(STILL_SCALE)

    return still


def _several(slugs: str | Sequence[str]) -> Sequence[str]:
    return (slugs,) if isinstance(slugs, str) else slugs


def _named(slugs: Sequence[str], maps: Path) -> set[str]:
    """Return the maps that are meant, as far as their names tell."""
    if not slugs:
        return {path.stem for path in definition_files(maps)}
    return {slug.removesuffix(".toml").removesuffix(".html") for slug in slugs}


def _found(slug: str, maps: Path, *, changed: bool = False) -> Built:
    path = maps / f"{slug}.html"
    return Built(slug, path, changed, size=path.stat().st_size)


def _write(
    pages: Mapping[str, str], maps: Path, data: Path, *, force: bool
) -> set[str]:
    """Write pages by their maps' names, and return those that were changed."""
    from geo.atomic_write import write_atomically
    from geo.definitions.inputs import input_files

    files = {f"{slug}.html": html.encode("utf-8") for slug, html in pages.items()}
    inputs = input_files(maps, data)
    written = write_atomically(maps, files, inputs=inputs, force=force, listed=False)
    return {path.stem for path in written}


def _digests(inputs: Sequence[Inputs]) -> dict[str, str]:
    """Return what was read, by absolute path; a file that was not counts as changed."""
    return {
        str(path.absolute()): value or ""
        for one in inputs
        for path, value in one.digests.items()
    }
