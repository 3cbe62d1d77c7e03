"""``git diff`` of the tables stays readable: one row a line, one order, one quoting."""

import csv
import difflib
import io
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data"
TABLES = sorted(
    path.relative_to(DATA).as_posix()
    for folder in (DATA, DATA / "article")
    for path in folder.glob("*.csv")
)

# Ordered by something else than their key, and by what.
OTHER_ORDERS = {
    "actors.csv": "kind: organisations, regions, unnamed groups",
    "aliases.csv": "the country that a name means",
    "places.csv": "first mention",
    "article/participants.csv": "the article",
}


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def written(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


@pytest.mark.parametrize("name", TABLES)
def test_a_row_is_a_line_and_saving_changes_no_other(name: str) -> None:
    text = (DATA / name).read_bytes().decode("utf-8")
    rows = rows_of(text)
    assert text.count("\n") == len(rows)
    assert written(rows) == text


@pytest.mark.parametrize("name", sorted({*TABLES} - {*OTHER_ORDERS}))
def test_rows_stand_in_the_order_of_their_keys(name: str) -> None:
    keys = [row[0] for row in rows_of((DATA / name).read_text(encoding="utf-8"))[1:]]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("name", TABLES)
def test_one_change_is_one_line(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    rows = rows_of(text)
    rows[len(rows) // 2][-1] = 'a note, with "quotes", commas and \N{EM DASH}'
    rows.append(["new", *rows[0][1:]])
    lines = list(
        difflib.unified_diff(text.splitlines(), written(rows).splitlines(), n=0)
    )
    changed = [line[0] for line in lines[2:] if not line.startswith("@@ ")]
    assert sorted(changed) == ["+", "+", "-"]
