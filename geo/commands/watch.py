"""``pledgemap watch``: the maps in a browser, anew at every save."""

from __future__ import annotations

from pathlib import Path

import click

from geo.commands.options import (
    EPILOG,
    exit_for,
    folder_options,
    maps_argument,
    print_findings,
    progress_printer,
)


@click.command(epilog=EPILOG)
@maps_argument
@folder_options
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8725,
    show_default=True,
    help="Where to listen on this machine; any free port if that one is taken.",
)
def watch(maps: tuple[str, ...], data: Path, maps_dir: Path, port: int) -> None:
    """Show the named MAPs, or all, in a browser, anew at every save.

    Prints the address of each map. An open page follows the tables, its definition and
    the boundaries, and keeps its date, view and country. While there are errors the
    last good map stays, with the findings over it. Only this machine is answered, and
    nothing is written: publish with pledgemap build. Ctrl-C ends it.
    """
    from geo.watch.run import ended_by_signals
    from geo.watch.run import watch as watch_maps

    show = progress_printer()
    try:
        with ended_by_signals() as stop:
            watch_maps(
                maps, data=data, maps=maps_dir, port=port, inform=show,
                warn=print_findings, stop=stop,
            )  # fmt: skip
    except Exception as error:
        exit_for(error)
    show(f"ended; {maps_dir.as_posix()} is as it was")
