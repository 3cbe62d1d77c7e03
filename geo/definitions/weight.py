"""How heavy the page of a long table will be, before it is built."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geo.findings import Finding

if TYPE_CHECKING:
    from geo.definitions.load import MapInput

# A page of so many statements carries all of them with their texts.
MOST_WHOLE = 2_000

PARTS = ("actor", "source")

# As tests.benchmarks.sizes measures them.
_PAGE_KB = 580
_LANGUAGE_KB = 40
_COUNTRY_BYTES = 4_000
_ROW_BYTES = 7
_SOURCE_BYTES = 500


def long_table(loaded: MapInput, file: str) -> Iterator[Finding]:
    """Say what a page leaves out of a long table, and how heavy it will be."""
    rows = len(loaded.statements)
    if rows <= MOST_WHOLE:
        return
    others = len(loaded.definition.languages) - 1
    said = loaded.statements.values()
    countries, sources = ({getattr(one, key) for one in said} for key in PARTS)
    parts = rows * _ROW_BYTES
    parts += len(countries) * _COUNTRY_BYTES + len(sources) * _SOURCE_BYTES
    kb = _PAGE_KB + others * _LANGUAGE_KB + parts // 1000
    yield Finding(
        file, None, "tables.pledges", "long-table",
        f"{rows:,} statements: the page will show positions and figures of all, but the"
        f" texts of the newest alone, and weigh about {kb / 1000:.1f} MB",
        f"keep fewer rows, as by keep under [rows], for all texts of up to"
        f" {MOST_WHOLE:,} statements, or leave it", "warning",
    )  # fmt: skip
