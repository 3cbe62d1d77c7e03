"""Editing a file of a test's folder, and keeping it in git."""

import subprocess
from pathlib import Path


def replace_in(path: Path, old: str, new: str) -> None:
    """Replace a text in a file; the text must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, as somebody."""
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    run = subprocess.run(
        ["git", *identity, *arguments],  # noqa: S607  # wherever git is
        cwd=folder, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return run.stdout
