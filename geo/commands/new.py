"""``pledgemap new DIR``: a folder that builds at once."""

from __future__ import annotations

from pathlib import Path

import click

from geo.commands.options import EPILOG


@click.command(epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a folder DIR with tables and a map definition that builds at once.

    DIR must not exist, or be empty. Three example rows show what a table holds;
    README.md and LISEZMOI.md say how to go on.
    """
    from geo.findings import OutputError
    from geo.starter.start import start_folder

    try:
        written = start_folder(folder)
    except OutputError as error:
        click.echo(f"pledgemap: {error}", err=True)
        raise SystemExit(1) from None
    for path in written:
        click.echo(path.as_posix())
    click.echo(f"now: cd {folder.as_posix()} && pledgemap build", err=True)
