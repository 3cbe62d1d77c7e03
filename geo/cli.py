"""The command ``pledgemap``: a thin skin over the public functions.

Exit codes: 0 all is well, 1 there are findings or a page could not be written, 2 the
command was not understood.
"""

from __future__ import annotations

from pathlib import Path

import click

from geo import __version__
from geo.commands.check import check
from geo.commands.explain import explain
from geo.commands.figure import figure
from geo.commands.new import new
from geo.commands.options import (
    EPILOG,
    data_option,
    maps_argument,
    maps_option,
    print_findings,
    quiet_option,
)
from geo.commands.template import template


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    __version__, prog_name="pledgemap", message="%(prog)s %(version)s"
)
def main() -> None:
    """Turn a table of troop pledges into layered maps that open offline."""


main.add_command(check)
main.add_command(explain)
main.add_command(figure)
main.add_command(new)
main.add_command(template)


@main.command(epilog=EPILOG)
@maps_argument
@data_option
@maps_option
@quiet_option
def build(maps: tuple[str, ...], data: Path, maps_dir: Path, quiet: bool) -> None:
    """Build the pages of the named MAPs, or of all.

    Each maps/MAP.toml becomes maps/MAP.html. If anything is wrong, all findings are
    printed and nothing is written.
    """
    from geo.build import build as build_maps
    from geo.findings import FindingsError, PledgemapError

    def tell(message: str) -> None:
        if not quiet:
            click.echo(f"pledgemap: {message}", err=True)

    try:
        built = build_maps(
            maps, data=data, maps=maps_dir, progress=tell, warn=print_findings
        )
    except FindingsError as error:
        print_findings(error.findings, "; nothing is built")
        raise SystemExit(1) from None
    except PledgemapError as error:
        click.echo(f"pledgemap: {error}", err=True)
        raise SystemExit(1) from None
    for page in built:
        if not quiet:
            state = "built" if page.changed else "unchanged"
            click.echo(f"{page.path.as_posix()}  {page.size / 1000:.0f} kB  {state}")
