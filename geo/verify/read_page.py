"""Reading the payload of a built page.

A page may come from anywhere: it is parsed as HTML, its payload as JSON, and nothing of
it is run.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from geo.findings import PledgemapError
from geo.sheets.grid import UnreadableError
from geo.sheets.limits import Limits
from geo.sheets.steady import steady

PAYLOAD_ID = "pledgemap-data"
# As large as a page of a million rows: what was built must be read back.
MOST_BYTES = 1_000_000_000
_DIGEST = re.compile(r"[0-9a-f]{64}")
_VERSION = re.compile(r"[\w.+!-]{1,40}")
_LONGEST_NAME = 200

Payload = dict[str, Any]


class NotAPageError(PledgemapError):
    """Raised when a file is no page that Pledgemap built; ``reason`` says why."""

    def __init__(self, reason: str, path: Path | None = None) -> None:
        self.reason = reason
        super().__init__(f"{path.as_posix()}: {reason}" if path else reason)


def read_page(path: Path) -> tuple[bytes, Payload]:
    """Read a page: its bytes, and its payload.

    Raises
    ------
    NotAPageError
        If it cannot be read, is too large, or is no page of ours.
    """
    try:
        with steady(path, Limits(file_bytes=MOST_BYTES)) as file:
            data = file.read(MOST_BYTES + 1)
    except UnreadableError as error:
        raise NotAPageError(error.message, path) from None
    try:
        return data, payload_of(data.decode("utf-8"))
    except UnicodeDecodeError:
        reason = "it is not UTF-8"
    except NotAPageError as error:
        reason = error.reason
    raise NotAPageError(f"not a page that Pledgemap built: {reason}", path)


def payload_of(html: str) -> Payload:
    """Return the payload of a page's text, with what it was made from checked."""
    parser = _PayloadParser()
    parser.feed(html)
    parser.close()
    if len(parser.found) != 1:
        raise NotAPageError(f"{len(parser.found) or 'no'} elements hold map data")
    try:
        payload = json.loads(parser.found[0])
    except (ValueError, RecursionError):
        raise NotAPageError("its map data are no JSON") from None
    if not isinstance(payload, dict) or not isinstance(payload.get("map"), str):
        raise NotAPageError("its map data do not say which map it is")
    _check_made_from(payload)
    return payload


def made_from(payload: Payload) -> dict[str, dict[str, str]]:
    """Return the digests of the files that a page was made from, by group and name."""
    found: dict[str, dict[str, str]] = payload["made_from"]
    return found


def _check_made_from(payload: Payload) -> None:
    version, groups = payload.get("pledgemap"), payload.get("made_from")
    if not isinstance(version, str) or not isinstance(groups, dict):
        raise NotAPageError("it does not say what it was made from; it is older")
    if not _VERSION.fullmatch(version):
        raise NotAPageError("its version is none")
    for files in groups.values():
        named = files.items() if isinstance(files, dict) else [("", None)]
        for name, digest in named:
            right = isinstance(digest, str) and _DIGEST.fullmatch(digest)
            if not right or len(name) > _LONGEST_NAME:
                raise NotAPageError("what it was made from is not said by SHA-256")


class _PayloadParser(HTMLParser):
    """Collects the text of each script element that has the payload's id."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and dict(attrs).get("id") == PAYLOAD_ID
        if self._inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data
