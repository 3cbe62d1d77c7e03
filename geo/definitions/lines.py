"""In which line of a map definition a key stands, and what it was called before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from geo.findings import Finding

_LIST = re.compile(r"\s*\[\[\s*([^\]]+?)\s*\]\]")
_TABLE = re.compile(r"\s*\[\s*([^\]]+?)\s*\]")
_KEY = re.compile(r"""\s*((?:[\w.-]|"[^"]*"|'[^']*')+)\s*=""")
# What may hold three quotes that begin no long text is passed whole.
_PART = re.compile(r"""\"{3}|'{3}|"(?:\\.|[^"\\])*"|'[^']*'|#.*""")
# What definitions that were written before call a key.
_PRESENT = {"finding": "headline", "finding_none": "headline_none"}
_ENDS = {'"""': re.compile(r'(?:\\.|[^\\])*?"{3,5}'), "'''": re.compile(r".*?'{3,5}")}


def with_present_names(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return a definition's keys, those that had another name by the present one.

    A key that stands there by both names keeps both: the former means nothing then.
    """
    present = {one: _PRESENT.get(one, one) for one in table}
    return {one if present[one] in table else present[one]: table[one] for one in table}


def with_lines(
    findings: Iterable[Finding], path: Path, shown: str
) -> tuple[Finding, ...]:
    """Return findings, those about keys of a definition with the lines of these.

    Findings call the file of the definition as ``shown`` says.
    """
    found = tuple(findings)
    if not any(_is_about(finding, shown) for finding in found):
        return found
    try:
        lines = key_lines(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return found
    return tuple(
        replace(finding, row=_line(finding.column or "", lines))
        if _is_about(finding, shown)
        else finding
        for finding in found
    )


def _is_about(finding: Finding, shown: str) -> bool:
    return finding.file == shown and finding.row is None and bool(finding.column)


def key_lines(text: str) -> Mapping[str, int]:
    """Return the first line of each key and table of a TOML text, by its path.

    The second of ``[[views]]`` is ``views[2]``; of keys that stand in one line, as in
    ``title = { en = "…" }``, the outer one is told.
    """
    lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    table = ""
    inside = ""
    for number, line in enumerate(text.splitlines(), start=1):
        was_inside = inside
        inside = _inside_after(line, inside)
        if was_inside:
            continue
        if match := _LIST.match(line):
            counts[match[1]] = counts.get(match[1], 0) + 1
            table = f"{match[1]}[{counts[match[1]]}]"
            lines.setdefault(match[1], number)
            lines.setdefault(table, number)
        elif match := _TABLE.match(line):
            table = match[1]
            lines.setdefault(table, number)
        elif match := _KEY.match(line):
            key = match[1].replace('"', "").replace("'", "")
            for name in (key, key.partition(".")[0]):
                lines.setdefault(f"{table}.{name}".lstrip("."), number)
    for former, name in _PRESENT.items():
        if former in lines:
            lines.setdefault(name, lines[former])
    return lines


def _inside_after(line: str, inside: str) -> str:
    """Return the quotes of the long text that goes on after a line, blank if none.

    ``inside`` are those of the one that goes on before it.
    """
    at = 0
    while match := (_ENDS[inside].match if inside else _PART.search)(line, at):
        inside = match[0] if not inside and match[0] in _ENDS else ""
        at = match.end()
    return inside


def _line(key: str, lines: Mapping[str, int]) -> int | None:
    """Return the line of a key, or of what it stands in."""
    while key and key not in lines:
        key = key.rpartition(".")[0]
    return lines.get(key)
