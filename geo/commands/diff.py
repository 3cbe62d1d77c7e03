"""``pledgemap diff OLD NEW``: what changed, in the tables and on the maps."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from geo.commands.options import folder_options, format_option

FORMATS = ("text", "markdown", "json")
EPILOG = "Exit codes: 0 no difference, 1 there are differences, 2 something is unread."


@click.command(epilog=EPILOG)
@click.argument("old")
@click.argument("new")
@folder_options
@click.option(
    "--lang",
    default="en",
    show_default=True,
    help="The language of its words, of countries' names and of headlines, such as fr;"
    " what the tables say stays as it is.",
)
@format_option(
    FORMATS, "How to print: for a person, for a pull request's comment, or as JSON."
)
def diff(old: str, new: str, data: Path, maps_dir: Path, lang: str, form: str) -> None:
    """Say what changed from OLD to NEW, in the tables and on the maps.

    Each is a folder with data/ and maps/, a folder of tables, a table's file, or a
    commit, branch or tag of git (HEAD~1). Nothing is checked out or written.

    Example: pledgemap diff HEAD~1 HEAD
    """
    from geo.diff.as_json import as_json
    from geo.diff.as_markdown import as_markdown
    from geo.diff.as_text import as_text
    from geo.diff.compare import compare
    from geo.diff.sides import open_side
    from geo.findings import PledgemapError
    from geo.report.text import wants_colours
    from geo.words import LANGUAGES

    if lang not in LANGUAGES:
        spoken = ", ".join(sorted(LANGUAGES))
        raise click.BadParameter(f"it speaks {spoken}", param_hint="--lang")
    try:
        with tempfile.TemporaryDirectory(prefix="pledgemap-diff-") as scratch:
            sides = []
            for number, name in enumerate((old, new)):
                folder = Path(scratch) / str(number)
                folder.mkdir()
                sides.append(open_side(name, data, maps_dir, folder))
            difference = compare(sides[0], sides[1], lang)
    except PledgemapError as error:
        click.echo(f"pledgemap: {error}", err=True)
        raise SystemExit(2) from None
    colours = wants_colours(sys.stdout)
    printers = {
        "text": lambda: as_text(difference, colours=colours),
        "markdown": lambda: as_markdown(difference),
        "json": lambda: as_json(difference),
    }
    click.echo(printers[form](), nl=False, color=colours)
    if difference.troubles:
        raise SystemExit(2)
    raise SystemExit(1 if difference.differs else 0)
