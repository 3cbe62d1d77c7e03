"""What the README shows works as it stands there."""

import os
import re
import shutil
from pathlib import Path

import pytest

from geo.building import build

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    (text,) = re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)
    return text


def test_the_third_map_builds_as_written(tmp_path: Path) -> None:
    for folder in ("data", "maps"):
        (tmp_path / folder).mkdir()
    (tmp_path / "data" / "baltic.csv").write_text(block("csv"), encoding="utf-8")
    (tmp_path / "maps" / "baltic.toml").write_text(block("toml"), encoding="utf-8")
    (built,) = build(data=tmp_path / "data", maps=tmp_path / "maps")
    page = built.path.read_text(encoding="utf-8")
    assert (
        "By 7 January 2026, 2 of 3 had pledged troops: Estonia and Lithuania." in page
    )


def test_the_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "maps", tmp_path / "maps")
    monkeypatch.chdir(tmp_path)
    exec(compile(block("python"), "README.md", "exec"), {})  # noqa: S102
    assert (tmp_path / "with-a-marker.html").stat().st_size > 500_000


def test_every_linked_file_is_there() -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", README):
        assert os.path.exists(ROOT / link), link  # noqa: PTH110


def test_every_linked_section_is_there() -> None:
    headings = re.findall(r"^## (.+)$", README, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in headings}
    linked = set(re.findall(r"\]\(#([^)]+)\)", README))
    assert linked
    assert linked <= anchors
