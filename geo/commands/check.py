"""``pledgemap check``: everything that is wrong, and nothing written."""

from __future__ import annotations

from pathlib import Path

import click

from geo.commands.options import (
    EPILOG,
    data_option,
    maps_argument,
    maps_option,
    print_findings,
    quiet_option,
)

FORMATS = ("text", "json", "github")


@click.command(epilog=EPILOG)
@maps_argument
@data_option
@maps_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to print: for a person, as JSON, or as annotations on GitHub.",
)
@quiet_option
def check(
    maps: tuple[str, ...], data: Path, maps_dir: Path, form: str, quiet: bool
) -> None:
    """Check the tables and definitions of the named MAPs, or of all.

    Prints every finding as FILE:ROW:COLUMN, with what to do. Writes nothing.
    """
    from geo.build import check as check_maps
    from geo.findings import errors
    from geo.report.programs import as_github, as_json

    findings = check_maps(maps, data=data, maps=maps_dir)
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
