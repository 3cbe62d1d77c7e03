"""A workbook to fill in: lists to choose from, and every column explained.

The sheets are called after the tables, so that ``workbook = "book.xlsx"`` in a map
definition reads all of them.  The file has the same bytes whenever and wherever it is
made.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from typing import Any

from geo.sheets.workbook_scan import letters_of
from geo.tables.schema import TABLES
from geo.tables.table import CELL_HOLDS, Column, Table, names_of
from geo.vocabulary import VOCABULARIES

SHEETS = ("pledges", "sources", "meetings", "participants")
GUIDE = "how to fill in"
TERMS = "terms"
LAST_ROW = 2_000
_MADE = datetime.datetime(2025, 1, 1)  # noqa: DTZ001 - a date that never changes
_PROMPT = 255
_TITLE = 32


def template_xlsx() -> bytes:
    """Write the workbook: a guide, the tables, and a sheet with the terms."""
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": "Pledgemap: tables of pledges", "created": _MADE})
    styles = {
        "bold": book.add_format({"bold": True, "valign": "top"}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        "required": book.add_format({"bold": True, "bg_color": "#DDE7F3"}),
        # As text, so that a spreadsheet does not turn 2025-03 into a day.
        "text": book.add_format({"num_format": "@"}),
    }
    _guide(book.add_worksheet(GUIDE), styles)
    tables = {name: book.add_worksheet(name) for name in SHEETS}
    ranges = _terms(book.add_worksheet(TERMS), styles)
    for name, sheet in tables.items():
        _table(sheet, TABLES[name], styles, ranges)
    tables["pledges"].activate()
    book.close()
    return file.getvalue()


def _guide(sheet: Any, styles: Mapping[str, Any]) -> None:
    """Explain every column of every sheet, a row each."""
    head = ("sheet", "column", "required", "a cell holds", "it says", "also called")
    for at, (text, width) in enumerate(zip(head, (14, 18, 9, 16, 60, 60), strict=True)):
        sheet.write(0, at, text, styles["bold"])
        sheet.set_column(at, at, width)
    row = 0
    for name in SHEETS:
        table = TABLES[name]
        for column in columns_of(table):
            row += 1
            cells = (
                name, column.name, "yes" if column.required else "",
                CELL_HOLDS[column.kind], column.description,
                ", ".join(names_of(table, column)),
            )  # fmt: skip
            for at, text in enumerate(cells):
                sheet.write_string(row, at, text, styles["wrap"])
    sheet.freeze_panes(1, 0)


def columns_of(table: Table) -> Sequence[Column]:
    """Return the columns of a sheet.

    Rows that may number themselves have no id to fill in, and a figure stands in one
    cell, as people write it.
    """
    columns = list(table.columns)
    if table.numbers_itself:
        columns = [column for column in columns if column.name != table.key]
    if table.name != "pledges":
        return columns
    stood_for = {"troops_min", "troops_max", "qualifier", "figure_words"}
    columns = [column for column in columns if column.name not in stood_for]
    at = next(n for n, column in enumerate(columns) if column.name == "meaning")
    return [*columns[:at], table.column("troops"), *columns[at:]]


def _terms(sheet: Any, styles: Mapping[str, Any]) -> dict[int, str]:
    """Write every vocabulary with its meanings; give the range of each one's terms."""
    ranges = {}
    for number, (name, terms) in enumerate(VOCABULARIES.items()):
        at = 2 * number
        sheet.write(0, at, name, styles["bold"])
        sheet.set_column(at, at, 22)
        sheet.set_column(at + 1, at + 1, 48)
        for row, (term, meaning) in enumerate(terms.items(), start=1):
            sheet.write_string(row, at, term)
            sheet.write_string(row, at + 1, meaning)
        letters = letters_of(at)
        ranges[id(terms)] = f"={TERMS}!${letters}$2:${letters}${len(terms) + 1}"
    sheet.freeze_panes(1, 0)
    return ranges


def _table(
    sheet: Any, table: Table, styles: Mapping[str, Any], ranges: Mapping[int, str]
) -> None:
    columns = columns_of(table)
    for at, column in enumerate(columns):
        style = styles["required"] if column.required else styles["bold"]
        sheet.write_string(0, at, column.name, style)
        sheet.set_column(at, at, 16 if column.kind != "text" else 28, styles["text"])
        rule = {**_rule(column, ranges), **_prompt(column)}
        sheet.data_validation(1, at, LAST_ROW, at, rule)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, LAST_ROW, len(columns) - 1)


def _rule(column: Column, ranges: Mapping[int, str]) -> dict[str, Any]:
    """Return the rule of a column's cells; a list stops what is not in it.

    Several terms in one cell are parted by ``;``, which no list can offer, so the list
    is then an offer only; so is that of the sources, which may be addresses.
    """
    if column.terms is not None:
        stops = column.kind == "term"
        return {
            "validate": "list",
            "source": ranges[id(column.terms)],
            "error_type": "stop" if stops else "information",
            "error_title": "Not a term",
            "error_message": "Choose a term of the list"
            + ("." if stops else ", or several parted by a semicolon."),
        }
    if column.refers_to in SHEETS and column.kind == "id":
        return {
            "validate": "list",
            "source": f"={column.refers_to}!$A$2:$A${LAST_ROW + 1}",
            "error_type": "warning",
            "error_title": "Not an id",
            "error_message": f"The sheet {column.refers_to} has no row of this id.",
        }
    return {"validate": "any"}


def _prompt(column: Column) -> dict[str, Any]:
    title = f"{column.name}{' (required)' if column.required else ''}"
    return {
        "input_title": title[:_TITLE],
        "input_message": f"{CELL_HOLDS[column.kind]}: {column.description}"[:_PROMPT],
        "ignore_blank": True,
    }
