"""The command ``pledgemap``: a thin skin over the public functions.

Exit codes: 0 all is well, 1 there is something to mend (findings, a file that
cannot be written, a page that differs), 2 the command was not understood, or names a
view, date, language or format that there is not.
"""

from __future__ import annotations

import atexit
import gc
import os

import click

from geo import __version__
from geo.commands.lazily import Commands
from geo.commands.options import EPILOG

COMMANDS = Commands(
    *("build", "check", "diff", "embed", "explain", "export", "figure"),
    *("new", "pull", "site", "template", "watch"),
)


@click.group(
    commands=COMMANDS,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    __version__, prog_name="pledgemap", message="%(prog)s %(version)s"
)
def main() -> None:
    """Turn a table of troop pledges into layered maps that open offline."""
    # numpy's threads for linear algebra, of which no command has any, wait busily.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # What a process holds as it ends is given back whole, not first looked through.
    atexit.register(gc.freeze)
