"""``pledgemap new DIR``: a folder that builds at once."""

from __future__ import annotations

from pathlib import Path

import click

from geo.commands.options import EPILOG, exit_for, print_findings


@click.command(epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--from",
    "table",
    metavar="FILE",
    help="Begin with a table that you have, or that is published at an https: address:"
    " say what would be read, copy it, and write a definition for it.",
)
def new(folder: Path, table: str | None) -> None:
    """Make a folder DIR with a first map, which builds at once.

    DIR must not exist, or be empty. Three example rows show what a table holds;
    README.md and LISEZMOI.md say how to go on. With --from, the folder holds a table
    of yours and a definition that reads it; what only you know is left to write.
    """
    from geo.starter.start import start_folder

    filled = None
    try:
        if table is not None:
            filled = _files_for(table)
        written = start_folder(folder, filled)
    except Exception as error:
        exit_for(error)
    for path in written:
        click.echo(path.as_posix())
    command = "build" if table is None else "check"
    click.echo(f"now: cd {folder.as_posix()} && pledgemap {command}", err=True)


def _files_for(table: str) -> dict[str, bytes]:
    """Say what would be read of a table; return the files of a folder for it."""
    from geo.cells.urls import is_address
    from geo.starter.definition_text import files_of
    from geo.starter.inspection import at_hand, inspect_table

    with at_hand(table) as file:
        inspected = inspect_table(file)
        for line in inspected.lines():
            click.echo(line, err=True)
        print_findings(inspected.findings)
        return files_of(inspected, table if is_address(table) else "")
