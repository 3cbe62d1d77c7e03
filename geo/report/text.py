"""Findings as text: where, what, what to do, and the line with the cell underlined."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TextIO

from geo.findings import Finding, Severity, counted
from geo.report.excerpt import excerpts, underline

# A terminal's colours, as every terminal has them.
_COLOURS = {"error": "\033[1;31m", "warning": "\033[1;33m", "note": "\033[1;36m"}
_PLAIN = "\033[0m"


def as_text(findings: Sequence[Finding], *, colours: bool = False) -> str:
    """Write findings for a person, one after the other, each with its line."""
    shown = excerpts(findings)
    parts = []
    for finding in findings:
        parts.append(_sentence(finding, colours=colours))
        excerpt = shown.get(finding)
        if excerpt is not None:
            number = str(finding.row)
            parts.append(f"  {number} | {excerpt.line}".rstrip())
            if excerpt.end > excerpt.start or finding.at is not None:
                marks = underline(excerpt)
                if colours:
                    marks = f"{_COLOURS[finding.severity]}{marks}{_PLAIN}"
                parts.append(f"  {' ' * len(number)} | {marks}")
    return "".join(f"{part}\n" for part in parts)


def _sentence(finding: Finding, *, colours: bool) -> str:
    text = str(finding)
    if not colours:
        return text
    label = f"{finding.severity}[{finding.code}]"
    return text.replace(label, f"{_COLOURS[finding.severity]}{label}{_PLAIN}", 1)


def summary(findings: Sequence[Finding]) -> str:
    """Count findings by severity: ``2 errors, 1 warning``; empty if there are none."""
    counts: Mapping[Severity, int] = Counter(f.severity for f in findings)
    severities: tuple[Severity, ...] = ("error", "warning", "note")
    told = ((counts[severity], severity) for severity in severities)
    return ", ".join(counted(n, word, f"{word}s") for n, word in told if n)


def wants_colours(stream: TextIO) -> bool:
    """Return whether a stream is a terminal whose user has not refused colours."""
    refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not refused
