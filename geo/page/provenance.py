"""What a page was made from: its inputs by SHA-256, and by which Pledgemap.

The page tells it in short, the payload whole; ``build --check`` compares it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from geo.boundaries.files import boundary_digests
from geo.definitions.load import MapInput
from geo.tables.fingerprint import fingerprint

Provenance = Mapping[str, Mapping[str, str]]
"""The SHA-256 of inputs by their names: of the definition, tables and boundaries."""


def provenance(loaded: MapInput) -> Provenance:
    """Return the SHA-256 of all that a map is made from.

    Of the boundaries it is that of the file; of the definition, that of its text with
    line feeds; of a table, that of its rows as they were read, since a table saved by
    another program makes the same page.
    """
    return {
        "definition": loaded.inputs.definition_digest,
        "tables": dict(sorted(_tables(loaded))),
        "boundaries": boundary_digests(),
    }


def _tables(loaded: MapInput) -> Iterator[tuple[str, str]]:
    """Return each table as the definition names it, with its fingerprint."""
    definition = loaded.definition
    for name in loaded.files:
        written = definition.tables.get(name, f"{definition.workbook}#{name}")
        yield written, fingerprint(loaded.dataset.records_of(name).values())
    if definition.beside is not None:
        yield definition.beside.pledges, fingerprint(loaded.beside.values())
        if definition.beside.participants:
            took_part = loaded.took_part_beside.values()
            yield definition.beside.participants, fingerprint(took_part)
