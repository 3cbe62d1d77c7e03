"""What a command may write over: one rule for all that write.

What Pledgemap did not make is replaced with ``--force`` only; a folder, or what a map
is made from, not even with that.  What it made is told in two ways: a page of a map
says so itself, and all else is listed, with its SHA-256, in the folder that was
written.  A listed file that was edited since is no longer what was made.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from geo.digest import digest, file_digest
from geo.output import write_whole

LIST = ".pledgemap-made"
"""The file that lists what was made in its folder."""

_HEAD = "# Made by Pledgemap, which replaces these files as they are, and no others\n"
# As sha256sum writes and checks it.
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")

# Besides the first file that must stay, so many are named.
_NAMED = 5

Listed = Mapping[str, frozenset[str]]
"""SHA-256 of files by their paths in the folder.

While files are replaced a path has two: that of the old file and that of the new one.
"""


@dataclass(frozen=True)
class Rule:
    """What may be written over in a folder.

    ``inputs`` are the files that maps are made from; ``listed`` is what the folder's
    list says.
    """

    folder: Path
    inputs: Collection[Path] = ()
    force: bool = False
    listed: Listed = field(default_factory=dict)

    def check(self, names: Iterable[str], at: Path | None = None) -> None:
        """Refuse to write where something stands that must stay.

        Parameters
        ----------
        names
            The paths in the folder.
        at
            Where the folder lies while it is written out of sight.

        Raises
        ------
        OutputError
            Names such files, and says for each reason what to do.
        """
        refused: dict[str, list[str]] = {}
        for name in names:
            if why := self.refusal(name, at):
                refused.setdefault(why, []).append((self.folder / name).as_posix())
        if not refused:
            return
        from geo.findings import OutputError

        raise OutputError("\n".join(f"{_some(refused[why])} {why}" for why in refused))

    def refusal(self, name: str, at: Path | None = None) -> str:
        """Return why a file must stay as it is, and what to do; blank if it may go."""
        path = (at or self.folder) / name
        try:
            kind = path.lstat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return ""
        if stat.S_ISDIR(kind):
            return "is a folder, which is never replaced; move it, or write elsewhere"
        if self._is_made(name, path):
            return ""
        if any(_is_same(path, one) for one in self.inputs):
            return (
                "is what a map is made from, and never written over; write to another"
                " folder"
            )
        if self.force:
            return ""
        if stat.S_ISLNK(kind):
            return (
                "is a link to what Pledgemap did not make; say --force to replace the"
                " link"
            )
        return (
            "was not made by Pledgemap, or was edited since; move it, write elsewhere,"
            " or say --force to replace it"
        )

    def linked(self, name: str, at: Path | None = None) -> Path | None:
        """Return the file to write instead of a link, where that is one of ours."""
        path = (at or self.folder) / name
        is_ours = path.is_symlink() and self._is_made(name, path)
        return path.resolve() if is_ours else None

    def _is_made(self, name: str, path: Path) -> bool:
        """Tell what Pledgemap made; a link is what it leads to."""
        if not path.is_file():
            return False
        data = path.read_bytes()
        if name in self.listed:
            return digest(data) in self.listed[name]
        if name == LIST:
            return data.startswith(_HEAD.encode())
        from geo.page.read_back import payload_in

        page = payload_in(data)
        return page is not None and page.get("map") == Path(name).stem


def _some(paths: list[str]) -> str:
    """Return the first path, and in brackets those of which the same is true."""
    first, *others = paths
    rest = len(others) - _NAMED
    named = [*others[:_NAMED], f"{rest} more"] if rest > 1 else others
    return f"{first} (as {', '.join(named)})" if named else first


def mend(path: Path, data: bytes, seen: str) -> None:
    """Write a person's own file, where a link to it leads, as they agreed to it.

    ``seen`` is the SHA-256 of what it held when they were asked.

    Raises
    ------
    OutputError
        If it was saved since, and would lose that, or cannot be written.
    """
    from geo.findings import OutputError

    def look() -> None:
        if file_digest(path) != seen:
            raise OutputError(
                f"{path.as_posix()} was saved meanwhile and stays as it is; run this"
                " again to see it mended"
            )

    write_whole(path.resolve(), data, look)


def read_list(folder: Path) -> Listed:
    """Return what a folder's list says; nothing if there is none of ours."""
    try:
        text = (folder / LIST).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return {}
    found: dict[str, frozenset[str]] = {}
    for known, name in _lines(text) if text.startswith(_HEAD) else ():
        found[name] = found.get(name, frozenset()) | {known}
    return found


def list_text(listed: Listed) -> bytes:
    """Return the text of a list."""
    pairs = ((name, known) for name in sorted(listed) for known in sorted(listed[name]))
    return "".join([_HEAD, *(f"{known}  {name}\n" for name, known in pairs)]).encode()


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Read lines; what is none, such as the marks of a merge, is passed over."""
    for line in text.splitlines():
        found = _LINE.fullmatch(line)
        if found:
            yield found[1], found[2]


def _is_same(path: Path, other: Path) -> bool:
    """Tell one file by two names, as links and systems that ignore case have it."""
    try:
        return path.samefile(other)
    except OSError:
        return False
