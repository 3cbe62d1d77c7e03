"""Only what is certain is mended; every other byte stays."""

import csv
import io
from pathlib import Path

import pytest
from books import write_xlsx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geo.fix.file import Fix, fix_file
from geo.fix.maps import as_diff
from geo.tables.schema import PLEDGES
from geo.tables.table_file import TableFile

HEADER = "Pays;Date;Statut;troops_min;troops_max;Sens;Source;mine\r\n"
ROW = (
    "fr;15/03/2025;Refus d’envoyer des troupes;3 000; 3\u202f000 ;pledge;one; kept \r\n"
)
FIXED = "FRA;2025-03-15;declined;3000;3000;pledge;one; kept \r\n"


def fix(tmp_path: Path, data: bytes) -> Fix | None:
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    return fix_file(TableFile(path), PLEDGES, {})


def fixed(tmp_path: Path, text: str) -> str:
    found = fix(tmp_path, text.encode("utf-8"))
    return text if found is None else found.data.decode("utf-8")


def test_codes_dates_numbers_terms_and_spaces(tmp_path: Path) -> None:
    assert fixed(tmp_path, HEADER + ROW) == HEADER + FIXED


@pytest.mark.parametrize(
    "rest",
    [
        "\r\n\r\n",
        "* une note ;;;;;;;\r\n",
        "Total;;;3 000;;;;\r\n",
        '"Italie";2025;declined;;;;one;"a ""b""\nc"\r\n',
        "Frnace;31/02/2025;maybe;1.776;;pledge;one;\r\n",
    ],
)
def test_all_else_stays_byte_for_byte(tmp_path: Path, rest: str) -> None:
    title = "Un titre  ;;\n\n"
    assert fixed(tmp_path, title + HEADER + ROW + rest) == title + HEADER + FIXED + rest


def test_quotation_marks_stay(tmp_path: Path) -> None:
    row = ROW.replace("15/03/2025", '"15/03/2025"')
    expected = FIXED.replace("2025-03-15", '"2025-03-15"')
    assert fixed(tmp_path, HEADER + row) == HEADER + expected


def test_what_a_column_does_not_settle_stays(tmp_path: Path) -> None:
    row = ROW.replace("15/03/2025", "03/04/2025")
    assert "03/04/2025" in fixed(tmp_path, HEADER + row)
    assert "2025-04-03" in fixed(tmp_path, HEADER + ROW + row)


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_text_is_brought_to_utf8(tmp_path: Path, encoding: str) -> None:
    text = HEADER + ROW.replace("\u202f", "\u00a0")
    found = fix(tmp_path, text.encode(encoding))
    assert found is not None
    assert found.data.decode("utf-8") == HEADER + FIXED
    assert "to UTF-8 from" in as_diff(found)


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    found = fix(tmp_path, (HEADER + ROW).encode("utf-8-sig"))
    assert found is not None
    assert found.data == (HEADER + FIXED).encode("utf-8-sig")


def test_a_declared_delimiter_stays(tmp_path: Path) -> None:
    assert fixed(tmp_path, "sep=;\r\n" + HEADER + ROW) == "sep=;\r\n" + HEADER + FIXED


def test_what_is_plain_already_has_no_fix(tmp_path: Path) -> None:
    assert fix(tmp_path, (HEADER + FIXED).encode("utf-8")) is None
    assert fix(tmp_path, b"") is None


def test_a_workbook_is_left_to_its_spreadsheet(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", {"A": [HEADER.split(";"), ROW.split(";")]})
    assert fix_file(TableFile(path), PLEDGES, {}) is None


def test_a_diff_shows_each_line_before_and_after(tmp_path: Path) -> None:
    hostile = "\x1b[31m;2025;declined;;;;one;\r\n"
    found = fix(tmp_path, (HEADER + ROW + hostile).encode())
    assert found is not None
    before, after = as_diff(found).splitlines()[-2:]
    assert before == "-" + ROW.rstrip("\r\n").replace("\u202f", "␣")
    assert after == "+" + FIXED.rstrip("\r\n")
    assert "\x1b[32m+FRA" in as_diff(found, colours=True)


def test_a_diff_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    hostile = ROW.replace("; kept ", ";\x1b[31m")
    found = fix(tmp_path, (HEADER + hostile).encode())
    assert found is not None
    assert "\x1b" not in as_diff(found)


CELLS = st.sampled_from(
    ["FRA", "fr", " Spain", "15/03/2025", "03/04/2025", "2025", "declined", "Refus",
     "3 000", "1.776", "1,5", "land, air", "pledge ", "one", "", '"', "a;b", "\n", "-"]
)  # fmt: skip


@settings(max_examples=80, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(rows=st.lists(st.lists(CELLS, min_size=8, max_size=8), max_size=5))
def test_a_second_fix_finds_nothing(tmp_path: Path, rows: list[list[str]]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=";").writerows(rows)
    once = fixed(tmp_path, HEADER + file.getvalue())
    assert fixed(tmp_path, once) == once
