"""The documentation as its readers get it: README, CONTRIBUTING and ``docs/``."""

from __future__ import annotations

from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parents[2]


def pages() -> list[str]:
    """The paths of all pages in the repository."""
    found = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("data/**/*.md")]
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def parsed(page: str) -> list[Token]:
    text = (ROOT / page).read_text(encoding="utf-8")
    return MarkdownIt("commonmark").enable("table").parse(text)


def code_blocks(page: str) -> list[Token]:
    """The blocks of code of a page, fenced or indented; ``info`` is the language."""
    return [t for t in parsed(page) if t.type in {"fence", "code_block"}]


def block_beginning(page: str, text: str) -> str:
    """The one block of code of a page that begins with a text."""
    (found,) = [t.content for t in code_blocks(page) if t.content.startswith(text)]
    return found


def commands(page: str) -> list[str]:
    """The commands that a page shows, each with what stands behind its ``$``."""
    lines = [line for t in code_blocks(page) for line in t.content.splitlines()]
    return [
        command.strip()
        for line in lines
        if line.startswith("$ ")
        for command in line.removeprefix("$ ").partition("  #")[0].split("&&")
    ]
