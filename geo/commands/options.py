"""What several commands share: their options, and how they print findings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

if TYPE_CHECKING:
    from geo.findings import Finding

_F = TypeVar("_F", bound=Callable[..., Any])

EPILOG = "Exit codes: 0 all is well, 1 there is something to mend, 2 wrong usage."

maps_argument = click.argument("maps", nargs=-1, metavar="[MAP]...")
data_option = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=Path("data"),
    show_default=True,
    help="The folder of the tables.",
)
maps_option = click.option(
    "--maps",
    "maps_dir",
    type=click.Path(path_type=Path),
    default=Path("maps"),
    show_default=True,
    help="The folder of the map definitions and pages.",
)


def folder_options(command: _F) -> _F:
    """Give a command the folders of the tables and of the maps."""
    return data_option(maps_option(command))


force_option = click.option(
    "--force",
    is_flag=True,
    help="Replace files that Pledgemap did not make, too; never a folder, nor what a"
    " map is made from.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Print findings only.")


def format_option(formats: Sequence[str], explained: str) -> Callable[[_F], _F]:
    """Return the option of how to print: the text for a person, or another of these."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default="text",
        show_default=True,
        help=explained,
    )


def progress_printer(*, quiet: bool = False) -> Callable[[str], None]:
    """Return what prints a line about the progress on standard error, or nothing."""

    def show(message: str) -> None:
        if not quiet:
            click.echo(f"pledgemap: {message}", err=True)

    return show


def print_findings(findings: Sequence[Finding], aftermath: str = "") -> None:
    """Print findings for a person, on standard error, and count them."""
    from geo.report.text import as_text, summary, wants_colours

    colours = wants_colours(sys.stderr)
    click.echo(as_text(findings, colours=colours), err=True, nl=False, color=colours)
    if findings:
        click.echo(summary(findings) + aftermath, err=True)


def print_written(folder: Path, written: Sequence[Path]) -> None:
    """Print each file that was changed, with its size; that none was, if so."""
    for path in written:
        click.echo(f"{path.as_posix()}  {path.stat().st_size / 1000:.0f} kB")
    if not written:
        click.echo(f"{folder.as_posix()}  unchanged")


def exit_for(error: Exception, aftermath: str = "") -> NoReturn:
    """Print what the user can mend, and leave with its exit code; raise all else.

    That is 2 for a request that names what there is not, and 1 for all others.
    """
    # Imported here: a command that goes well should not wait for it.
    from geo.findings import FindingsError, PledgemapError, RequestError

    if isinstance(error, RequestError):
        raise click.UsageError(str(error)) from None
    if isinstance(error, FindingsError):
        print_findings(error.findings, aftermath)
    elif isinstance(error, PledgemapError):
        click.echo(f"pledgemap: {error}", err=True)
    else:
        raise error
    raise SystemExit(1)
