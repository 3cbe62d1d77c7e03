from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from geo.cli import main
from geo.commands.export import FORMATS
from geo.export import export as module


def export(project: Path, *arguments: str) -> Result:
    folders = ["--data", str(project / "data"), "--maps", str(project / "maps")]
    out = ["--out", str(project / "out")]
    return CliRunner().invoke(main, ["export", "small", *folders, *out, *arguments])


def test_the_help_names_every_format() -> None:
    assert tuple(module.FORMATS) == FORMATS


def test_a_second_export_changes_nothing(project: Path) -> None:
    first = export(project, "--to", "csv,geojson")
    assert first.exit_code == 0
    assert len(first.stdout.splitlines()) == 4
    second = export(project, "--to", "csv,geojson")
    assert second.stdout.endswith("unchanged\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--to", "shp"), "there are csv, xlsx"),
        (("--to", "csv", "--until", "soon"), '"soon"'),
        (("--to", "csv", "--until", "2020-01-01"), "the first by 2025-01-01"),
        (("--to", "csv", "--lang", "xx"), "it has de, en"),
    ],
)
def test_what_cannot_be_exported(
    project: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = export(project, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (project / "out").exists()


def test_nothing_is_written_where_a_table_is_wrong(project: Path, edit) -> None:
    edit("data/pledges.csv", "pledged_troops", "pledgd_troops")
    result = export(project, "--to", "csv")
    assert result.exit_code == 1
    assert "did you mean" in result.stderr
    assert not (project / "out").exists()
