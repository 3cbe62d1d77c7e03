"""Tables that are no spreadsheet: JSON records, Parquet, the tables of a web page.

They become the rows that a spreadsheet would have: the header is row 1, the first
record row 2.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html.parser import HTMLParser
from typing import Any, BinaryIO

from geo.findings import quote
from geo.sheets.delimited import Known, lines
from geo.sheets.encoding import find_encoding
from geo.sheets.grid import Grid, GridRow, Merge, UnreadableError
from geo.sheets.limits import Limits
from geo.sheets.workbook import text_of

Choose = Callable[[list[str]], str]
Record = Mapping[str, Any]

_AGAIN = "export the table as CSV UTF-8 or XLSX"
_MOST_SPANNED = 1_000


def read_json(file: BinaryIO, limits: Limits) -> Grid | None:
    """Read records, one a line or in a list; None if it is no JSON at all."""
    encoding = find_encoding(file).name
    file.seek(0)
    texts = lines(file, encoding, limits)
    first = next((line for line in texts if line.strip()), "")
    try:
        is_record = isinstance(_parsed(first), dict)
    except ValueError:
        is_record = False
    following = next((line for line in texts if line.strip()), "")
    if is_record and following:
        file.seek(0)
        return Grid(None, _of_lines(lines(file, encoding, limits), limits))
    return _of_document(file, encoding, limits)


def _parsed(text: str, row: int | None = None) -> object:
    """Return what a text of JSON says; where a record says a name twice, it is refused.

    Either of the two would be as good as the other.
    """

    def record(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            counts = Counter(name for name, _ in pairs)
            twice = next(name for name, count in counts.items() if count > 1)
            raise UnreadableError(
                "duplicate-column", f"a record says {quote(twice)} twice",
                "leave one of the two", row,
            )  # fmt: skip
        return found

    return json.loads(text, object_pairs_hook=record)


def _of_lines(texts: Iterable[str], limits: Limits) -> Iterator[GridRow]:
    """Return the rows of one record a line; the first says which columns there are."""
    names: list[str] = []
    for number, text in enumerate(filter(str.strip, texts), start=2):
        try:
            record = _parsed(text, number)
        except (ValueError, RecursionError) as error:
            raise _no_records(f"line {number - 1} is no JSON") from error
        if not isinstance(record, dict):
            raise _no_records(f"line {number - 1} is no record")
        if not names:
            names = [*record]
            yield _header(names, limits)
        more = [name for name in record if name not in names]
        if more:
            raise _no_records(f"line {number - 1} has other fields: {', '.join(more)}")
        yield _row(number, [record.get(name) for name in names], limits)


def _of_document(file: BinaryIO, encoding: str, limits: Limits) -> Grid | None:
    _bound(file, limits)
    try:
        found = _parsed(file.read().decode(encoding))
    except RecursionError as error:
        raise _no_records("its brackets stand in hundreds") from error
    except ValueError:
        return None
    records = _records_in(found)
    found_names: dict[str, None] = {}
    for record in records:
        found_names |= dict.fromkeys(record)
        _bound_columns(len(found_names), limits)
    names = [*found_names]
    body = (
        _row(number, [record.get(name) for name in names], limits)
        for number, record in enumerate(records, start=2)
    )
    return Grid(None, _after(_header(names, limits), body))


def _bound(file: BinaryIO, limits: Limits) -> None:
    """Refuse what is read whole and would not fit into memory."""
    if file.seek(0, 2) > limits.unzipped_bytes:
        raise UnreadableError("too-large", "the file is too large to be read", _AGAIN)
    file.seek(0)


def _records_in(found: object) -> Sequence[Record]:
    """Return the list of records in a document: itself, or its only one."""
    inner = [v for v in found.values() if _is_records(v)] if _is_record(found) else []  # type: ignore[attr-defined]
    if _is_records(found):
        return found  # type: ignore[return-value]
    if len(inner) == 1:
        return inner[0]  # type: ignore[no-any-return]
    raise _no_records("it holds no list of records, or several")


def _is_record(value: object) -> bool:
    return isinstance(value, dict)


def _is_records(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_record, value))


def _no_records(what: str) -> UnreadableError:
    return UnreadableError(
        "not-a-table", f"the file is JSON, and {what}",
        'write a list of records, [{"country": …, "troops": …}, …], or one a line',
    )  # fmt: skip


def read_parquet(file: BinaryIO, limits: Limits) -> Grid:
    """Read a Parquet file, a batch of its rows at a time."""
    import pyarrow  # only those who keep such files wait for it
    from pyarrow import parquet

    try:
        table = parquet.ParquetFile(file)
        names = table.schema_arrow.names
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise _broken_parquet(error) from error

    def body() -> Iterator[GridRow]:
        number = 1
        try:
            for batch in table.iter_batches(10_000):
                for values in zip(*(one.to_pylist() for one in batch), strict=True):
                    number += 1
                    yield _row(number, values, limits)
        except (pyarrow.ArrowException, OSError, ValueError) as error:
            raise _broken_parquet(error) from error

    return Grid(None, _after(_header(names, limits), body()))


def _broken_parquet(error: Exception) -> UnreadableError:
    what = f"it is a Parquet file that cannot be read: {error}"
    return UnreadableError("unreadable-file", what[:200], _AGAIN)


def _after(header: GridRow, body: Iterable[GridRow]) -> Iterator[GridRow]:
    yield header
    yield from body


def _header(names: Sequence[str], limits: Limits) -> GridRow:
    _bound_columns(len(names), limits)
    return _row(1, names, limits)


def _bound_columns(count: int, limits: Limits, row: int = 1) -> None:
    if count > limits.columns:
        raise UnreadableError(
            "too-large", f"the row has {count:,} cells; at most {limits.columns:,} are"
            " read", "check that the file is a table", row,
        )  # fmt: skip


def _bound_cell(text: str, limits: Limits, row: int) -> None:
    if len(text) > limits.cell_chars:
        raise UnreadableError(
            "too-large", f"a cell has more than {limits.cell_chars:,} characters",
            "check that the file is a table", row,
        )  # fmt: skip


def _row(number: int, values: Sequence[object], limits: Limits) -> GridRow:
    numbers = {
        at: value
        for at, value in enumerate(values)
        if isinstance(value, float) and not value.is_integer() and value == value
    }
    texts = tuple(map(_text, values))
    for text in texts:
        _bound_cell(text, limits, number)
    return GridRow(number, texts, numbers)


def _text(value: object) -> str:
    if value is None or value != value:  # what is no number differs from itself
        return ""
    if isinstance(value, list):
        return ";".join(map(_text, value))
    return text_of(value)


def read_page(file: BinaryIO, known: Known, choose: Choose, limits: Limits) -> Grid:
    """Read the table of a web page whose header names most columns.

    Where several name as many, ``choose`` says which.
    """
    encoding = find_encoding(file).name
    _bound(file, limits)
    page = _Page(limits)
    for line in lines(file, encoding, limits):
        page.feed(line)
    page.close()
    tables = [table for table in page.tables if table.rows]
    if not tables:
        raise UnreadableError(
            "not-a-table", "the file is a web page without a table",
            "save the page whole, or copy its table into a spreadsheet",
        )  # fmt: skip
    rank = [max(sum(map(known, row)) for row in table.rows) for table in tables]
    best = [at for at, named in enumerate(rank) if named == max(rank)]
    names = [f"table {at + 1}" for at in best]
    name = names[0] if len(best) == 1 else choose(names)
    table = tables[best[names.index(name)]]
    if table.fault:
        raise table.fault
    rows = (GridRow(n, tuple(cells)) for n, cells in enumerate(table.rows, start=1))
    return Grid(None, rows, merges=tuple(table.merges))


class _Table:
    """The cells of one table; a cell over several stands in the first of them.

    ``taken`` is, by column, the row at which a cell from above ends; ``fault``
    what is too large for the table to be read.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.rows: list[list[str]] = []
        self.merges: list[Merge] = []
        self.taken: list[int] = []
        self.parts: list[str] | None = None
        self.span = (1, 1)
        self.fault: UnreadableError | None = None

    def end_cell(self) -> int:
        """Put a cell into its row; return how many blanks stand there for its sake."""
        if self.parts is None or not self.rows:
            return 0
        text = " ".join("".join(self.parts).split())
        self.parts = None
        row, cells = len(self.rows), self.rows[-1]
        start = len(cells)
        while len(cells) < len(self.taken) and self.taken[len(cells)] > row:
            cells.append("")
        at = len(cells)
        try:
            _bound_columns(at + bool(text), self.limits, row)
            _bound_cell(text, self.limits, row)
        except UnreadableError as fault:
            self.fault = self.fault or fault
            return at - start
        down, across = self.span
        across = min(across, self.limits.columns - at)
        if across < 1:
            return at - start
        cells += [text, *[""] * (across - 1)]
        if down > 1:
            end = at + across
            self.taken += [0] * (end - len(self.taken))
            self.taken[at:end] = [row + down] * across
            self.merges.append(Merge(row, row + down - 1, at, end - 1))
        return len(cells) - start - 1


