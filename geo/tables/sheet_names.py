"""Which table the name of a sheet, or of a file, means: in English or French."""

from __future__ import annotations

from collections.abc import Mapping

from geo.cells.letters import fold

# What a sheet of a workbook may be called, beside the table's own name.
SHEET_NAMES: Mapping[str, str] = {
    "pledges": "statements|promesses|engagements|declarations|troops|troupes|effectifs",
    "meetings": "reunions|sommets|rencontres",
    "meeting_counts": "meeting counts|comptes|comptes des reunions|decomptes",
    "participants": "participations|participation|presences",
    "sources": "references",
    "claims": "affirmations|totals claimed|totaux annonces",
    "not_pledges": "not pledges|pas des promesses|non promesses",
    "governments": "gouvernements",
    "sayings": "what it says|ce que dit le texte",
    "actors": "acteurs|organisations",
    "places": "lieux",
    "translations": "traductions",
}


def table_of_sheet(name: str) -> str | None:
    """Return the table that a sheet's name means, in English or French."""
    folded = " ".join(fold(name).replace("_", " ").split())
    for table, others in SHEET_NAMES.items():
        if folded == table.replace("_", " ") or folded in others.split("|"):
            return table
    return None
