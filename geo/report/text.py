"""Findings as text: where, what, what to do, and the line with the cell underlined."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TextIO

from geo.findings import Finding, Severity, counted
from geo.report.excerpt import excerpts, underline

# A terminal's colours, as every terminal has them.
_STYLES = {"error": "1;31", "warning": "1;33", "note": "1;36"}


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
                style = _STYLES[finding.severity] if colours else ""
                parts.append(f"  {' ' * len(number)} | {styled(marks, style)}")
    return "".join(f"{part}\n" for part in parts)


def _sentence(finding: Finding, *, colours: bool) -> str:
    text = str(finding)
    if not colours:
        return text
    label = f"{finding.severity}[{finding.code}]"
    return text.replace(label, styled(label, _STYLES[finding.severity]), 1)


def styled(text: str, style: str) -> str:
    """Return a text as a terminal shows it in a style, such as ``1;31``, if any."""
    return f"\033[{style}m{text}\033[0m" if style else text


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
