"""``pledgemap pull``: published tables, written into the data folder."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from geo.commands.options import (
    EPILOG,
    exit_for,
    folder_options,
    maps_argument,
    progress_printer,
    quiet_option,
)


@click.command(epilog=EPILOG)
@maps_argument
@folder_options
@click.option(
    "--force",
    is_flag=True,
    help="Replace a table that was not pulled, or that was edited since, too.",
)
@quiet_option
def pull(
    maps: tuple[str, ...], data: Path, maps_dir: Path, force: bool, quiet: bool
) -> None:
    """Write the published tables of the named MAPs, or of all, into the data folder.

    A definition says under [pull] at which https: address each table is published: a
    CSV file, a workbook, or a sheet of Google's. All are written or none, none that
    has errors, and what changed is said. Only this command asks the network, never a
    build.
    """
    from geo.diff.as_text import as_text
    from geo.pulling import pull as pull_tables
    from geo.report.text import wants_colours

    show = progress_printer(quiet=quiet)
    try:
        pulled = pull_tables(maps, data=data, maps=maps_dir, force=force, progress=show)
    except Exception as error:
        exit_for(error, "; nothing is written")
    if quiet:
        return
    for path in pulled.files:
        state = "written" if path in pulled.written else "unchanged"
        size = path.stat().st_size / 1000
        click.echo(f"{path.as_posix()}  {size:.0f} kB  {state}")
    if pulled.difference is not None:
        colours = wants_colours(sys.stdout)
        told = as_text(pulled.difference, colours=colours)
        click.echo(f"\n{told}", nl=False, color=colours)
