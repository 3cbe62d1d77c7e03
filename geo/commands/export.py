"""``pledgemap export``: the data of a map, for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from geo.commands.options import (
    EPILOG,
    exit_for,
    folder_options,
    force_option,
    print_written,
    quiet_option,
)
from geo.definitions.listed import plain_slug

# As geo.export.export.FORMATS, which is not loaded for the help.
FORMATS = ("csv", "xlsx", "json", "geojson", "gpkg", "parquet", "topojson")


@click.command(epilog=EPILOG)
@click.argument("name", metavar="MAP")
@click.option(
    "--to",
    "formats",
    required=True,
    metavar="FORMAT[,FORMAT]...",
    help=f"The formats, parted by commas: {', '.join(FORMATS)}.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the files; made if need be.  [default: MAP-data]",
)
@click.option(
    "--until",
    metavar="DATE",
    help="Leave out what was not known by this date, such as 2025-12-31.",
)
@click.option("--lang", help="The language of names and labels, such as fr.")
@force_option
@folder_options
@quiet_option
def export(
    name: str, formats: str, out: Path | None, until: str | None, lang: str | None,
    force: bool, data: Path, maps_dir: Path, quiet: bool,
) -> None:  # fmt: skip
    """Write the data of MAP, and a data package of it.

    They are the joined countries and the statements; each file says its date, licence
    and citation. If anything is wrong, nothing is written.

    Example: pledgemap export coalition --to csv,geojson
    """
    from geo.export.export import export as export_map

    slug = plain_slug(name)
    folder = out or Path(f"{slug}-data")
    wanted = [form.strip().lower() for form in formats.split(",")]
    try:
        written = export_map(
            maps_dir / f"{slug}.toml", wanted, folder,
            data=data, until=until, language=lang, force=force,
            warn=lambda said: click.echo(f"pledgemap: {said}", err=True),
        )  # fmt: skip
    except Exception as error:
        exit_for(error, "; nothing is written")
    if not quiet:
        print_written(folder, written)
