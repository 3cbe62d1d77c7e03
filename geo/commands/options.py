"""What several commands share: their options, and how they print findings."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from geo.findings import Finding

EPILOG = "Exit codes: 0 all is well, 1 there are findings, 2 wrong usage."

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
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Print findings only.")


def print_findings(findings: Sequence[Finding], aftermath: str = "") -> None:
    """Print findings for a person, on standard error, and count them."""
    from geo.report.text import as_text, summary, wants_colours

    colours = wants_colours(sys.stderr)
    click.echo(as_text(findings, colours=colours), err=True, nl=False, color=colours)
    if findings:
        click.echo(summary(findings) + aftermath, err=True)
