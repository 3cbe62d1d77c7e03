"""What a page was made from: its input files by SHA-256, and by which Pledgemap.

The page tells it in short, the payload whole; :mod:`geo.verify` compares it.
"""

from __future__ import annotations

from collections.abc import Mapping

from geo import __version__
from geo.boundaries.files import boundary_digests
from geo.definitions.inputs import Inputs
from geo.page.labels import Labels
from geo.page.markup import Node, tag

# Enough to tell files apart by eye.
SHOWN_DIGITS = 12

Provenance = Mapping[str, Mapping[str, str]]
"""The SHA-256 of files by their names, in the groups of :data:`GROUPS`."""

GROUPS = ("definition", "tables", "boundaries")


def provenance(inputs: Inputs) -> Provenance:
    """Give the SHA-256 of every file that a map is made from."""
    return {
        "definition": inputs.definition_digest,
        "tables": inputs.table_digests,
        "boundaries": boundary_digests(),
    }


def made_from(files: Provenance, labels: Labels) -> Node:
    """List the files with the beginning of each digest, folded away."""
    items = [
        tag("li", {}, f"{name} ", tag("code", {}, digest[:SHOWN_DIGITS]))
        for group in GROUPS
        for name, digest in files[group].items()
    ]
    return tag(
        "details",
        {"class": "made-from"},
        labels.word("about.made_from", "summary"),
        tag("p", {}, f"Pledgemap {__version__}. ", labels.word("about.made_from_note")),
        tag("ul", {}, *items),
    )
