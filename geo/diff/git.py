"""Files of a git revision, read from its objects: the working tree is never touched.

git is run with a list of arguments and no shell.  A revision is resolved to a commit
before anything else is asked, so no text of the user's stands where git might take it
for an option; nothing is fetched from a remote.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.findings import PledgemapError, quote

# What a file of a table may weigh; a repository's object may be anything.
MOST_BYTES = 200_000_000
_PLAIN_FILES = ("100644", "100755")


class RevisionError(PledgemapError):
    """Raised when a name is no revision, or its files cannot be read."""


@dataclass(frozen=True)
class Commit:
    """One commit, seen from the folder in which the command runs."""

    revision: str
    sha: str
    folder: Path


@dataclass(frozen=True)
class Blob:
    """A file of a commit: its path as seen from the folder, its object and size."""

    path: str
    object: str
    size: int


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
        sha = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except RevisionError:
        raise RevisionError(
            f"{quote(revision)} is neither a path nor a revision of a git repository"
            " here; name a folder, a file, or a commit, such as HEAD~1"
        ) from None
    return Commit(revision, sha.decode("ascii").strip(), folder)


def list_files(commit: Commit, paths: Iterable[str]) -> tuple[Blob, ...]:
    """List the plain files at or below some paths; links and submodules are left out.

    A path that the commit does not have is not in the list.
    """
    # ls-tree takes each path as it stands: none of its letters is a pattern.
    listing = _git(commit.folder, "ls-tree", "-r", "-z", "-l", commit.sha, "--", *paths)
    blobs = []
    for entry in filter(None, listing.split(b"\0")):
        head, _, path = entry.partition(b"\t")
        mode, _, name, size = head.decode("ascii").split()
        if mode in _PLAIN_FILES:
            blobs.append(Blob(os.fsdecode(path), name, int(size)))
    return tuple(blobs)


def read_files(commit: Commit, blobs: Iterable[Blob]) -> Mapping[str, bytes]:
    """Give the bytes of files by their path.

    Raises
    ------
    RevisionError
        If a file is larger than any table.
    """
    found = {}
    for blob in blobs:
        if blob.size > MOST_BYTES:
            raise RevisionError(
                f"{quote(blob.path)} of {commit.revision} has {blob.size:,} bytes;"
                f" no table is larger than {MOST_BYTES:,}"
            )
        found[blob.path] = _git(commit.folder, "cat-file", "blob", blob.object)
    return found


def _git(folder: Path, *arguments: str) -> bytes:
    # A partial clone would otherwise fetch what it lacks from the network.
    environment = {**os.environ, "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        run = subprocess.run(  # noqa: S603  # a list of arguments, no shell
            ["git", "--no-pager", "--literal-pathspecs", *arguments],  # noqa: S607
            cwd=folder, env=environment, capture_output=True, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except FileNotFoundError:
        raise RevisionError("git is not installed; no revision can be read") from None
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip() or "no reason given"
        raise RevisionError(f"git could not read this: {said}")
    return run.stdout
