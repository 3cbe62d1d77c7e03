"""Folders of a git revision, by ``git archive``: the working tree is never touched.

git is run with a list of arguments and no shell.  A revision is resolved to a commit
before anything else is asked, so no text of the user's stands where git might take it
for an option; nothing is fetched from a remote.
"""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

from geo.findings import PledgemapError, quote

# What a file of a table may weigh; a repository's object may be anything.
MOST_BYTES = 200_000_000


class RevisionError(PledgemapError):
    """Raised when a name is no revision, or its files cannot be read."""


@dataclass(frozen=True)
class Commit:
    """One commit of the repository whose topmost folder is ``top``."""

    revision: str
    sha: str
    top: Path


def find_commit(revision: str, folder: Path) -> Commit:
    """Resolve a revision, such as ``HEAD~1``, a branch or a tag.

    Raises
    ------
    RevisionError
        If the folder is in no repository, or the repository has no such commit.
    """
    if revision.startswith("-") or not revision.isprintable() or not revision:
        raise RevisionError(f"{quote(revision)} is neither a path nor a revision")
    try:
        top = _git(folder, "rev-parse", "--show-toplevel")
        sha = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except RevisionError:
        raise RevisionError(
            f"{quote(revision)} is neither a path nor a revision of a git repository"
            " here; name a folder, a file, or a commit, such as HEAD~1"
        ) from None
    return Commit(revision, sha.decode().strip(), Path(os.fsdecode(top).rstrip("\n")))


def unpack(commit: Commit, folder: Path, into: Path) -> None:
    """Put the plain files of one folder of a commit into a folder of their own.

    Links and submodules are left out.  Of a folder that the commit does not have there
    are no files.

    Raises
    ------
    RevisionError
        If a file is larger than any table, or git cannot read it.
    """
    into.mkdir()
    inside = Path(os.path.relpath(folder.resolve(), commit.top.resolve())).as_posix()
    tree = f"{commit.sha}:{'' if inside == '.' else inside}"
    try:
        _git(commit.top, "rev-parse", "--verify", "--quiet", tree)
    except RevisionError:
        return
    archive = io.BytesIO(_git(commit.top, "archive", "--format=tar", tree))
    with tarfile.open(fileobj=archive) as packed:
        for member in filter(tarfile.TarInfo.isreg, packed):
            if member.size > MOST_BYTES:
                raise RevisionError(
                    f"{quote(member.name)} of {commit.revision} has {member.size:,}"
                    f" bytes; no table is larger than {MOST_BYTES:,}"
                )
            packed.extract(member, into, filter="data")


def _git(folder: Path, *arguments: str) -> bytes:
    # A partial clone would otherwise fetch what it lacks from the network.
    environment = {**os.environ, "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        run = subprocess.run(  # noqa: S603  # a list of arguments, no shell
            ["git", "--no-pager", *arguments],  # noqa: S607
            cwd=folder, env=environment, capture_output=True, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except FileNotFoundError:
        raise RevisionError("git is not installed; no revision can be read") from None
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip() or "no reason given"
        raise RevisionError(f"git could not read this: {said}")
    return run.stdout
