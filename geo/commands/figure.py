"""``pledgemap figure``: a view of a map as a picture for reports."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

import click

from geo.commands.options import EPILOG, exit_for, folder_options, force_option
from geo.definitions.listed import plain_slug

PX_PER = {"px": 1.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "pt": 96 / 72}
LEAST_PX, MOST_PX = 360, 4000
LEAST_DPI, MOST_DPI = 72, 1200
# Of a moving picture: its frames are kept until the last is drawn.
MOST_MOVING_PX = 1280
# Of a PNG: more takes a gigabyte while it is drawn.
MOST_WIDE = 12_000
FORMATS = ("svg", "png", "pdf")
LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(px|mm|cm|in|pt)?")


class Length(click.ParamType):  # type: ignore[type-arg]  # not at run time
    """A length in pixels, or in another unit that is named; gives CSS pixels."""

    name = "length"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        found = LENGTH.fullmatch(str(value).strip())
        if found is None:
            self.fail(f"{value!r} is no length; say 720, 170mm or 6.5in", param, ctx)
        width_px = round(float(found[1]) * PX_PER[found[2] or "px"])
        if not LEAST_PX <= width_px <= MOST_PX:
            self.fail(f"{value} is not {LEAST_PX} to {MOST_PX} pixels wide", param, ctx)
        return width_px


class Several(click.ParamType):  # type: ignore[type-arg]  # as above
    """Several words, parted by commas; of ``known`` ones, if any are given."""

    name = "list"

    def __init__(self, known: tuple[str, ...] = ()) -> None:
        self.known = known

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        words = tuple(word.strip() for word in str(value).split(",") if word.strip())
        for word in words:
            if self.known and word not in self.known:
                self.fail(f"{word!r} is not one of {', '.join(self.known)}", param, ctx)
        return words


@click.command(epilog=EPILOG)
@click.argument("name", metavar="MAP")
@folder_options
@click.option("--view", default="", metavar="ID", help="A view; the first by default.")
@click.option(
    "--lang", "language", default="", help="The language of its words, such as fr."
)
@click.option(
    "--until",
    "--date",
    default="",
    metavar="DATE",
    help="Show what was known by this date, such as 2025-12-31.",
)
@click.option(
    "--dates",
    type=Several(),
    default="",
    metavar="DATE[,DATE]...",
    help="Small multiples: one map for each day.",
)
@click.option(
    "--layers",
    type=Several(),
    default="",
    metavar="ID[,ID]...",
    help="The layers to show; by default those that the page opens with.",
)
@click.option(
    "--width",
    "width_px",
    type=Length(),
    default="720",
    show_default=True,
    help="In pixels, of which 96 make an inch, or as 170mm or 6.5in.",
)
@click.option(
    "--dpi",
    type=click.IntRange(LEAST_DPI, MOST_DPI),
    help="One PNG of this resolution, such as 300, instead of 96 and 192.",
)
@click.option("--grey", is_flag=True, help="For print without colour.")
@click.option(
    "--strips", is_flag=True, help="Positions over time, a strip a country; no map."
)
@click.option(
    "--animate",
    type=click.Choice(["months", "meetings"]),
    help="Instead, a moving picture by months or dates of meetings: WebP and GIF.",
)
@click.option(
    "--format",
    "formats",
    type=Several(FORMATS),
    default=",".join(FORMATS),
    show_default=True,
    metavar="FORMAT[,FORMAT]...",
    help="The formats, parted by commas; PNG is three files: as wide as asked, twice as"
    " wide, and a card for feeds.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("figures"),
    show_default=True,
    help="The folder of the files; made if need be.",
)
@click.option("--alt", is_flag=True, help="Print the alternative text, write nothing.")
@force_option
def figure(
    name: str, data: Path, maps_dir: Path, dpi: int | None, animate: str | None,
    formats: tuple[str, ...], out: Path, alt: bool, force: bool, **choice: Any,
) -> None:  # fmt: skip
    """Draw a view of MAP as a picture for reports: SVG, PNG and PDF.

    Title, headline, legend, date and credits stand inside the picture; its alternative
    text is a file beside it.

    Example: pledgemap figure coalition --view world --width 170mm
    """
    from geo.atomic_write import write_atomically
    from geo.definitions.inputs import input_files
    from geo.figure.choice import Choice
    from geo.figure.draw import draw_figure, draw_moving

    _check_size(choice["width_px"], dpi, moves=animate is not None)
    if animate and (choice["dates"] or choice["strips"] or dpi or formats != FORMATS):
        raise click.UsageError(
            "--animate goes without --dates, --strips, --dpi and --format"
        )
    definition = maps_dir / f"{plain_slug(name)}.toml"
    try:
        if animate:
            moving = draw_moving(definition, animate, Choice(**choice), data)
            alt_text, lacking, made = moving.alt, moving.lacking, moving.files
        else:
            still = draw_figure(definition, data=data, **choice)
            made = partial(still.files, formats, dpi)
            alt_text, lacking = still.alt, still.lacking
        if alt:
            click.echo(alt_text)
            return
        files = made()
        inputs = input_files(maps_dir, data)
        write_atomically(out, files, inputs=inputs, force=force)
    except Exception as error:
        exit_for(error, "; nothing is drawn")
    for file, content in files.items():
        click.echo(f"{(out / file).as_posix()}  {len(content) / 1000:.0f} kB")
    if lacking:
        click.echo(
            f"pledgemap: the figure's typefaces lack {lacking}; a browser takes"
            " another one for them, PNG and PDF leave them blank",
            err=True,
        )


def _check_size(width_px: int, dpi: int | None, *, moves: bool) -> None:
    """Refuse a picture that would take too much memory while it is drawn."""
    wide = round(width_px * (dpi or 0) / PX_PER["in"])
    if wide > MOST_WIDE:
        raise click.UsageError(
            f"at {dpi} dpi that is a PNG of {wide:,} pixels across, more than"
            f" {MOST_WIDE:,}; ask for less --width or --dpi"
        )
    if moves and width_px > MOST_MOVING_PX:
        raise click.UsageError(
            f"a moving picture is at most {MOST_MOVING_PX} pixels wide; ask for less"
            " --width"
        )
