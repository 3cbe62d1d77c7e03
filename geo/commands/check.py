"""``pledgemap check``: everything that is wrong, and nothing written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from geo.commands.options import (
    EPILOG,
    folder_options,
    format_option,
    print_findings,
    quiet_option,
)

if TYPE_CHECKING:
    from geo.cells.dates import Order
    from geo.findings import Finding
    from geo.fix.maps import Job

FORMATS = ("text", "json", "github")
TABLES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods", ".xls"})


@click.command(epilog=EPILOG)
@click.argument("maps", nargs=-1, metavar="[MAP|FILE]...")
@folder_options
@format_option(
    FORMATS, "How to print: for a person, as JSON, or as annotations on GitHub."
)
@click.option(
    "--fix",
    is_flag=True,
    help="First show, as a diff, how tables would look in their plainest form: codes,"
    " dates, numbers, spaces, UTF-8. Nothing is written before you agree.",
)
@click.option("--yes", is_flag=True, help="Agree to what --fix shows.")
@click.option(
    "--date-order",
    type=click.Choice(("day_first", "month_first")),
    help="What comes first in 11/03/2025, in a FILE or in what --fix mends; for a MAP"
    " its definition says so.",
)
@quiet_option
def check(
    maps: tuple[str, ...],
    data: Path,
    maps_dir: Path,
    form: str,
    fix: bool,
    yes: bool,
    date_order: str | None,
    quiet: bool,
) -> None:
    """Check the tables and definitions of the named MAPs, or of all.

    A FILE, such as data/pledges.csv, is checked by itself, whatever its length. Prints
    every finding as FILE:ROW:COLUMN, with what to do. Writes nothing, but what you
    agree to with --fix.
    """
    if yes and not fix:
        raise click.UsageError("--yes agrees to what --fix shows; say --fix as well")
    files = tuple(name for name in maps if _is_table(name))
    slugs = tuple(name for name in maps if name not in files)
    if date_order and not fix and (slugs or not files):
        raise click.UsageError(
            f'write date_order = "{date_order}" at the top of the map definition;'
            " --date-order is for a FILE, or for --fix"
        )
    from geo.cells.dates import ORDERS

    order = ORDERS[date_order] if date_order else None
    if fix:
        _fix(_jobs(slugs, files, data, maps_dir, order), agreed=yes)
    from geo.building import check as check_maps
    from geo.findings import errors
    from geo.report.programs import as_github, as_json

    findings = [finding for name in files for finding in _check_file(name, order)]
    if slugs or not files:
        findings += check_maps(slugs, data=data, maps=maps_dir)
    if form == "json":
        click.echo(as_json(findings), nl=False)
    elif form == "github":
        click.echo(as_github(findings), nl=False)
    else:
        wrong = errors(findings)
        print_findings(findings, "; nothing is built" if wrong else "")
        if not wrong and not quiet:
            click.echo("no errors")
    if errors(findings):
        raise SystemExit(1)


def _is_table(name: str) -> bool:
    """Tell a file from the name of a map, which may be that of its definition.

    What is called like a table is one, also where it is missing or a folder.
    """
    path = Path(name.partition("#")[0])
    suffix = path.suffix.lower()
    return suffix in TABLES or (suffix not in {".toml", ".html"} and path.is_file())


def _check_file(name: str, order: Order | None) -> tuple[Finding, ...]:
    from geo.definitions.files import table_file
    from geo.definitions.terms import unfinished_terms
    from geo.findings import counted
    from geo.tables.reader import check_file

    if unfinished := unfinished_terms():
        return unfinished
    checked = check_file(table_file(Path(), name).ordered(order))
    click.echo(f"{name}  {counted(checked.rows, 'row', 'rows')} read", err=True)
    return checked.findings


def _jobs(
    slugs: tuple[str, ...],
    files: tuple[str, ...],
    data: Path,
    maps_dir: Path,
    order: Order | None,
) -> list[Job]:
    """Return the tables to mend: of the files that are named, and of maps."""
    from geo.definitions.files import table_file
    from geo.fix.maps import job_of_file, jobs_of_maps

    jobs = [job_of_file(table_file(Path(), name).ordered(order)) for name in files]
    if slugs or not files:
        jobs += jobs_of_maps(slugs, data, maps_dir, order)
    return jobs


def _dates(left: tuple[str, ...]) -> str:
    from geo.findings import quote

    if len(left) == 1:
        return f"1 date stays as it is ({quote(left[0])})"
    return f"{len(left)} dates stay as they are (as {quote(left[0])})"


def _fix(jobs: list[Job], *, agreed: bool) -> None:
    from geo.findings import OutputError
    from geo.fix.maps import as_diff, find_fixes, open_dates
    from geo.replacing import mend
    from geo.report.text import wants_colours

    for path in sorted({job.file.path for job in jobs if job.is_workbook}):
        click.echo(
            f"{path.as_posix()}: a workbook is not rewritten, since only a spreadsheet"
            " keeps its formulas and formats; mend the cells that are named below, or"
            ' save the sheet as "CSV UTF-8" and fix that',
            err=True,
        )
    fixes = find_fixes(jobs)
    colours = wants_colours(sys.stderr)
    for fix in fixes:
        click.echo(as_diff(fix, colours=colours), err=True, nl=False, color=colours)
    for job in jobs:
        if (left := open_dates(job)) and not job.is_workbook:
            click.echo(
                f"{job.file.path.as_posix()}: {_dates(left)}, since day or month may"
                " come first; say --date-order day_first or month_first to mend them",
                err=True,
            )
    if not fixes:
        click.echo("nothing to fix", err=True)
        return
    if not agreed and not (sys.stdin.isatty() and click.confirm("Write this?")):
        click.echo("nothing is written; agree with --yes", err=True)
        return
    failed = False
    for fix in fixes:
        try:
            mend(fix.path, fix.data, fix.found)
            click.echo(f"{fix.path.as_posix()}  fixed", err=True)
        except OutputError as error:
            click.echo(f"pledgemap: {error}", err=True)
            failed = True
    if failed:
        raise SystemExit(1)
