"""A table's file with its cells in their plainest form, all else byte for byte."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from geo.digest import digest
from geo.fix.cells import CellForms
from geo.sheets.delimited import Dialect, find_dialect
from geo.sheets.grid import UnreadableError
from geo.sheets.limits import LIMITS
from geo.sheets.signature import kind_of
from geo.sheets.spans import Written, quoted_like, unquoted, written_records
from geo.sheets.steady import steady
from geo.tables.reader import Around, ReadTable, read_table
from geo.tables.table import Table
from geo.tables.table_file import TableFile

_UTF8 = frozenset({"utf-8", "utf-8-sig"})
_MARK = "\ufeff"


@dataclass(frozen=True)
class Fix:
    """What a file says, and what it would say.

    ``encoding`` tells from which encoding the text is brought to UTF-8, in words;
    empty if it is UTF-8 already.  ``found`` is the SHA-256 of the file as it was read.
    """

    path: Path
    before: str
    after: str
    encoding: str = ""
    found: str = ""

    @property
    def data(self) -> bytes:
        return self.after.encode("utf-8")


def fix_file(file: TableFile, table: Table, actors: Mapping[str, str]) -> Fix | None:
    """Return the fix of a text file; None if there is nothing certain to mend.

    Rows and columns keep their places, and every cell that is changed still reads as
    the same value; if the whole would not, nothing is changed.  Workbooks are left to
    their spreadsheets.  ``actors`` are the kinds of those that are no country, by id.
    """
    read = _read(file, table, actors)
    if read.raw.place.sheet is not None or not read.made:
        return None
    try:
        text, dialect, found = _text_of(file.path, table)
    except (UnreadableError, UnicodeError):
        return None
    wanted = _wanted(read, CellForms(read.rules, actors))
    lines = io.StringIO(text, newline="")
    first = next(lines) if dialect.declared else ""
    records = written_records(lines, dialect.delimiter)
    after = first + "".join(_rewritten(records, wanted, dialect.delimiter))
    encoding = dialect.encoding
    moved = encoding.guess or encoding.name if encoding.name not in _UTF8 else ""
    if encoding.name == "utf-8-sig":
        text, after = _MARK + text, _MARK + after
    fix = Fix(file.path, text, after, moved, found)
    unchanged = after == text and not moved
    return None if unchanged or not _reads_the_same(file, fix, read, actors) else fix


def _text_of(path: Path, table: Table) -> tuple[str, Dialect, str]:
    """Return a file's text, how it is written, and its SHA-256."""

    def known(cell: str) -> bool:
        return table.canonical(cell.strip()) is not None

    with steady(path, LIMITS) as file:
        if kind_of(file.read(64)) != "text":
            raise UnicodeError(path)
        file.seek(0)
        dialect = find_dialect(file, known, LIMITS)
        file.seek(0)
        data = file.read()
        return data.decode(dialect.encoding.name), dialect, digest(data)


def _read(file: TableFile, table: Table, actors: Collection[str]) -> ReadTable:
    around = Around(dict.fromkeys(actors, "organisation"))
    return read_table(file, table, around, lambda row, values: (row, values))


def _wanted(read: ReadTable, forms: CellForms) -> dict[int, dict[int, str]]:
    """Return what each cell should hold, by row and by place in the row."""
    columns = [
        (at, read.raw.table.column(name))
        for name, (at, _) in read.raw.place.columns.items()
    ]
    return {
        row.number: {
            at: forms.plainest(column, row.text(column.name)) for at, column in columns
        }
        for row, _ in read.made
    }


def _rewritten(
    records: Iterable[Written], wanted: Mapping[int, Mapping[int, str]], delimiter: str
) -> Iterator[str]:
    for record in records:
        cells = wanted.get(record.number, {})
        text, done = "", 0
        for at, (start, end) in enumerate(record.cells):
            old = record.text[start:end]
            value = cells.get(at)
            if value is None or unquoted(old).replace("\r\n", "\n") == value:
                continue
            text += record.text[done:start] + quoted_like(value, old, delimiter)
            done = end
        yield text + record.text[done:]


def _reads_the_same(
    file: TableFile, fix: Fix, read: ReadTable, actors: Collection[str]
) -> bool:
    """Read the file as it would be, and compare every value with what it was."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fixed.csv"
        path.write_bytes(fix.data)
        again = _read(replace(file, path=path), read.raw.table, actors)
    before, after = ([v for _, v in one.made if v] for one in (read, again))
    return before == after
