"""JSON, Parquet and web pages: bounded as other tables are."""

import json
import time
import tracemalloc
from pathlib import Path

import pandas as pd
import pytest

from geo.sheets.grid import Grid, GridRow, Merge, UnreadableError
from geo.sheets.limits import Limits
from geo.sheets.read import open_grid

FEW = Limits(columns=3, cell_chars=10)


def opened(path: Path, limits: Limits = FEW) -> tuple[Grid, list[GridRow]]:
    with open_grid(path, bool, lambda names: names[0], limits) as grid:
        return grid, list(grid.rows)


def refused(path: Path, limits: Limits = FEW) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        opened(path, limits)
    return caught.value


def page(path: Path, rows: str) -> Path:
    path.write_text(f"<html><table>{rows}</table></html>")
    return path


def test_cells_over_several_rows_and_columns(tmp_path: Path) -> None:
    rows = (
        "<tr><td>a<td rowspan=2 colspan=2>b"
        "<tr><td>c"
        "<tr><td rowspan=00002>d<td>e<td>f"
        "<tr><td>g<td>h"
    )
    grid, read = opened(page(tmp_path / "t.html", rows))
    assert [row.cells for row in read] == [
        ("a", "b", ""), ("c",), ("d", "e", "f"), ("", "g", "h"),
    ]  # fmt: skip
    assert grid.merges == (Merge(1, 2, 1, 2), Merge(3, 4, 0, 0))


def test_vast_spans_take_no_memory(tmp_path: Path) -> None:
    rows = "<tr>" + "<td rowspan=1000 colspan=1000>" * 30 + "</tr>"
    path = page(tmp_path / "t.html", rows)
    tracemalloc.start()
    try:
        opened(path, Limits())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 5_000_000
    many = page(tmp_path / "u.html", "<tr><td colspan=1000>" * 100)
    assert refused(many, Limits(sheet_cells=50_000)).code == "too-large"


def test_a_span_of_thousands_of_digits(tmp_path: Path) -> None:
    digits = "9" * 5_000
    _, read = opened(page(tmp_path / "t.html", f"<tr><td colspan={digits}>a"))
    assert [row.cells for row in read] == [("a", "", "")]


def test_too_many_columns(tmp_path: Path) -> None:
    four = {"a": 1, "b": 2, "c": 3, "d": 4}
    (tmp_path / "t.json").write_text(json.dumps([four]))
    (tmp_path / "t.ndjson").write_text(f"{json.dumps(four)}\n{json.dumps(four)}\n")
    pd.DataFrame([four]).to_parquet(tmp_path / "t.parquet")
    page(tmp_path / "t.html", "<tr><td>a<td>b<td>c<td>d")
    for ending in ("json", "ndjson", "parquet", "html"):
        error = refused(tmp_path / f"t.{ending}")
        assert (error.code, error.row) == ("too-large", 1), ending
        assert error.message == "the row has 4 cells; at most 3 are read"


def test_a_long_cell(tmp_path: Path) -> None:
    rows = [{"a": "x"}, {"a": "x" * 11}]
    (tmp_path / "t.json").write_text(json.dumps(rows))
    (tmp_path / "t.ndjson").write_text("\n".join(map(json.dumps, rows)))
    pd.DataFrame(rows).to_parquet(tmp_path / "t.parquet")
    page(tmp_path / "t.html", f"<tr><td>a<tr><td>x<tr><td>{'x' * 11}")
    for ending in ("json", "ndjson", "parquet", "html"):
        error = refused(tmp_path / f"t.{ending}")
        assert (error.code, error.row) == ("too-large", 3), ending
        assert error.message == "a cell has more than 10 characters"


def test_records_with_a_name_of_their_own_each(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text(json.dumps([{f"k{n}": n} for n in range(50_000)]))
    start = time.process_time()
    assert refused(path, Limits()).code == "too-large"
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('[{"country": "France", "country": "Poland"}]', None),
        ('{"country": "France", "country": "Poland"}\n{"country": "Spain"}\n', None),
        ('{"country": "Spain"}\n{"country": "France", "country": "Poland"}\n', 3),
    ],
)
def test_a_name_twice_in_a_record(tmp_path: Path, text: str, row: int | None) -> None:
    (tmp_path / "t.json").write_text(text)
    error = refused(tmp_path / "t.json")
    assert (error.code, error.row) == ("duplicate-column", row)
    assert error.message == 'a record says "country" twice'
