"""The benchmark draws what it says: both ways give a file of the form asked for."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.benchmarks.figures.__main__ import run
from tests.benchmarks.figures.drawers import DRAWERS


@pytest.mark.slow
@pytest.mark.parametrize("name", DRAWERS)
def test_each_way_draws_and_tells_what_it_took(name: str, tmp_path: Path) -> None:
    if name != "pledgemap figure" and not find_spec("matplotlib"):
        pytest.skip("matplotlib is not installed")
    file = tmp_path / "figure.pdf"
    seconds, megabytes, kilobytes = run(name, "pdf", file)
    assert file.read_bytes().startswith(b"%PDF")
    assert min(seconds, megabytes, kilobytes) > 0
