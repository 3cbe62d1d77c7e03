"""The names of disputed areas, from the table of the boundary policy."""

from __future__ import annotations

import csv
from collections.abc import Collection

from geo.boundaries.files import shipped
from geo.words import FALLBACK


def _basis(language: str) -> str:
    """The column of a language: all rows have an English reason, shown areas others."""
    return "basis" if language == "en" else f"basis_{language}"


def disputed_labels(languages: Collection[str]) -> dict[str, dict[str, object]]:
    """Return name and basis of each labelled area of ``policy.csv``, by its id.

    They are in English where the policy has no column of a language.
    """
    with shipped("policy.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["label_id"]]
    known = [code for code in languages if f"label_{code}" in rows[0]] or [FALLBACK]
    return {
        row["label_id"]: {
            "name": {code: row[f"label_{code}"] for code in known},
            "basis": {code: row[_basis(code)] for code in known},
        }
        for row in rows
    }
