"""CSV runs in no spreadsheet, by whichever delimiter it is read, and says the same."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_modules import page_functions
from payloads import every_text
from spreadsheets import SIGNS, formulas

from geo.export.delimited import csv_cell, to_csv

#: What parts cells and lines, what begins a formula, and what may stand between.
TEXTS = st.text(st.sampled_from([*";,|\t\r\n\"' =+-@\uff1d\uff0b\uff0d\uff20xé1"]))
page = page_functions(["take_away/csv.js"], ["csvCell", "toCsv"])


def read(data: bytes) -> list[list[str]]:
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("begin", [*SIGNS, *"\t\r\n"])
def test_no_text_begins_as_a_formula(begin: str) -> None:
    data = to_csv([{"a": f"{begin}x", "b": -5, "c": None, "d": True}], {"e": "-"})
    assert read(data) == [[*"abcde"], [f"'{begin}x", "-5", "", "true", "'-"]]


@pytest.mark.parametrize(
    ("text", "defused"),
    [
        ("x;=1+1", "x;'=1+1"),
        ('x; "=1+1', "x; \"'=1+1"),
        ("x\t@a", "x\t'@a"),
        ("x\n-1", "x\n'-1"),
        (";;+1", ";;'+1"),
        ("\t=1", "'\t'=1"),
        ("a; b, =c", "a; b, =c"),
        ("no; 'yes'", "no; 'yes'"),
    ],
)
def test_no_part_of_a_text_begins_as_a_formula(text: str, defused: str) -> None:
    assert read(to_csv([{"a": text}], {})) == [["a"], [defused]]


@given(st.lists(TEXTS, min_size=3, max_size=3))
def test_no_delimiter_makes_a_formula(texts: list[str]) -> None:
    data = to_csv([dict(zip("abc", texts, strict=True))], {})
    assert list(formulas(data)) == []
    without = [cell.replace("'", "") for cell in read(data)[1]]
    assert without == [text.replace("'", "") for text in texts]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1", "'=1"),
        ("\rx", '"\'\rx"'),
        ("a=1", "a=1"),
        ('say "x"', '"say ""x"""'),
        ("=a,b", '"\'=a,b"'),
        ("a;b", '"a;b"'),
        ("a\tb", '"a\tb"'),
        ("two\nlines", '"two\nlines"'),
        (None, ""),
        (0, "0"),
        (-0.5, "-0.5"),
    ],
)
def test_a_cell(value: object, cell: str) -> None:
    assert page("csvCell", value) == csv_cell(value) == cell


@given(TEXTS)
def test_the_page_writes_the_same_cell(text: str) -> None:
    assert page("csvCell", text) == csv_cell(text)


def test_the_page_writes_the_same_file() -> None:
    rows = [{"a": text, "b": -5, "c": 0.5, "d": True} for text in every_text()]
    rows = [
        row for row in rows if row["a"].encode("utf-8", "replace").decode() == row["a"]
    ]
    assert page("toCsv", rows).encode() == to_csv(rows, {})
