"""``pledgemap explain CODE``: what a finding's code means."""

from __future__ import annotations

import click

from geo.commands.options import EPILOG


@click.command(epilog=EPILOG)
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain the CODE of a finding, or list all codes."""
    from geo.findings import CODES, RequestError, did_you_mean, quote
    from geo.report.explain import explain as explain_code

    if code is None:
        width = max(map(len, CODES))
        for known, meaning in CODES.items():
            click.echo(f"{known:{width}}  {meaning}")
        return
    asked = code.strip("[]").lower()
    if asked not in CODES:
        advice = did_you_mean(asked, CODES)
        raise click.UsageError(
            f"{quote(code)} is not a code; "
            + (advice or "pledgemap explain without one lists them all")
        )
    try:
        text = explain_code(asked)
    except RequestError as error:
        raise click.ClickException(str(error)) from None
    click.echo(text, nl=False)
