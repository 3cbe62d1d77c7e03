"""``pledgemap diff OLD NEW``: what changed, in the tables and on the maps."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from geo.commands.options import (
    data_option,
    force_option,
    format_option,
    maps_option,
)

FORMATS = ("text", "markdown", "json")
EPILOG = "Exit codes: 0 no difference, 1 there are differences, 2 something is unread."


@click.command(epilog=EPILOG)
@click.argument("old")
@click.argument("new")
@data_option
@maps_option
@format_option(
    FORMATS, "How to print: for a person, for a pull request's comment, or as JSON."
)
@click.option(
    "--map",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Also draw each map before and after, the changed countries marked, as one"
    " page that opens offline.",
)
@force_option
def diff(
    old: str, new: str, data: Path, maps_dir: Path, form: str, page: Path | None,
    force: bool,
) -> None:  # fmt: skip
    """Say what changed from OLD to NEW, in the tables and on the maps.

    Each is a folder with data/ and maps/, a folder of tables, a table's file, or a
    commit, branch or tag of git (HEAD~1). Nothing is checked out, and nothing is
    written but the page of --map.

    Example: pledgemap diff HEAD~1 HEAD --map changes.html
    """
    from geo.definitions.inputs import input_files
    from geo.diff.as_json import as_json
    from geo.diff.as_markdown import as_markdown
    from geo.diff.as_text import as_text
    from geo.diff.compare import compare
    from geo.diff.sides import open_side
    from geo.findings import PledgemapError
    from geo.report.text import wants_colours
    from geo.together import write_together

    try:
        with tempfile.TemporaryDirectory(prefix="pledgemap-diff-") as scratch:
            sides = []
            for number, name in enumerate((old, new)):
                folder = Path(scratch) / str(number)
                folder.mkdir()
                sides.append(open_side(name, data, maps_dir, folder))
            read = [file for side in sides for file in side.files]
            difference, drawn = compare(*sides)
        if page is not None:
            from geo.diff.page import changes_page

            write_together(
                page.parent,
                {page.name: changes_page(difference, drawn).encode("utf-8")},
                inputs=[*input_files(maps_dir, data), *read],
                force=force,
                listed=False,
            )
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
