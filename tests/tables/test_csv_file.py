from pathlib import Path

import pytest

from geo.tables.csv_file import RawTable, read_csv
from geo.tables.schema import ACTORS, PLEDGES

HEADER = "id,kind,name_en,name_fr,note"


def read(tmp_path: Path, data: bytes | str) -> RawTable:
    path = tmp_path / "actors.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_csv(path, ACTORS, "actors.csv")


def codes(raw: RawTable) -> list[str]:
    return [finding.code for finding in raw.findings]


def test_cells_stay_text(tmp_path: Path) -> None:
    raw = read(tmp_path, f'{HEADER}\nNA,organisation," 3,000 ",007,null\n')
    (row,) = raw.rows
    assert row.number == 2
    assert row.cells == {
        "id": "NA",
        "kind": "organisation",
        "name_en": "3,000",
        "name_fr": "007",
        "note": "null",
    }


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_delimiters_marks_and_line_ends(
    tmp_path: Path, delimiter: str, mark: str, end: str
) -> None:
    lines = [
        HEADER.replace(",", delimiter),
        delimiter.join(["EU", "region", "a", "b", ""]),
    ]
    raw = read(tmp_path, mark + end.join(lines) + end)
    assert [row.text("id") for row in raw.rows] == ["EU"]
    assert raw.findings == []


def test_rows_are_numbered_as_a_spreadsheet_does(tmp_path: Path) -> None:
    raw = read(tmp_path, f'{HEADER}\nA,region,"two\nlines",b,\n,,,,\nB,region,a,b,\n')
    assert [(row.number, row.text("id")) for row in raw.rows] == [(2, "A"), (4, "B")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "missing-column"),
        (HEADER.encode(), "no-rows"),
        (b"\xff\xfe\x00", "bad-encoding"),
        (b"id,name\xe9\n", "bad-encoding"),
        (b"id\0,kind\n", "unreadable-file"),
        (b'id,kind,name_en,name_fr\n"open', "unreadable-file"),
        (b"id,kind,name_en,name_fr,kind\nA,region,a,b,c\n", "duplicate-column"),
        (b"id,kind,name_en\nA,region,a\n", "missing-column"),
        (b"id,kind,name_en,name_fr,nte\nA,region,a,b,c\n", "unknown-column"),
        (b"id,kind,name_en,name_fr\nA,region,a,b,c\n", "too-many-cells"),
    ],
)
def test_what_is_wrong_is_a_finding(tmp_path: Path, data: bytes, code: str) -> None:
    raw = read(tmp_path, data)
    assert code in codes(raw)
    assert all(finding.advice for finding in raw.findings)


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    assert codes(read_csv(tmp_path / "none.csv", ACTORS)) == ["missing-file"]
    assert codes(read_csv(tmp_path, ACTORS)) == ["unreadable-file"]


def test_a_column_of_ones_own_is_passed_over_and_said(tmp_path: Path) -> None:
    raw = read(tmp_path, f"{HEADER},xyzzy\nA,region,a,b,,mine\n")
    (finding,) = raw.findings
    assert (finding.severity, finding.column) == ("warning", "xyzzy")
    assert "xyzzy" not in raw.rows[0].cells


def test_a_misspelt_column_is_an_error_with_a_suggestion(tmp_path: Path) -> None:
    raw = read(tmp_path, "id,kind,name_en,nam_fr\nA,region,a,b\n")
    assert any('did you mean "name_fr"?' in str(finding) for finding in raw.findings)
    assert raw.rows == []


def test_headers_as_people_write_them() -> None:
    assert PLEDGES.canonical("Country") == "actor"
    assert PLEDGES.canonical(" Troops  min ") == "troops_min"
    assert PLEDGES.canonical("nothing such") is None
