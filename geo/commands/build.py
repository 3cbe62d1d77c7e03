"""``pledgemap build``: the pages of maps, or whether they are what they should be."""

from __future__ import annotations

from pathlib import Path

import click

from geo.commands.collector import without_collector
from geo.commands.options import (
    EPILOG,
    exit_for,
    folder_options,
    force_option,
    maps_argument,
    print_findings,
    progress_printer,
    quiet_option,
)


@click.command(epilog=EPILOG)
@maps_argument
@folder_options
@click.option(
    "--check",
    "check_only",
    is_flag=True,
    help="Write nothing; exit 1 and say what differs if a page is not what its"
    " definition and tables give. MAP may be a page from anywhere, PATH.html.",
)
@force_option
@quiet_option
@without_collector()
def build(
    maps: tuple[str, ...], data: Path, maps_dir: Path, check_only: bool, force: bool,
    quiet: bool,
) -> None:  # fmt: skip
    """Build the pages of the named MAPs, or of all.

    Each maps/MAP.toml becomes maps/MAP.html; a page that is what its inputs give
    already is left alone, any other page of MAP is built anew. If anything is wrong,
    all findings are printed and nothing is written.
    """
    from geo.building import build as build_maps

    try:
        if check_only:
            _compare(maps, data, maps_dir, quiet=quiet)
            return
        built = build_maps(
            maps, data=data, maps=maps_dir, force=force,
            progress=progress_printer(quiet=quiet), warn=print_findings,
        )  # fmt: skip
    except Exception as error:
        exit_for(error, "; nothing is built")
    for page in built:
        if not quiet:
            state = "built" if page.changed else "unchanged"
            click.echo(f"{page.path.as_posix()}  {page.size / 1000:.0f} kB  {state}")


def _compare(maps: tuple[str, ...], data: Path, maps_dir: Path, *, quiet: bool) -> None:
    from geo.verify.pages import compare_pages

    same = True
    for page in compare_pages(maps, data=data, maps=maps_dir, warn=print_findings):
        path = page.path.as_posix()
        if page.is_same and not quiet:
            click.echo(f"{path}  as its inputs give it")
        for line in page.differences:
            click.echo(f"{path}: {line}", err=True)
        same &= page.is_same
    if not same:
        click.echo("nothing is written; run: pledgemap build", err=True)
        raise SystemExit(1)
