from pathlib import Path

import pytest

from geo.tables.reader import ReadTable, read_table
from geo.tables.schema import ACTORS, PLEDGES, TABLES
from geo.tables.synonyms import synonyms
from geo.tables.table import Table
from geo.tables.table_file import TableFile

HEADER = "id,kind,name_en,name_fr,note"


def read(tmp_path: Path, data: bytes | str) -> ReadTable:
    path = tmp_path / "actors.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_file(TableFile(path, shown_as="actors.csv"))


def read_file(file: TableFile, table: Table = ACTORS) -> ReadTable:
    return read_table(file, table, make=lambda row, _values: row)


def codes(table: ReadTable) -> list[str]:
    return [finding.code for finding in table.findings]


def test_cells_stay_text(tmp_path: Path) -> None:
    table = read(tmp_path, f'{HEADER}\nNA,organisation," 3,000 ",007,null\n')
    (row,) = table.made
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
    table = read(tmp_path, mark + end.join(lines) + end)
    assert [row.text("id") for row in table.made] == ["EU"]
    assert list(table.findings) == []


def test_rows_are_numbered_as_a_spreadsheet_does(tmp_path: Path) -> None:
    table = read(tmp_path, f'{HEADER}\nA,region,"two\nlines",b,\n,,,,\nB,region,a,b,\n')
    assert [(row.number, row.text("id")) for row in table.made] == [(2, "A"), (4, "B")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no-rows"),
        (b"\n \n", "no-rows"),
        (HEADER.encode(), "no-rows"),
        (b"\xff\xfe\x00", "bad-encoding"),
        (b"id,kind\n\x81\x8d\x8f\x90\xfe\xff\xdd\xc0", "bad-encoding"),
        (b"id\0,kind\n", "not-a-table"),
        (b'id,kind,name_en,name_fr\n"open', "bad-quotes"),
        (b'id,kind,name_en,name_fr\n"a"b,c,d,e', "bad-quotes"),
        (b"id,kind,name_en,name_fr,kind\nA,region,a,b,c\n", "duplicate-column"),
        (b"id,kind,note\nA,region,a\n", "missing-column"),
        (b"id,kind,name_en,name_fr\nA,region,,\n", "missing-value"),
        (b"id,kind,name_en,name_fr,nte\nA,region,a,b,c\n", "unknown-column"),
        (b"id,kind,name_en,name_fr\nA,region,a,b,c\n", "too-many-cells"),
    ],
)
def test_what_is_wrong_is_a_finding(tmp_path: Path, data: bytes, code: str) -> None:
    table = read(tmp_path, data)
    assert code in codes(table)
    assert all(finding.advice for finding in table.findings)


def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    assert codes(read_file(TableFile(tmp_path / "none.csv"))) == ["missing-file"]
    assert codes(read_file(TableFile(tmp_path))) == ["unreadable-file"]


def test_a_column_of_ones_own_is_passed_over_and_said(tmp_path: Path) -> None:
    table = read(tmp_path, f"{HEADER},xyzzy\nA,region,a,b,,mine\n")
    (finding,) = table.findings
    assert (finding.severity, finding.column) == ("warning", "xyzzy")
    assert "xyzzy" not in table.made[0].cells


def test_a_misspelt_column_is_an_error_with_a_suggestion(tmp_path: Path) -> None:
    table = read(tmp_path, "id,kind,name_en,nam_fr\nA,region,a,b\n")
    (finding,) = table.findings
    assert finding.severity == "error"
    assert 'did you mean "name_fr"?' in str(finding)


def test_a_name_in_one_language_is_enough(tmp_path: Path) -> None:
    assert not read(tmp_path, "id,kind,name_uk\nA,region,Азія\n").findings


def test_headers_as_people_write_them() -> None:
    assert PLEDGES.canonical("Country") == "actor"
    assert PLEDGES.canonical(" Troops  min ") == "troops_min"
    assert PLEDGES.canonical("nothing such") is None


TITLE = "Acteurs\n\nSource : un ministère ; 2025\n"
ROWS = f"{HEADER}\nA,region,a,b,\nB,region,c,d,\n"


def notes(table: ReadTable) -> list[tuple[str, int | None]]:
    return [(f.code, f.row) for f in table.findings if f.severity == "note"]


def test_a_title_above_the_header_is_passed_over_and_said(tmp_path: Path) -> None:
    table = read(tmp_path, TITLE + ROWS)
    assert [(row.number, row.text("id")) for row in table.made] == [(5, "A"), (6, "B")]
    assert table.raw.place.header_row == 4
    assert notes(table) == [("above-header", 1)]


def test_a_header_of_two_rows(tmp_path: Path) -> None:
    text = (
        "Troops,,Country,Date,Status,Source\nmin,max,,,,\n1,2,FRA,2025,declined,one\n"
    )
    path = tmp_path / "pledges.csv"
    path.write_text(text, encoding="utf-8")
    table = read_file(TableFile(path), PLEDGES)
    assert table.raw.columns == ("troops_min", "troops_max", "actor", "date", "status",
                           "source")  # fmt: skip
    assert [row.number for row in table.made] == [3]


def test_a_first_line_that_names_the_delimiter(tmp_path: Path) -> None:
    table = read(tmp_path, "sep=;\r\n" + ROWS.replace(",", ";"))
    assert [(row.number, row.text("id")) for row in table.made] == [(2, "A"), (3, "B")]


def test_a_delimiter_is_the_one_that_parts_the_names(tmp_path: Path) -> None:
    note = "a, b, c, d, e, f, g"
    table = read(tmp_path, ROWS.replace(",", ";") + f"C;region;e;f;{note}\n")
    assert table.made[-1].text("note") == note


def test_cells_without_a_header_are_said(tmp_path: Path) -> None:
    table = read(tmp_path, f"{HEADER},\nA,region,a,b,,stray\n")
    assert [(f.code, f.severity) for f in table.findings] == [
        ("unknown-column", "warning")
    ]


def test_headers_in_french() -> None:
    names = "Pays|Effectifs|Effectifs (min.)|Troupes¹|Date|Statut|Conditions|Réunion"
    assert [PLEDGES.canonical(name) for name in names.split("|")] == [
        "actor", "troops", "troops_min", "troops", "date", "status", "conditions",
        "meeting",
    ]  # fmt: skip


def test_no_header_means_two_columns_of_a_table() -> None:
    for table in TABLES.values():
        for folded, columns in synonyms().items():
            own = {c.name for c in table.every_column}
            taken = {name for name in own if name.replace("_", " ") == folded}
            assert taken or len(columns.keys() & own) < 2, (table.name, folded)
