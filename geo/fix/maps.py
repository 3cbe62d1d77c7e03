"""The fixes of the tables of some maps, or of files by themselves, and their diffs."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from geo.cells.dates import OpenOrder, Order, parse_date
from geo.definitions.files import table_files
from geo.definitions.folder import wanted_maps
from geo.definitions.listed import definition_files
from geo.definitions.read import read_definition
from geo.fix.file import Fix, fix_file
from geo.report.text import styled
from geo.sheets.grid import UnreadableError
from geo.sheets.read import sheet_names
from geo.tables.reader import companions_of, kinds_of_actors, read_table, table_of_file
from geo.tables.schema import TABLES
from geo.tables.table import Table
from geo.tables.table_file import TableFile

_STYLES = {"+": "32", "-": "31", "@": "36"}


@dataclass(frozen=True)
class Job:
    """A table whose file may be mended, and the kinds of its actors by id."""

    file: TableFile
    table: Table
    actors: Mapping[str, str]

    @property
    def is_workbook(self) -> bool:
        """Whether the file is a workbook, which only a spreadsheet rewrites whole."""
        try:
            return bool(sheet_names(self.file.path))
        except UnreadableError:
            return False


def jobs_of_maps(
    slugs: Sequence[str], data: Path, maps: Path, order: Order | None = None
) -> Iterator[Job]:
    """Return the tables of the named maps, or of all of the folder, each file once.

    ``order`` is that of day and month in their dates, if not the definition's.
    """
    seen: set[Path] = set()
    there = [path.stem for path in definition_files(maps)]
    for slug in sorted(wanted_maps(slugs, there, maps)[0]):
        definition, _ = read_definition(maps / f"{slug}.toml")
        if definition is None:
            continue
        files, _ = table_files(definition, data)
        if order:
            files = {name: file.ordered(order) for name, file in files.items()}
        kinds = kinds_of_actors(files["actors"]) if "actors" in files else {}
        for name, file in sorted(files.items()):
            if file.path not in seen:
                seen.add(file.path)
                yield Job(file, TABLES[name], kinds)


def job_of_file(file: TableFile) -> Job:
    """Return a file by itself, with the actors that stand beside it."""
    actors = companions_of(file.path).get("actors")
    kinds = kinds_of_actors(actors) if actors else {}
    return Job(file, table_of_file(file), kinds)


def find_fixes(jobs: Iterable[Job]) -> tuple[Fix, ...]:
    """Return what can be mended with certainty in some tables."""
    fixes = (fix_file(job.file, job.table, job.actors) for job in jobs)
    return tuple(sorted(filter(None, fixes), key=lambda fix: fix.path))


def open_dates(job: Job) -> tuple[str, ...]:
    """Return the dates of a table of which only a person can say what comes first."""
    read = read_table(job.file, job.table, make=lambda row, _: row)
    names = [
        name for name in read.raw.place.columns if job.table.column(name).kind == "date"
    ]
    return tuple(
        text
        for name in names
        for row in read.made
        if (text := row.text(name))
        and isinstance(parse_date(text, order=read.rules.orders.get(name)), OpenOrder)
    )


def as_diff(fix: Fix, *, colours: bool = False) -> str:
    """Write a fix as a unified diff."""
    name = fix.path.as_posix()
    parts = [f"{name}: to UTF-8 from {fix.encoding}\n"] if fix.encoding else []
    diff = difflib.unified_diff(
        fix.before.splitlines(), fix.after.splitlines(), name, name, n=0, lineterm=""
    )
    for line in diff:
        shown = "".join(map(_visible, line))
        style = _STYLES.get(line[:1], "") if colours else ""
        parts.append(f"{styled(shown, style)}\n")
    return "".join(parts)


def _visible(character: str) -> str:
    """Show the spaces that look like none, and nothing that a terminal would obey."""
    if character.isprintable():
        return character
    return "␣" if character.isspace() else "\N{REPLACEMENT CHARACTER}"
