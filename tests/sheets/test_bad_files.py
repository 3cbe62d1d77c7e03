"""Files that are no tables: a clear message each, in bounded memory."""

import io
import os
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from geo.findings import Finding
from geo.sheets.grid import UnreadableError
from geo.sheets.limits import LIMITS, Limits
from geo.sheets.steady import steady
from geo.tables.reader import read_table
from geo.tables.schema import PLEDGES
from geo.tables.table_file import TableFile

HEADER = b"country,date,status,source\n"
MB = 1_000_000


def findings_of(path: Path, limits: Limits = LIMITS) -> list[Finding]:
    read = read_table(TableFile(path), PLEDGES, make=lambda r, _: r, limits=limits)
    assert read.made == []
    assert all(finding.advice for finding in read.findings)
    return list(read.findings)


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"", "no-rows", "the file is empty"),
        (b"\xef\xbb\xbf", "no-rows", "the file is empty"),
        (b"\n\n  \n,,,\n", "no-rows", "the file is empty"),
        (HEADER, "no-rows", "the table has no rows"),
        (b"%PDF-1.7\n%\xe2", "not-a-table", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0", "not-a-table", "a picture"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "not-a-table", "an old Excel workbook"),
        (b"<html><table>", "not-a-table", "a web page"),
        (HEADER + b"FRA\0,2025\n", "not-a-table", "NUL"),
        (os.urandom(20_000), "", ""),
        (HEADER + b'FRA,"2025\n', "bad-quotes", "never closed"),
        (b"a," * 10_000 + b"b\n", "too-large", "10,001 cells"),
        (b"PK\x03\x04 and nothing more", "unreadable-file", "damaged"),
    ],
)
def test_each_has_a_message(
    tmp_path: Path, data: bytes, code: str, message: str
) -> None:
    path = tmp_path / "pledges.xlsx"
    path.write_bytes(data)
    findings = findings_of(path)
    assert findings
    assert code in {finding.code for finding in findings} or not code
    assert any(message in finding.message for finding in findings)


def test_a_folder_and_a_pipe(tmp_path: Path) -> None:
    assert "a folder" in findings_of(tmp_path)[0].message
    os.mkfifo(tmp_path / "pipe.csv")
    assert "no plain file" in findings_of(tmp_path / "pipe.csv")[0].message


def test_a_name_that_no_file_can_have() -> None:
    assert findings_of(Path("a\0b.csv"))[0].code == "unreadable-file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_one_may_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(HEADER)
    path.chmod(0)
    assert "Permission denied" in findings_of(path)[0].message


def test_a_file_that_one_may_not_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.csv"
    path.write_bytes(HEADER)
    monkeypatch.setattr(os, "open", refuse)
    (finding,) = findings_of(path)
    assert (finding.code, finding.message) == (
        "unreadable-file", "it cannot be read: Permission denied",
    )  # fmt: skip


@pytest.mark.parametrize("change", ["grow", "replace", "vanish"])
def test_a_file_that_changes_while_it_is_read(tmp_path: Path, change: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(HEADER)

    def grow() -> None:
        path.write_bytes(HEADER * 2)

    def replace() -> None:
        (tmp_path / "b.csv").write_bytes(HEADER)
        (tmp_path / "b.csv").replace(path)

    changes = {"grow": grow, "replace": replace, "vanish": path.unlink}
    message = "changed|No such file"
    with pytest.raises(UnreadableError, match=message), steady(path, LIMITS):
        changes[change]()


def test_rows_read_before_a_change_are_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from geo.tables import read

    path = tmp_path / "a.csv"
    path.write_bytes(HEADER + b"FRA,2025,declined,one\n")
    find_header = read.find_header

    def slow(*arguments: object) -> object:
        path.write_bytes(HEADER + b"FRA,2025,opposed,one\nESP,2025,opposed,one\n")
        return find_header(*arguments)

    monkeypatch.setattr(read, "find_header", slow)
    assert [finding.code for finding in findings_of(path)] == ["changed-file"]


def peak_of(path: Path, limits: Limits = LIMITS) -> tuple[list[Finding], int]:
    tracemalloc.start()
    try:
        return findings_of(path, limits), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_line_without_end_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        for _ in range(60):
            file.write(b"x" * MB)
    findings, peak = peak_of(path)
    assert findings[0].code == "too-large"
    assert "a line has more than 2,000,000 characters" in findings[0].message
    assert peak < 25 * MB


def test_a_cell_without_end_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.write(HEADER + b'FRA,"')
        for _ in range(600):
            file.write(b"line after line\n" * 6250)
    findings, peak = peak_of(path)
    assert (findings[0].code, findings[0].row) == ("bad-quotes", 2)
    assert peak < 25 * MB


def test_a_bomb_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("xl/workbook.xml", b"<a>" + b" " * (60 * MB))
    assert path.stat().st_size < MB / 5
    findings, peak = peak_of(path, Limits(unzipped_bytes=20 * MB))
    assert findings[0].message == "the workbook unpacks to more than 20 MB"
    assert peak < 10 * MB


def test_a_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<a>" + b" " * (5 * MB))
    size = (5 * MB + 3).to_bytes(4, "little")
    path = tmp_path / "a.xlsx"
    path.write_bytes(memory.getvalue().replace(size, (100).to_bytes(4, "little")))
    assert findings_of(path, Limits(unzipped_bytes=MB))
