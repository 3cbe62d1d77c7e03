"""``pledgemap new DIR``: a folder that builds at once."""

from __future__ import annotations

from pathlib import Path

import click

from geo.commands.options import EPILOG, tell_error


@click.command(epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a folder DIR with a first map, which builds at once.

    DIR must not exist, or be empty. Three example rows show what a table holds;
    README.md and LISEZMOI.md say how to go on.
    """
    from geo.starter.start import start_folder

    try:
        written = start_folder(folder)
    except Exception as error:
        tell_error(error)
    for path in written:
        click.echo(path.as_posix())
    click.echo(f"now: cd {folder.as_posix()} && pledgemap build", err=True)
