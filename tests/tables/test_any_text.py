"""No text makes the reader raise: whatever is wrong comes back as findings."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from books import write_xlsx
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from geo.findings import Finding
from geo.report.programs import as_github, as_json
from geo.report.text import as_text
from geo.tables.dataset import read_dataset
from geo.tables.schema import TABLES
from geo.tables.table_file import TableFile

# What tables hold, so that more than the header is read.
LIKELY = st.sampled_from(
    ["FRA", "France", "Total", "*", "1) note", "2025-03-11", "03/04/2025", "15/03/2025",
     "3 000", "1.776", "1,5 k", "up to 150", "several", "declined", "pledge", "-", "?",
     "in person", "https://example.org/a", "0", "NATO", "one", "a;b", '"', "\n", "=1"]
)  # fmt: skip
CELL = st.one_of(LIKELY, st.text(max_size=12), st.just(""))
HEADERS = st.lists(
    st.one_of(
        st.sampled_from(sorted({c.name for t in TABLES.values() for c in t.columns})),
        st.sampled_from(["country", "troops", "participation", "Pays", "Effectifs"]),
        CELL,
    ),
    min_size=1, max_size=9,
)  # fmt: skip
ROWS = st.lists(st.lists(CELL, max_size=9), max_size=6)
TABLE = st.sampled_from(sorted(set(TABLES) - {"aliases"}))
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])
DEFAULTS = {"date": "2025", "source": "https://example.org/a", "meaning": "pledge"}

quick = settings(
    max_examples=150, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes, str], tuple[Finding, ...]]:
    path = tmp_path / "a.csv"

    def read(data: bytes, table: str) -> tuple[Finding, ...]:
        path.write_bytes(data)
        tables = {table: TableFile(path)}
        _, findings = read_dataset(tables, DEFAULTS, "a.toml")
        for write in (as_text, as_json, as_github):
            assert isinstance(write(findings), str)
        return findings

    return read


@quick
@given(data=st.binary(max_size=400), table=TABLE)
@example(data=b"PK\x03\x04", table="pledges")
@example(data=b"\xff\xfe\x00\xd8", table="pledges")
@example(data=b"sep=", table="pledges")
def test_any_bytes(
    read: Callable[[bytes, str], tuple[Finding, ...]], data: bytes, table: str
) -> None:
    read(data, table)


@quick
@given(header=HEADERS, rows=ROWS, table=TABLE, delimiter=st.sampled_from(",;\t|"),
       encoding=ENCODINGS)  # fmt: skip
def test_any_cells(
    read: Callable[[bytes, str], tuple[Finding, ...]],
    header: list[str],
    rows: list[list[str]],
    table: str,
    delimiter: str,
    encoding: str,
) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, escapechar="\\").writerows([header, *rows])
    read(file.getvalue().encode(encoding, "replace"), table)


@settings(quick, max_examples=40)
@given(header=HEADERS, rows=ROWS)
def test_any_cells_of_a_workbook(
    read: Callable[[bytes, str], tuple[Finding, ...]],
    tmp_path: Path,
    header: list[str],
    rows: list[list[str]],
) -> None:
    def legal(cell: str) -> str:
        return ILLEGAL_CHARACTERS_RE.sub("", cell).encode("utf-8", "ignore").decode()

    cells = [[legal(cell) for cell in row] for row in (header, *rows)]
    book = write_xlsx(tmp_path / "b.xlsx", {"A": cells})
    read(book.read_bytes(), "pledges")


ADDRESS = "https://example.org/a"


@quick
@given(note=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60))
def test_a_text_reads_back_to_itself(tmp_path: Path, note: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(
        [["country", "date", "status", "source", "note"],
         ["FRA", "2025", "declined", ADDRESS, note]]
    )  # fmt: skip
    path = tmp_path / "a.csv"
    path.write_bytes(file.getvalue().encode("utf-8"))
    dataset, findings = read_dataset({"pledges": path})
    assert findings == ()
    (statement,) = dataset.statements.values()
    assert statement.note == note.replace("\r\n", "\n").strip()
