"""``pledgemap pull`` keeps what is published, whole, checked, and over nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from published import Answer, published, says

from geo.cli import main
from geo.replacing import LIST

ADDRESS = "https://docs.google.com/spreadsheets/d/1aB/edit?gid=0"
EXPORT = "//docs.google.com/spreadsheets/d/1aB/export?format=csv&gid=0"
SOURCES = "https://e.org/sources.csv"


def pull(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["pull", *arguments])


def held(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def pulling(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project, whose two tables are published."""
    more = f'\n[pull]\npledges = "{ADDRESS}"\nsources = "{SOURCES}"\n'
    with (project / "maps/small.toml").open("a") as file:
        file.write(more)
    monkeypatch.chdir(project)
    return project


def test_what_is_published_comes_whole_and_what_changed_is_said(
    pulling: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = pulling / "data"
    answers: dict[str, Answer] = {
        EXPORT: (data / "pledges.csv").read_bytes(),
        "//e.org/sources.csv": (data / "sources.csv").read_bytes(),
    }
    for table in data.iterdir():
        table.unlink()
    with published(monkeypatch, answers):
        first = pull()
        assert first.exit_code == 0, first.output
        assert {*held(data)} == {"pledges.csv", "sources.csv", LIST}
        assert "data/pledges.csv  0 kB  written\n" in first.stdout
        again = pull("-q")
        assert (again.exit_code, again.output) == (0, "")
        published_now = held(data)["pledges.csv"].replace(b"declined", b"opposed")
        answers[EXPORT] = published_now
        second = pull("small")
    assert held(data)["pledges.csv"] == published_now
    assert "data/sources.csv  0 kB  unchanged" in second.stdout
    assert "table pledges (pledges.csv): 1 changed" in second.stdout
    assert "status: declined → opposed" in second.stdout
    assert "~ Spain" in second.stdout


def test_what_stops_a_pull_changes_nothing(
    pulling: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = (pulling / "data/pledges.csv").read_bytes()
    wrong = table.replace(b"declined", b"declind")
    before = held(pulling)
    answers: dict[str, Answer] = {
        EXPORT: wrong, "//e.org/sources.csv": held(pulling)["sources.csv"]
    }  # fmt: skip
    with published(monkeypatch, answers):
        told = pull()
        assert told.exit_code == 1
        assert "pulled:data/pledges.csv:3:status: error[unknown-term]" in told.stderr
        assert 'did you mean "declined"?' in told.stderr
        assert "nothing is written; mend it where it is published" in told.stderr
        # Edited by hand, or there before: nobody's work is lost.
        answers[EXPORT] = table.replace(b"declined", b"opposed")
        assert "was not made by Pledgemap, or was edited since" in pull().stderr
        answers["//e.org/sources.csv"] = says(404)
        told = pull("--force")
        assert f"{SOURCES}: there is nothing at this address" in told.stderr
        assert held(pulling) == before
        answers["//e.org/sources.csv"] = before["sources.csv"]
        assert pull("--force").exit_code == 0
    assert b"opposed" in held(pulling)["pledges.csv"]


def test_what_is_equal_to_what_is_published_is_pulled_from_then_on(
    pulling: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held(pulling)
    answers: dict[str, Answer] = {
        EXPORT: before["pledges.csv"], "//e.org/sources.csv": before["sources.csv"]
    }  # fmt: skip
    with published(monkeypatch, answers):
        assert "pledges.csv  0 kB  unchanged" in pull().stdout
        answers[EXPORT] = before["pledges.csv"].replace(b"declined", b"opposed")
        later = pull()
    assert later.exit_code == 0, later.stderr
    assert b"opposed" in held(pulling)["pledges.csv"]


def test_what_is_wrong_in_another_definition_is_told_of_that(
    pulling: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held(pulling)
    text = before["small.toml"].decode()
    answers: dict[str, Answer] = {
        EXPORT: before["pledges.csv"].replace(b"declined", b"opposed"),
        "//e.org/sources.csv": before["sources.csv"],
    }
    other = pulling / "maps/other.toml"
    with published(monkeypatch, answers):
        for wrong in (
            text.replace('kind = "status"', 'kind = "statu"'), f"{text}\n[",
        ):  # fmt: skip
            other.write_text(wrong)
            told = pull("small", "--force")
            assert told.exit_code == 1
            assert "maps/other.toml:" in told.stderr
            assert "what is published has errors" not in told.stderr
            assert held(pulling)["pledges.csv"] == before["pledges.csv"]


def test_a_definition_says_where_and_nothing_else(
    pulling: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    definition = pulling / "maps/small.toml"
    text = definition.read_text()
    for old, new, words in (
        (ADDRESS, "http://e.org/t.csv", "does not begin with https://; anybody"),
        ('sources = "https', 'meetings = "https', "[tables] names no file for meet"),
        ('pledges = "https', 'pledge = "https', 'did you mean "pledges"?'),
        (text[text.index("\n[pull]") :], "", "no map says where a table is published"),
        ('"pledges.csv"', '"../pledges.csv"', "outside the data folder"),
    ):
        assert old in text
        definition.write_text(text.replace(old, new))
        with published(monkeypatch, {}) as asked:
            told = pull()
        assert told.exit_code, new
        assert words in told.stderr
        assert not asked


def test_a_build_asks_nobody(pulling: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with published(monkeypatch, {}) as asked:
        built = CliRunner().invoke(main, ["build"])
    assert (built.exit_code, asked) == (0, [])
