"""Findings for programs: JSON, and the annotations of GitHub's workflows."""

from __future__ import annotations

import json
from collections.abc import Sequence

from geo.findings import Finding, printable

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def as_json(findings: Sequence[Finding]) -> str:
    """Write findings as a JSON list, one object each, its keys always the same.

    Everything but ASCII is escaped, as in a comparison: what turns or hides letters
    reaches no terminal and no log.
    """
    rows = [
        {
            "file": finding.file,
            "sheet": finding.sheet,
            "row": finding.row,
            "rows": finding.rows,
            "column": finding.column,
            "cell": finding.cell,
            "severity": finding.severity,
            "code": finding.code,
            "message": finding.message,
            "advice": finding.advice,
        }
        for finding in findings
    ]
    return json.dumps(rows, indent=2) + "\n"


def as_github(findings: Sequence[Finding]) -> str:
    """Write findings as workflow commands, which GitHub shows beside the changed lines.

    A row of a CSV file is taken for its line, which it is unless a cell before it
    holds a line break.
    """
    return "".join(f"{_annotation(finding)}\n" for finding in findings)


def _annotation(finding: Finding) -> str:
    properties = {"file": finding.file, "title": finding.code}
    if finding.row is not None and finding.sheet is None:
        properties["line"] = str(finding.row)
    listed = ",".join(f"{key}={_property(text)}" for key, text in properties.items())
    where = finding.place.removeprefix(finding.file).lstrip(":")
    text = f"{where}: {finding.message}" if where else finding.message
    text += f"; {finding.advice}" if finding.advice else ""
    text += finding.times
    return f"::{_COMMANDS[finding.severity]} {listed}::{_message(text)}"


def _message(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(escaped)


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
