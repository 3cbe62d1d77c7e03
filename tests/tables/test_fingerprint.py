from dataclasses import replace
from pathlib import Path

from geo.tables.dataset import read_dataset
from geo.tables.fingerprint import fingerprint
from geo.tables.records import Statement

TABLE = """\
id,country,date,status,source
S1,France,2025-03-15,declined,https://example.org/1
S2,Espagne,2025-03-16,declined,https://example.org/2
"""
# The same statements: a title, other columns, dates and names.
SAVED = """\
Who said what;;;;
status;source;date;country;id
Declined;https://example.org/1;15/03/2025;FRA;S1
declined;https://example.org/2;16/03/2025;Spain;S2
"""


def statements(text: str, path: Path) -> list[Statement]:
    path.write_text(text, encoding="utf-8")
    return list(read_dataset({"pledges": path})[0].statements.values())


def test_a_table_saved_otherwise_is_the_same(tmp_path: Path) -> None:
    first = statements(TABLE, tmp_path / "a.csv")
    again = statements(SAVED, tmp_path / "b.csv")
    assert [said.row for said in first] != [said.row for said in again]
    assert fingerprint(first) == fingerprint(again)


def test_another_cell_or_order_is_not(tmp_path: Path) -> None:
    first = statements(TABLE, tmp_path / "a.csv")
    edited = [replace(first[0], note="again"), first[1]]
    assert len({fingerprint(one) for one in (first, edited, first[::-1])}) == 3
