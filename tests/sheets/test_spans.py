import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from geo.sheets.spans import cell_spans, quoted_like, unquoted, written_records

CELLS = st.lists(st.text(st.characters(exclude_characters="\0", codec="utf-8"),
                         max_size=8), min_size=1, max_size=5)  # fmt: skip


@given(st.lists(CELLS, max_size=5), st.sampled_from(",;\t|"))
def test_spans_are_the_cells_that_csv_reads(rows: list[list[str]], mark: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=mark, quoting=csv.QUOTE_ALL).writerows(rows)
    lines = file.getvalue().splitlines(keepends=True)
    read = [
        [unquoted(record.text[start:end]) for start, end in record.cells]
        for record in written_records(io.StringIO(file.getvalue(), newline=""), mark)
    ]
    assert read == rows, lines


def test_plain_cells() -> None:
    assert cell_spans("a,,b\r\n", ",") == ((0, 1), (2, 2), (3, 4))
    assert cell_spans("a,", ",") == ((0, 1), (2, 2))
    assert cell_spans('"open', ",") is None
    assert cell_spans("\n", ",") == ()


def test_a_value_is_written_as_the_old_one_was() -> None:
    assert quoted_like("FRA", "France", ",") == "FRA"
    assert quoted_like("FRA", '"France"', ",") == '"FRA"'
    assert quoted_like('a "b", c', "x", ",") == '"a ""b"", c"'
