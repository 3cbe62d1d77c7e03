"""The commands and their options, as the command line itself explains them."""

from __future__ import annotations

import click

from geo.cli import main

WIDTH = 80


def page() -> str:
    """Write the page, in Markdown: the help of all, then of each command."""
    program = click.Context(
        main, info_name="pledgemap", terminal_width=WIDTH - 2, **main.context_settings
    )
    parts = [
        "# Commands",
        "As `pledgemap --help` and `pledgemap COMMAND --help` say it.",
        _help(program),
    ]
    for name, command in sorted(main.commands.items()):
        called = click.Context(command, parent=program, info_name=name)
        parts += [f"## {name}", _help(called)]
    return "\n\n".join(parts)


def _help(context: click.Context) -> str:
    return f"```text\n{context.get_help()}\n```"
