import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from geo import __version__
from geo.cli import main


def run(*arguments: str):
    return CliRunner().invoke(main, list(arguments))


def options(project: Path) -> list[str]:
    return ["--data", str(project / "data"), "--maps", str(project / "maps")]


def test_build_says_what_it_made(project: Path) -> None:
    result = run("build", *options(project))
    assert result.exit_code == 0, result.output
    assert re.search(r"small\.html  \d+ kB  built", result.stdout)
    assert "drawing small" in result.stderr


def test_quiet_is_silent(project: Path) -> None:
    result = run("build", "-q", *options(project))
    assert (result.exit_code, result.output) == (0, "")


def test_findings_are_exit_code_1(project: Path, edit) -> None:
    edit("data/pledges.csv", "declined", "decline")
    for command in ("build", "check"):
        result = run(command, *options(project))
        assert result.exit_code == 1
        assert "pledges.csv:3:status: error[unknown-term]" in result.stderr
        assert "1 error; nothing is built" in result.stderr
    assert not (project / "maps" / "small.html").exists()


def test_check_writes_nothing(project: Path) -> None:
    result = run("check", *options(project))
    assert (result.exit_code, result.stdout) == (0, "no errors\n")
    assert not (project / "maps" / "small.html").exists()


@pytest.mark.parametrize("arguments", [["bild"], ["build", "--dta", "x"], []])
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_version() -> None:
    assert run("--version").stdout == f"pledgemap {__version__}\n"


def every_command() -> list[tuple[str, click.Command]]:
    return sorted(main.commands.items())


@pytest.mark.parametrize(("name", "command"), every_command())
def test_every_command_and_option_is_explained(
    name: str, command: click.Command
) -> None:
    assert command.help
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, option.name


def test_the_examples_of_the_help_are_understood() -> None:
    tried = 0
    program_context = click.Context(main, **main.context_settings)
    for name, command in every_command():
        for example in re.findall(r"^ *Example: (.+)$", command.help or "", re.M):
            program, called, *arguments = example.split()
            assert (program, called) == ("pledgemap", name)
            command.make_context(name, arguments, parent=program_context)
            tried += 1
    assert tried


@pytest.mark.parametrize(
    ("asked", "threads"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "3"}, "3")]
)
def test_a_process_starts_no_idle_threads_and_ends_without_a_search(
    asked: dict[str, str], threads: str
) -> None:
    code = (
        "import atexit, gc, os\n"
        "def tell():\n"
        "    print(os.environ['OPENBLAS_NUM_THREADS'], gc.get_freeze_count())\n"
        "atexit.register(tell)\n"
        "from geo.cli import main\n"
        "main(['explain', 'unknown-term'])"
    )
    usual = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=usual | asked, capture_output=True, text=True, check=True,
    )  # fmt: skip
    last = done.stdout.splitlines()[-1].split()
    assert last[0] == threads
    assert int(last[1]) > 0
