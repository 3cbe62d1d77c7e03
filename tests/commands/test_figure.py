"""The command: what it writes, what it prints, and what it says when it cannot."""

from importlib import util
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from geo.cli import main


def run(project: Path, *arguments: str) -> Result:
    folders = ["--data", str(project / "data"), "--maps", str(project / "maps")]
    out = ["--out", str(project / "out")]
    return CliRunner().invoke(main, ["figure", *arguments, *folders, *out])


@pytest.mark.slow
def test_it_writes_every_form_and_the_alternative_text(project: Path) -> None:
    result = run(project, "small")
    assert result.exit_code == 0, result.output
    name = "small-europe-en"
    assert sorted(path.name for path in (project / "out").glob("[!.]*")) == [
        f"{name}-card.png", f"{name}.pdf", f"{name}.png", f"{name}.svg",
        f"{name}.txt", f"{name}@2x.png",
    ]  # fmt: skip
    assert f"{name}.svg" in result.output


def test_it_writes_only_the_forms_asked_for(project: Path) -> None:
    assert run(project, "small", "--format", "svg").exit_code == 0
    names = {path.suffix for path in (project / "out").glob("[!.]*")}
    assert names == {".svg", ".txt"}


def test_alt_prints_the_text_and_writes_nothing(project: Path) -> None:
    result = run(project, "small", "--alt")
    assert result.output.startswith("A map. 1 pledged.")
    assert "Declined to send troops: Spain." in result.output
    assert not (project / "out").exists()


@pytest.mark.parametrize(
    ("width", "pixels"), [("640", "640"), ("170mm", "643"), ("6.5in", "624")]
)
def test_a_width_may_have_a_unit(project: Path, width: str, pixels: str) -> None:
    run(project, "small", "--width", width, "--format", "svg")
    svg = (project / "out" / "small-europe-en.svg").read_text(encoding="utf-8")
    assert f'width="{pixels}"' in svg[:300]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["smal"], 1, "there is no such map definition; there are: small"),
        (["small", "--view", "erope"], 2, 'did you mean "europe"'),
        (["small", "--date", "yesterday"], 2, "YYYY-MM-DD"),
        (["small", "--width", "wide"], 2, "say 720, 170mm or 6.5in"),
        (["small", "--width", "10mm"], 2, "is not 360 to 4000 pixels wide"),
        (["small", "--format", "gif"], 2, "'gif' is not one of svg, png, pdf"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    project: Path, arguments: list[str], code: int, told: str
) -> None:
    result = run(project, *arguments)
    assert result.exit_code == code
    assert told in result.output
    assert not (project / "out").exists()


def test_a_table_with_errors_draws_nothing(project: Path, edit) -> None:
    edit("data/pledges.csv", "declined", "decline")
    result = run(project, "small")
    assert result.exit_code == 1
    assert "unknown-term" in result.output
    assert "nothing is drawn" in result.output


def test_without_the_extra_it_says_what_to_install(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = util.find_spec
    monkeypatch.setattr(
        "geo.figure.extra.find_spec",
        lambda name: None if name == "typst" else real(name),
    )
    result = run(project, "small")
    assert result.exit_code == 1
    assert "pip install 'pledgemap[figure]'" in result.output
