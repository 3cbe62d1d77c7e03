"""The command ``pledgemap``: a thin skin over the public functions.

Exit codes: 0 all is well, 1 there are findings or a page could not be written, 2 the
command was not understood.
"""

from __future__ import annotations

from pathlib import Path

import click

from geo import __version__

EPILOG = "Exit codes: 0 all is well, 1 there are findings, 2 wrong usage."

_maps_argument = click.argument("maps", nargs=-1, metavar="[MAP]...")
_data_option = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=Path("data"),
    show_default=True,
    help="The folder of the tables.",
)
_maps_option = click.option(
    "--maps",
    "maps_dir",
    type=click.Path(path_type=Path),
    default=Path("maps"),
    show_default=True,
    help="The folder of the map definitions and pages.",
)


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    __version__, prog_name="pledgemap", message="%(prog)s %(version)s"
)
def main() -> None:
    """Turn a table of troop pledges into layered maps that open offline."""


@main.command(epilog=EPILOG)
@_maps_argument
@_data_option
@_maps_option
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
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
        built = build_maps(maps, data=data, maps=maps_dir, progress=tell)
    except FindingsError as error:
        _print_findings(error.findings)
        raise SystemExit(1) from None
    except PledgemapError as error:
        click.echo(f"pledgemap: {error}", err=True)
        raise SystemExit(1) from None
    for page in built:
        if not quiet:
            state = "built" if page.changed else "unchanged"
            click.echo(f"{page.path.as_posix()}  {page.size / 1000:.0f} kB  {state}")


@main.command(epilog=EPILOG)
@_maps_argument
@_data_option
@_maps_option
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
def check(maps: tuple[str, ...], data: Path, maps_dir: Path, quiet: bool) -> None:
    """Check the tables and definitions of the named MAPs, or of all.

    Prints every finding as FILE:ROW:COLUMN, with what to do. Writes nothing.
    """
    from geo.build import check as check_maps
    from geo.findings import errors

    findings = check_maps(maps, data=data, maps=maps_dir)
    _print_findings(findings)
    if errors(findings):
        raise SystemExit(1)
    if not quiet:
        click.echo("no errors")


def _print_findings(findings: tuple[object, ...]) -> None:
    from geo.findings import Finding

    for finding in findings:
        click.echo(str(finding), err=True)
    wrong = [f for f in findings if isinstance(f, Finding) and f.severity == "error"]
    if wrong:
        noun = "error" if len(wrong) == 1 else "errors"
        click.echo(f"{len(wrong)} {noun}; nothing is built", err=True)
