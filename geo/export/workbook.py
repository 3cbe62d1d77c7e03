"""The tables as one XLSX workbook, with a sheet that says what they are."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from geo.export.gather import Exported
from geo.export.values import rows_of
from geo.findings import counted

_MADE = datetime.datetime(2025, 1, 1)  # noqa: DTZ001 - a date that never changes
_WIDEST = 60
# A cell of a workbook holds no more; the library would leave it blank.
LONGEST = 32_767


def to_xlsx(exported: Exported) -> bytes:
    """Write three sheets: about, countries, statements.

    Every text is a cell of type text, which a spreadsheet never runs.
    """
    import xlsxwriter

    about = exported.about
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties(
        {"title": about.title, "comments": about.citation, "created": _MADE}
    )
    bold = book.add_format({"bold": True})
    described = [{"of": k, "is": v} for k, v in about.as_metadata().items()]
    if said := cut_texts(exported):
        described.append({"of": "cut", "is": said})
    sheets: Sequence[tuple[str, Iterable[Mapping[str, Any]]]] = (
        ("about", described),
        ("countries", rows_of(exported.countries)),
        ("statements", rows_of(exported.statements)),
    )
    for name, rows in sheets:
        _sheet(book.add_worksheet(name), list(rows), bold)
    book.close()
    return file.getvalue()


def cut_texts(exported: Exported) -> str:
    """Say how many texts are too long for a cell; blank if all fit."""
    tables = (exported.countries.drop(columns="geometry"), exported.statements)
    cells = (v for table in tables for row in rows_of(table) for v in row.values())
    count = sum(isinstance(v, str) and len(v) > LONGEST for v in cells)
    if not count:
        return ""
    return (
        f"{counted(count, 'text is', 'texts are')} cut, since a cell of a workbook"
        f" holds {LONGEST:,} characters; export to csv or json as well, which have all"
    )


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _sheet(sheet: Any, rows: Sequence[Mapping[str, Any]], bold: Any) -> None:
    columns = list(rows[0])
    for at, name in enumerate(columns):
        longest = max(len(str(row[name] or "")) for row in rows)
        sheet.set_column(at, at, min(max(longest, len(name)) + 1, _WIDEST))
        sheet.write_string(0, at, name, bold)
    for number, row in enumerate(rows, start=1):
        for at, value in enumerate(row.values()):
            if isinstance(value, bool):
                sheet.write_boolean(number, at, value)
            elif isinstance(value, int | float):
                sheet.write_number(number, at, value)
            elif value is not None:
                sheet.write_string(number, at, _fitting(value))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
