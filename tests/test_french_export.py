"""A table that French Excel has saved builds the same page, byte for byte."""

import csv
import io
import re
import shutil
from pathlib import Path

from geo.building import build

NARROW_SPACE = "\u202f"


def exported(text: str) -> bytes:
    """Write a CSV file as French Excel saves it: ``;``, a mark, 15/03/2025, 3 000."""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    header, *body = rows
    figures = {header.index("troops_min"), header.index("troops_max")}
    day = header.index("date")
    writer.writerow(header)
    for row in body:
        row[day] = re.sub(r"^(\d{4})-(\d\d)-(\d\d)$", r"\3/\2/\1", row[day])
        for at in figures:
            if row[at]:
                row[at] = f"{int(row[at]):,}".replace(",", NARROW_SPACE)
        writer.writerow(row)
    return file.getvalue().encode("utf-8-sig")


def test_the_page_is_the_same(shipped_project: Path, tmp_path: Path) -> None:
    for folder in ("data", "maps"):
        shutil.copytree(shipped_project / folder, tmp_path / folder)
    table = tmp_path / "data" / "pledges.csv"
    french = exported(table.read_text(encoding="utf-8"))
    assert b"15/03/2025" in french
    assert "200\u202f000".encode() in french
    (original,) = build(["coalition"], data=tmp_path / "data", maps=tmp_path / "maps")
    page = original.path.read_bytes()
    table.write_bytes(french)
    (again,) = build(["coalition"], data=tmp_path / "data", maps=tmp_path / "maps")
    assert not again.changed
    assert again.path.read_bytes() == page
