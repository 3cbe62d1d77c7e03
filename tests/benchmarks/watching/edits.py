"""An edit of ``pledges.csv`` that changes a colour on both maps, to and fro."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from geo.building import build
from geo.verify.read_page import read_page

STATUSES = ("pledged_troops", "declined")


@dataclass(frozen=True)
class Edit:
    """Sets the status of a country's deciding row, which is also its last one."""

    table: Path
    country: str
    row: str

    def save(self, status: str) -> None:
        """Write the table as a text editor does: the whole of it, in one go."""
        text = self.table.read_text(encoding="utf-8")
        rows = list(csv.reader(io.StringIO(text)))
        at = rows[0].index("status")
        for cells in rows[1:]:
            if cells[0] == self.row:
                cells[at] = status
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows(rows)
        self.table.write_text(out.getvalue(), encoding="utf-8")


def find_edit(folder: Path, slug: str) -> Edit:
    """Find such a row in a project of ``data/`` and ``maps/``."""
    build([slug], data=folder / "data", maps=folder / "maps")
    countries = read_page(folder / "maps" / f"{slug}.html")[1]["countries"]
    table = folder / "data" / "pledges.csv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["date"])
    last = {row["actor"]: row for row in rows}
    for country, entry in sorted(countries.items()):
        row = last.get(country)
        alone = row and entry.get("basis") == [row["id"]]
        if alone and row["status"] == STATUSES[1] and not row["troops_min"]:
            return Edit(table, country, row["id"])
    raise LookupError("no country has one deciding row that is its last")
