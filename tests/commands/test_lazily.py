import subprocess
import sys

import click

from geo.cli import COMMANDS, main
from geo.commands.lazily import Commands


def test_every_command_is_found_under_its_name() -> None:
    assert {name: command.name for name, command in COMMANDS.items()} == {
        name: name for name in COMMANDS
    }
    assert main.commands is COMMANDS


def test_one_can_be_added_and_taken_away() -> None:
    commands = Commands("build")
    commands["other"] = click.Command("other")
    assert list(commands) == ["build", "other"]
    del commands["other"]
    assert len(commands) == 1


def test_only_the_command_that_runs_is_imported() -> None:
    code = (
        "import sys\nfrom geo.cli import main\n"
        "main(['explain', 'bad-value'], standalone_mode=False)\n"
        "print(*[m for m in sys.modules if m.startswith('geo.commands.')])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    imported = run.stdout.splitlines()[-1].split()
    assert "geo.commands.explain" in imported
    assert "geo.commands.check" not in imported
