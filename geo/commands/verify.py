"""``pledgemap verify PAGE``: whether the page is what the data at hand give."""

from __future__ import annotations

from pathlib import Path

import click

from geo.commands.options import (
    EPILOG,
    data_option,
    maps_option,
    print_findings,
    quiet_option,
    tell_error,
)


@click.command(epilog=EPILOG)
@click.argument("page", type=click.Path(path_type=Path))
@data_option
@maps_option
@quiet_option
def verify(page: Path, data: Path, maps_dir: Path, quiet: bool) -> None:
    """Say whether a PAGE is what the data at hand give.

    The page says from which files it was made, each by its SHA-256, and by which
    version of Pledgemap. Its map is built anew in memory and compared with it byte by
    byte; what differs is printed, the files first. Writes nothing.

    Example: pledgemap verify maps/coalition.html
    """
    from geo.verify.pages import verify_page
    from geo.verify.read_page import made_from

    try:
        compared = verify_page(page, data=data, maps=maps_dir, warn=print_findings)
    except Exception as error:
        tell_error(error, "; the page cannot be made anew")
    path = page.as_posix()
    if compared.is_same:
        files = sum(map(len, made_from(compared.payload).values()))
        as_of = compared.payload["as_of"]
        if not quiet:
            click.echo(f"{path}: the same, from {files} files, as of {as_of}")
        return
    for line in compared.differences:
        click.echo(f"{path}: {line}", err=True)
    raise SystemExit(1)
