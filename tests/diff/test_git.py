"""Revisions are read from git's objects; nothing of the user's becomes an option."""

from pathlib import Path

import pytest
from edits import git, replace_in

import geo.diff.git
from geo.diff.git import RevisionError, find_commit
from geo.diff.sides import open_side

PLEDGES = "data/pledges.csv"


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def test_two_commits(repository: Path, compared) -> None:
    replace_in(repository / PLEDGES, "declined", "opposed")
    commit(repository, "two")
    difference = compared("HEAD~1", "HEAD")
    assert [c.iso_a3 for c in difference.maps[0].countries] == ["ESP"]
    assert (difference.old, difference.new) == ("HEAD~1", "HEAD")


def test_a_commit_and_the_working_folder(repository: Path, compared) -> None:
    replace_in(repository / PLEDGES, "declined", "opposed")
    difference = compared("HEAD", ".")
    assert [c.iso_a3 for c in difference.maps[0].countries] == ["ESP"]
    assert not compared("HEAD", "HEAD").differs


def test_nothing_is_touched(repository: Path, compared) -> None:
    replace_in(repository / PLEDGES, "declined", "opposed")
    before = {
        path: path.read_bytes() for path in repository.rglob("*") if path.is_file()
    }
    compared("HEAD", ".")
    after = {
        path: path.read_bytes()
        for path in repository.rglob("*")
        if path.is_file() and "scratch-" not in str(path)
    }
    assert after == before


def test_messages_name_the_revision(repository: Path, compared) -> None:
    replace_in(repository / PLEDGES, "declined", "decline")
    commit(repository, "two")
    trouble = compared("HEAD~1", "HEAD").maps[0].trouble
    assert trouble.startswith("HEAD cannot be drawn: HEAD:data/pledges.csv:3:status")


def test_a_link_in_a_commit_is_not_followed(repository: Path, compared) -> None:
    (repository / "outside.csv").write_text("id,actor\nsecret,FRA\n")
    path = repository / PLEDGES
    path.unlink()
    path.symlink_to("../outside.csv")
    commit(repository, "two")
    difference = compared("HEAD~1", "HEAD")
    assert "missing-file" in difference.troubles[0]
    assert "secret" not in str(difference)


@pytest.mark.parametrize(
    "revision",
    ["--output=x", "-p", "--", "--upload-pack=touch x", "no-such", "HEAD;touch x",
     "$(touch x)", "HEAD\n", "HEAD^{/\0}", "", "HEAD:data/pledges.csv"],
)  # fmt: skip
def test_what_is_no_revision_is_refused(repository: Path, revision: str) -> None:
    with pytest.raises(RevisionError):
        find_commit(revision, repository)
    assert not (repository / "x").exists()


def test_outside_a_repository(tmp_path: Path) -> None:
    with pytest.raises(RevisionError, match="neither a path nor a revision"):
        find_commit("HEAD", tmp_path)


def test_a_commit_before_there_were_maps(repository: Path, compared) -> None:
    for path in (repository / "maps").iterdir():
        path.unlink()
    commit(repository, "two")
    with pytest.raises(RevisionError, match="HEAD has no map definitions in maps/"):
        compared("HEAD~1", "HEAD")


def test_an_object_larger_than_any_table(
    repository: Path, compared, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(geo.diff.git, "MOST_BYTES", 10)
    with pytest.raises(RevisionError, match="no table is larger"):
        compared("HEAD", "HEAD")


def test_a_path_comes_before_a_revision(repository: Path, compared) -> None:
    git(repository, "branch", "data")
    assert compared("data", "data").old == "data"
    assert compared("refs/heads/data", "HEAD").old == "refs/heads/data"


def test_folders_are_those_of_where_the_command_runs(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below, scratch = repository / "below", tmp_path / "scratch"
    below.mkdir()
    scratch.mkdir()
    monkeypatch.chdir(below)
    side = open_side("HEAD", Path("../data"), Path("../maps"), scratch)
    assert list(side.definitions) == ["small"]
    assert (side.data / "pledges.csv").is_file()
    (scratch / "other").mkdir()
    with pytest.raises(RevisionError, match="HEAD has no map definitions in maps/"):
        open_side("HEAD", Path("data"), Path("maps"), scratch / "other")