class _Page(HTMLParser):
    """Gathers the tables of a page; what runs or is hidden in it is no text."""

    def __init__(self, limits: Limits) -> None:
        super().__init__(convert_charrefs=True)
        self.limits = limits
        self.blanks = 0
        self.tables: list[_Table] = []
        self.open: list[_Table] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, Any]]) -> None:
        if tag == "table":
            self.open.append(_Table(self.limits))
            self.tables.append(self.open[-1])
        elif tag in {"script", "style", "template"}:
            self.silent += 1
        elif not self.open:
            return
        elif tag == "tr":
            self._end_cell()
            self.open[-1].rows.append([])
        elif tag in {"td", "th"}:
            self._end_cell()
            said = dict(attributes)
            spans = (_number(said.get(name)) for name in ("rowspan", "colspan"))
            self.open[-1].parts, self.open[-1].span = [], (next(spans), next(spans))
        elif tag in {"br", "p", "div", "li"}:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style", "template"}:
            self.silent = max(0, self.silent - 1)
        elif tag in {"td", "th", "tr", "table"} and self.open:
            self._end_cell()
            if tag == "table":
                self.open.pop()

    def _end_cell(self) -> None:
        self.blanks += self.open[-1].end_cell()
        if self.blanks > self.limits.sheet_cells:
            raise UnreadableError("too-large", "its cells reach too far", _AGAIN)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1].parts is not None and not self.silent:
            self.open[-1].parts.append(data)


def _number(text: str | None) -> int:
    if text and text.isascii() and text.isdigit():
        digits = text.lstrip("0")[: len(str(_MOST_SPANNED)) + 1]
        return min(_MOST_SPANNED, max(1, int(digits or 1)))
    return 1
