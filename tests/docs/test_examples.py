"""What the documentation shows works as it stands there."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from documents import ROOT, code_blocks, commands, pages, parsed

from geo.cli import main

PYTHON = [
    (page, token.content)
    for page in pages()
    for token in code_blocks(page)
    if token.info == "python" and not page.startswith("docs/reference/")
]
COMMANDS = sorted({command for page in pages() for command in commands(page)})


def our(command: str) -> list[str] | None:
    """The arguments of a call of ``pledgemap``; None if it is another program."""
    program, *arguments = shlex.split(command)
    return arguments if program == "pledgemap" else None


@pytest.mark.parametrize(("page", "text"), PYTHON)
@pytest.mark.slow
def test_python_runs(
    page: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "maps", tmp_path / "maps")
    monkeypatch.chdir(tmp_path)
    exec(compile(text, page, "exec"), {})  # noqa: S102
    assert (tmp_path / "with-a-marker.html").stat().st_size > 500_000


def test_there_are_examples_in_python() -> None:
    assert {page for page, _ in PYTHON} == {"README.md", "docs/python.md"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_is_shown_is_understood(command: str) -> None:
    arguments = our(command)
    if arguments is not None:
        name, *others = arguments
        program = click.Context(main, **main.context_settings)
        main.commands[name].make_context(name, others, parent=program)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_shown_in_a_how_to(name: str) -> None:
    written = [
        (ROOT / page).read_text(encoding="utf-8")
        for page in pages()
        if page == "README.md" or page.startswith("docs/")
        if not page.startswith("docs/reference/")
    ]
    assert any(f"pledgemap {name}" in text for text in written)


def lines_of(shown: str) -> str:
    """What a line of output may be, whatever its sizes: those change with versions."""
    return re.sub(r"\d+ kB", r"\\d+ kB", re.escape(shown).replace(r"\ ", " "))


def step(folder: Path, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Type a line in a folder, and ask that it prints what is shown."""
    typed, *shown = lines
    output = ""
    for part in typed.removeprefix("$ ").split("&&"):
        if part.strip().startswith("cd "):
            folder /= part.split()[1]
            continue
        arguments = our(part)
        assert arguments is not None, part
        monkeypatch.chdir(folder)
        output += CliRunner().invoke(main, arguments).output
    for line in shown:
        assert re.search(lines_of(line), output), (typed, output)
    assert shown or "error" not in output, output
    return folder


@pytest.mark.slow
def test_the_tutorial_goes_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Do all that it shows, in order: write its files, make its edits, type its lines.

    A block of CSV or TOML is the file that the text above it names; a block of
    differences is an edit of that file.
    """
    folder, named = tmp_path, ""
    for token in parsed("docs/tutorial.md"):
        if token.type == "inline":
            files = re.findall(r"`((?:data|maps)/[\w.]+\.(?:csv|toml))`", token.content)
            named = files[0] if files else named
        elif token.info in {"csv", "toml"}:
            (folder / named).write_text(token.content, encoding="utf-8")
        elif token.info == "diff":
            old, new = (line[1:] for line in token.content.splitlines())
            text = (folder / named).read_text(encoding="utf-8")
            assert text.count(old) == 1
            (folder / named).write_text(text.replace(old, new), encoding="utf-8")
        elif token.type == "code_block":
            folder = step(folder, token.content.splitlines(), monkeypatch)
    page = (folder / "maps" / "baltic.html").read_text(encoding="utf-8")
    assert (
        "By 7 January 2026, 2 of 3 had pledged troops: Estonia and Lithuania." in page
    )
