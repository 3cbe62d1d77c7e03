"""Which file, and which sheet of a workbook, each table of a definition is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from geo.definitions.model import Definition
from geo.findings import Finding
from geo.sheets.grid import UnreadableError
from geo.sheets.read import sheet_names
from geo.tables.options import NO_OPTIONS, TableOptions
from geo.tables.sheet_names import table_of_sheet
from geo.tables.table_file import TableFile


def published_name(name: str) -> str:
    """Return what a page calls a file: nothing of the machine, nothing secret.

    Of a path that is the name of the file, of an address what stands before the query,
    without who asks.
    """
    if "://" not in name:
        return Path(name).name
    parts = urlsplit(name)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, "", ""))


def table_files(
    definition: Definition, data_dir: Path, given: TableFile | None = None
) -> tuple[dict[str, TableFile], tuple[Finding, ...]]:
    """Return the file of each table that the definition names.

    ``book.xlsx#Sheet`` is a sheet of a workbook.  The sheets of ``workbook`` are the
    tables that they are called after, in English or French; a lone sheet is the
    statements, and one without rows is no table.  A table that is named by itself
    comes from where it is named; ``given`` is that of ``pledges``, wherever it lies.
    """
    options = definition.options
    files = {
        name: table_file(data_dir, text, options.get(name, NO_OPTIONS))
        for name, text in definition.tables.items()
        if given is None or name != "pledges"
    }
    astray = [name for name, file in files.items() if not is_inside(file, data_dir)]
    findings = tuple(outside(files.pop(name)) for name in astray)
    if given is not None:
        files["pledges"] = replace(given, options=options.get("pledges", NO_OPTIONS))
    if definition.workbook is None or astray:
        return files, findings
    path = data_dir / definition.workbook
    if not is_inside(TableFile(path), data_dir):
        return files, (outside(TableFile(path)),)
    try:
        sheets = sheet_names(path)
    except UnreadableError as error:
        finding = Finding(path.as_posix(), None, None, error.code, error.message,
                          error.advice)  # fmt: skip
        return files, (finding,)
    found = {table: name for name in sheets if (table := table_of_sheet(name))}
    if not found and len(sheets) <= 1:
        found = dict.fromkeys(["pledges"], *sheets)
    for table, sheet in found.items():
        how = options.get(table, NO_OPTIONS)
        files.setdefault(table, TableFile(path, sheet, options=how, by_name=True))
    if "pledges" in files:
        return files, ()
    return files, (
        Finding(
            path.as_posix(), None, None, "missing-sheet",
            f"none of the sheets {', '.join(sheets)} is called pledges",
            "give the sheet of the statements this name",
        ),
    )  # fmt: skip


def is_inside(file: TableFile, data_dir: Path) -> bool:
    """Return whether a file, where links lead, lies in the data folder or below it.

    A map definition may come from anybody, and what it names stands on a page: no
    table is read from elsewhere on the machine.
    """
    try:
        return file.path.resolve().is_relative_to(data_dir.resolve())
    except (OSError, ValueError, RuntimeError):
        return True  # no file can have this name; reading it says so


def outside(file: TableFile) -> Finding:
    """Say that a table lies outside the data folder."""
    return Finding(
        file.path.as_posix(), None, None, "outside-data",
        "the table lies outside the data folder, and is not read",
        "copy it into that folder, or name its folder with --data",
    )  # fmt: skip


def options_beside(definition: Definition) -> TableOptions:
    """Return how a table of other sources is read: it may say this map's statuses."""
    options = definition.options.get("beside", NO_OPTIONS)
    return replace(options, statuses=definition.statuses)


def table_file(
    data_dir: Path, text: str, options: TableOptions = NO_OPTIONS
) -> TableFile:
    """Return the file that ``text`` names, with its sheet after ``#``."""
    name, mark, sheet = text.partition("#")
    return TableFile(data_dir / name, sheet if mark else None, options=options)
