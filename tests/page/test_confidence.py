"""A blank confidence counts as medium and is not said to be."""

import re
from pathlib import Path

from geo.building import build
from geo.tables.dataset import read_dataset

TABLE = """country,date,status,speaks_for,confidence,source
France,2025-03-11,declined,own_government,,https://example.org/a
Spain,2025-03-11,declined,own_government,medium,https://example.org/a
"""


def test_the_record_keeps_apart_what_is_not_stated(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(TABLE, encoding="utf-8")
    france, spain = read_dataset({"pledges": path})[0].statements.values()
    assert (france.confidence, france.confidence_stated) == ("medium", False)
    assert (spain.confidence, spain.confidence_stated) == ("medium", True)


def test_the_page_says_so(project: Path, edit) -> None:
    table = (project / "data" / "pledges.csv").read_text(encoding="utf-8")
    edit("data/pledges.csv", table, re.sub(r",(high|medium|low),", ",,", table))
    build(data=project / "data", maps=project / "maps")
    page = (project / "maps" / "small.html").read_text(encoding="utf-8")
    rows = re.findall(r"<tr id=\"?said-.*?</tr>", page, re.DOTALL)
    assert rows
    for row in rows:
        assert "Confidence not stated" in row
        assert "Medium confidence" not in row
