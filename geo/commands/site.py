"""``pledgemap site``: a folder to publish."""

from __future__ import annotations

from pathlib import Path

import click

from geo.commands.options import (
    EPILOG,
    exit_for,
    folder_options,
    force_option,
    maps_argument,
    print_written,
    progress_printer,
    quiet_option,
)


@click.command(epilog=EPILOG)
@maps_argument
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("site"),
    show_default=True,
    help="The folder to write: new, empty or a site, whose other files are kept.",
)
@click.option(
    "--url",
    default="",
    help="The address it will have: with it pages name theirs, and oEmbed is written.",
)
@force_option
@folder_options
@quiet_option
def site(
    maps: tuple[str, ...], out: Path, url: str, force: bool, data: Path, maps_dir: Path,
    quiet: bool,
) -> None:  # fmt: skip
    """Write a folder to publish: the named MAPs or all, and an index.

    latest/MAP.html changes with the data; v/HASH/MAP.html never does. The index lists
    those of earlier runs as well. If anything is wrong, nothing is written.

    Example: pledgemap site --url https://example.org/maps/
    """
    from geo.site.site import site as write_site

    try:
        written = write_site(
            maps, out=out, url=url, data=data, maps=maps_dir, force=force,
            progress=progress_printer(quiet=quiet),
        )  # fmt: skip
    except Exception as error:
        exit_for(error, "; nothing is written")
    if not quiet:
        print_written(out, written)
