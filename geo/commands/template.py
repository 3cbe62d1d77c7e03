"""``pledgemap template``: a workbook to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from geo.commands.options import EPILOG


@click.command(epilog=EPILOG)
@click.option(
    "--xlsx",
    "path",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The workbook to write; a file that is there already is kept.",
)
def template(path: Path) -> None:
    """Write a workbook with the tables' columns, ready to be filled in.

    Cells with a vocabulary have a list to choose from, every cell says what it holds,
    and a sheet explains each column.
    """
    from geo.findings import OutputError
    from geo.output import write_whole
    from geo.starter.template import template_xlsx

    if path.exists():
        click.echo(f"pledgemap: {path.as_posix()} is there already", err=True)
        raise SystemExit(1)
    try:
        write_whole(path, template_xlsx())
    except OutputError as error:
        click.echo(f"pledgemap: {error}", err=True)
        raise SystemExit(1) from None
    click.echo(path.as_posix())
