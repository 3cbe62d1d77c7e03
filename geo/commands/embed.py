"""``pledgemap embed``: what to paste so that a page shows a map."""

from __future__ import annotations

from pathlib import Path

import click

from geo.commands.options import EPILOG, maps_option, print_findings
from geo.definitions.listed import plain_slug

# As geo.embed.hosts.HOSTS, which is not loaded for the help.
HOSTS = (
    *("html", "wordpress", "quarto", "mkdocs", "sphinx", "hugo", "react", "notion"),
)


@click.command(epilog=EPILOG)
@click.argument("name", metavar="MAP")
@click.option(
    "--url",
    default="",
    help="The page's address, or with / at its end its folder's: https, http or"
    " relative.  [default: MAP.html]",
)
@click.option(
    "--for",
    "host",
    type=click.Choice(HOSTS),
    default="html",
    show_default=True,
    help="The kind of site that shows it.",
)
@click.option("--lang", help="The language it opens in, such as fr.")
@click.option(
    "--scheme",
    type=click.Choice(("dark", "light")),
    help="Dark or light; unless you say, as the reader's system has it.",
)
@click.option(
    "--state",
    default="",
    help="How it opens: what the page's address has behind #, such as view=world.",
)
@maps_option
def embed(
    name: str, url: str, host: str, lang: str | None, scheme: str | None, state: str,
    maps_dir: Path,
) -> None:  # fmt: skip
    """Print what to paste so that a page shows MAP.

    First the frame; then, apart, a script that gives it the height of the map. Sites
    with a script of their own for that, such as Datawrapper's, pym.js, iframe-resizer,
    Sidechain or AMP, need none.

    Example: pledgemap embed coalition --url https://example.org/maps/
    """
    from geo.boundaries.keys import boundary_keys
    from geo.definitions.read import read_definition
    from geo.embed.address import is_absolute, page_address
    from geo.embed.hosts import advice, pasted
    from geo.findings import EmbedError, errors
    from geo.words import text_in

    slug = plain_slug(name)
    definition, findings = read_definition(maps_dir / f"{slug}.toml")
    if definition is None or errors(findings):
        print_findings(findings)
        raise SystemExit(1)
    language = lang or definition.language
    try:
        address = page_address(
            definition, url, language=lang, scheme=scheme, state=state,
            countries=boundary_keys() if "country" in state else frozenset(),
        )  # fmt: skip
        text = pasted(host, address, text_in(definition.title, language)[0], slug)
    except EmbedError as error:
        raise click.UsageError(str(error)) from None
    if not is_absolute(address):
        click.echo(
            f"pledgemap: first put {(maps_dir / slug).as_posix()}.html on the web, then"
            " say where it lies with --url; as it is, the code shows the map only"
            f" beside {slug}.html, and a blank frame elsewhere",
            err=True,
        )
    click.echo(text, nl=False)
    click.echo(f"pledgemap: {advice(host, slug)}", err=True)
