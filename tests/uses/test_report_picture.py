"""A picture for a report: as wide in the document as it was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from geo.cli import main

MM_PER_IN = 25.4


def figure(project: Path, *arguments: str) -> Result:
    folders = ["--data", str(project / "data"), "--maps", str(project / "maps")]
    out = ["--out", str(project / "out"), "--format", "png"]
    return CliRunner().invoke(main, ["figure", "small", *folders, *out, *arguments])


@pytest.mark.parametrize(
    ("asked", "dpis"),
    [
        ((), {"": 96, "@2x": 192}),
        (("--dpi", "300"), {"-300dpi": 300}),
        (("--dpi", "600"), {"-600dpi": 600}),
    ],
)
def test_a_word_processor_sets_a_png_as_wide_as_asked(
    project: Path, asked: tuple[str, ...], dpis: dict[str, int]
) -> None:
    """They divide the pixels by the resolution that the file states."""
    result = figure(project, "--width", "170mm", *asked)
    assert result.exit_code == 0, result.output
    names = {f"small-europe-en{which}.png": dpi for which, dpi in dpis.items()}
    there = {path.name for path in (project / "out").glob("*.png")}
    assert there == {*names, "small-europe-en-card.png"}
    for name, dpi in names.items():
        with Image.open(project / "out" / name) as picture:
            picture.load()
            across, down = picture.info["dpi"]
            # It is stated in whole pixels to the metre.
            assert across == down == pytest.approx(dpi, abs=0.02)
            width_mm = picture.width / across * MM_PER_IN
            assert width_mm == pytest.approx(170, abs=0.2)


def test_more_pixels_than_a_machine_can_hold_are_refused(project: Path) -> None:
    result = figure(project, "--width", "4000", "--dpi", "1200")
    assert result.exit_code == 2
    assert "ask for less --width or --dpi" in result.stderr
    assert not (project / "out").exists()
