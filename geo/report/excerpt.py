"""The lines that findings are about, read again from their files.

They are read only to be shown, so a file that has gone or changed simply has none.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from geo.findings import Finding
from geo.sheets.delimited import find_dialect
from geo.sheets.grid import UnreadableError
from geo.sheets.limits import LIMITS
from geo.sheets.read import open_grid
from geo.sheets.signature import kind_of
from geo.sheets.spans import Span, written_records
from geo.sheets.steady import steady
from geo.tables.schema import TABLES

_WIDTH = 96
_BETWEEN = " | "


class Excerpt(NamedTuple):
    """A row on one line, and the part of it that is meant."""

    line: str
    start: int
    end: int


def excerpts(findings: Iterable[Finding]) -> Mapping[Finding, Excerpt]:
    """Return the line of each finding that is about a row of a table."""
    by_sheet: dict[tuple[str, str | None], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.row is not None:
            by_sheet[finding.file, finding.sheet].append(finding)
    found: dict[Finding, Excerpt] = {}
    for (file, sheet), here in by_sheet.items():
        rows = {finding.row for finding in here}
        in_cells = any(finding.at is not None for finding in here)
        try:
            # Findings about JSON that is no table are about its lines.
            by_lines = {"text"} if in_cells else {"text", "json"}
            written = dict(_rows(Path(file), sheet, {r for r in rows if r}, by_lines))
        except (UnreadableError, OSError, ValueError):
            continue
        for finding in here:
            if finding.row in written:
                found[finding] = _excerpt(*written[finding.row], finding)
    return found


def _rows(
    path: Path, sheet: str | None, wanted: set[int], by_lines: Collection[str]
) -> Iterator[tuple[int, tuple[str, tuple[Span, ...]]]]:
    with steady(path, LIMITS) as file:
        if kind_of(file.read(64)) not in by_lines:
            yield from _rows_of_sheet(path, sheet, wanted)
            return
        file.seek(0)
        if path.suffix in {".toml", ".json"}:
            for number, line in enumerate(file.read().decode().splitlines(), start=1):
                if number in wanted:
                    yield number, (line, ())
            return
        dialect = find_dialect(file, _known, LIMITS)
        body = dialect.body(file, LIMITS)
        for record in written_records(body, dialect.delimiter):
            if record.number in wanted:
                yield record.number, (record.text.rstrip("\r\n"), record.cells)
            if record.number >= max(wanted):
                return


def _rows_of_sheet(
    path: Path, sheet: str | None, wanted: set[int]
) -> Iterator[tuple[int, tuple[str, tuple[Span, ...]]]]:
    with open_grid(path, _known, lambda names: sheet or names[0]) as grid:
        for row in grid.rows:
            if row.number in wanted:
                ends = itertools.accumulate(len(c) + len(_BETWEEN) for c in row.cells)
                spans = (
                    Span(end - len(_BETWEEN) - len(cell), end - len(_BETWEEN))
                    for cell, end in zip(row.cells, ends, strict=True)
                )
                yield row.number, (_BETWEEN.join(row.cells), tuple(spans))


def _known(cell: str) -> bool:
    return any(table.canonical(cell.strip()) for table in TABLES.values())


def _excerpt(text: str, cells: tuple[Span, ...], finding: Finding) -> Excerpt:
    """Cut the line to a bearable width, with what is meant in sight."""
    shown, part = _printable(text), _printable(finding.part)
    at = len(cells) if finding.at is None else finding.at
    start, end = cells[at] if at < len(cells) else (0, 0)
    if part and (found := shown.find(part, start, end)) >= 0:
        start, end = found, found + len(part)
    end = min(end, start + _WIDTH - 8)
    first = max(0, min(start - 24, len(shown) - _WIDTH)) if end > _WIDTH - 8 else 0
    line = shown[first : first + _WIDTH]
    before = "…" if first else ""
    after = "…" if first + _WIDTH < len(shown) else ""
    shift = len(before) - first
    return Excerpt(before + line + after, start + shift, end + shift)


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def underline(excerpt: Excerpt) -> str:
    """Return the marks under the part that is meant, as wide as it is shown."""
    blank = " " * columns(excerpt.line[: excerpt.start])
    width = columns(excerpt.line[excerpt.start : excerpt.end])
    return blank + "^" * max(1, width)


def columns(text: str) -> int:
    """Count the columns of a terminal that a text takes."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))
