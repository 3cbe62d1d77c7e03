"""Workbooks that attack their reader: entities, bombs, and letters no text can hold."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from books import write_ods, write_xlsx
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from payloads import OURS, for_cells, our_texts

from geo.building import build, check
from geo.findings import FindingsError, errors
from geo.tables.dataset import read_dataset
from geo.tables.table_file import TableFile

HEAD = ["id", "actor", "date", "status", "source", "statement"]
ROW = ["S1", "FRA", "2025-01-01", "declined", "https://example.org/a", "SAID"]
BOMB = "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' if n else '<!ENTITY a0 "aaaaaaaaaa">'
    for n in range(9)
)
DOCTYPES = {
    "a file": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "an address": '<!DOCTYPE x [<!ENTITY e SYSTEM "https://hurt.example/e">]>',
    "a definition elsewhere": '<!DOCTYPE x SYSTEM "https://hurt.example/x.dtd">',
    "a parameter": '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
    "a bomb": f'<!DOCTYPE x [{BOMB}<!ENTITY e "&a8;">]>',
}
WRITERS = {"xlsx": write_xlsx, "ods": write_ods}


def rewritten(path: Path, old: bytes, new: bytes) -> Path:
    """Replace bytes in every XML part of a workbook; some part must hold them."""
    with zipfile.ZipFile(path) as book:
        parts = {info: book.read(info) for info in book.infolist()}
    assert any(old in data for data in parts.values())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for info, data in parts.items():
            changed = data.replace(old, new) if info.filename.endswith("xml") else data
            book.writestr(info.filename, changed)
    return path


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("doctype", DOCTYPES)
def test_no_entity_is_read(tmp_path: Path, kind: str, doctype: str) -> None:
    path = WRITERS[kind](tmp_path / f"pledges.{kind}", {"pledges": [HEAD, ROW]})
    rewritten(path, b"SAID", b"&e;")
    with zipfile.ZipFile(path) as book:
        parts = {info.filename: book.read(info) for info in book.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            if b"&e;" in data:
                head, mark, body = data.rpartition(b"?>")
                start = (head + mark) or b'<?xml version="1.0"?>'
                data = start + DOCTYPES[doctype].encode() + body
            book.writestr(name, data)
    dataset, findings = read_dataset({"pledges": TableFile(path)})
    assert errors(findings)
    assert dataset.statements == {}
    assert "root:" not in str(findings)


@pytest.mark.parametrize(
    "escaped", ["_xD800_", "_x0000_", "_xDC00__xD800_", "_xFFFE_", "_x001B_[31m"]
)
def test_letters_that_no_text_can_hold(project: Path, escaped: str) -> None:
    """Excel writes any unit of UTF-16 as ``_xD800_``: it is shown, or refused."""
    book = project / "data" / "pledges.xlsx"
    write_xlsx(book, {"pledges": [HEAD, ROW]})
    rewritten(book, b"SAID", escaped.encode())
    definition = project / "maps" / "small.toml"
    text = definition.read_text(encoding="utf-8")
    text = text.replace('"pledges.csv"', '"pledges.xlsx"')
    definition.write_text(text.replace('sources = "sources.csv"\n', ""))
    folders = {"data": project / "data", "maps": project / "maps"}
    if errors(check(**folders)):
        with pytest.raises(FindingsError, match=r"pledges\.xlsx"):
            build(**folders)
    else:
        (page,) = build(**folders)
        assert "</html>" in page.path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("kind", WRITERS)
def test_every_text_of_a_workbook_is_read_as_it_stands(
    tmp_path: Path, kind: str
) -> None:
    # XML has no control characters, one line end, and an ODS runs spaces together.
    texts = [
        text
        for text in for_cells(our_texts())
        if text not in OURS["long"]
        and not ILLEGAL_CHARACTERS_RE.search(text)
        and not set(text) & set("\r\n\t\x7f\x80\x85\x9b\ufffe\uffff")
        and not text.startswith("=")
        and "  " not in text
    ]
    rows = [[f"S{n}", *ROW[1:5], text] for n, text in enumerate(texts)]
    path = WRITERS[kind](tmp_path / f"a.{kind}", {"pledges": [HEAD, *rows]})
    dataset, findings = read_dataset({"pledges": TableFile(path)})
    assert errors(findings) == ()
    assert [said.statement for said in dataset.statements.values()] == texts
    assert len(texts) > 100
