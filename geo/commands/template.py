"""``pledgemap template``: a workbook to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from geo.commands.options import EPILOG, exit_for


@click.command(epilog=EPILOG)
@click.option(
    "--xlsx",
    "path",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The workbook to write; a file that is there already is kept.",
)
def template(path: Path) -> None:
    """Write a workbook to fill in, with the columns of the tables.

    Cells with a vocabulary have a list to choose from, every cell says what it holds,
    and a sheet explains each column.

    Example: pledgemap template --xlsx book.xlsx
    """
    from geo.atomic_write import write_atomically
    from geo.findings import OutputError, RequestError, quote
    from geo.output import sweep
    from geo.starter.template import template_xlsx

    if path.suffix.lower() != ".xlsx":
        exit_for(RequestError(f"{quote(path.name)} does not end in .xlsx; add that"))
    sweep(path.parent)
    if path.exists():
        exit_for(OutputError(f"{path.as_posix()} is there already; name a new file"))
    try:
        write_atomically(path.parent, {path.name: template_xlsx()}, listed=False)
    except Exception as error:
        exit_for(error)
    click.echo(path.as_posix())
