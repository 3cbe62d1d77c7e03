"""How tables are read that no map definition names: as one map, by the usual rule."""

from __future__ import annotations

from pathlib import Path

from geo.definitions.layers import FiguresLayer, StatusLayer
from geo.definitions.model import Definition, View
from geo.tables.reader import companions_of, table_of_file
from geo.tables.sheet_names import table_of_sheet
from geo.tables.table_file import TableFile

TABLE_SUFFIXES = (".csv", ".tsv", ".txt")
BOOK_SUFFIXES = (".xlsx", ".ods")


def definition_of_folder(folder: Path) -> Definition | None:
    """Return a definition for tables that are called after what they hold.

    A folder without ``pledges`` gives None.
    """
    tables: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        name = table_of_sheet(path.stem)
        if name and path.suffix in TABLE_SUFFIXES and path.is_file():
            tables.setdefault(name, path.name)
    return _definition(tables) if "pledges" in tables else None


def definition_of_file(file: TableFile) -> Definition:
    """Return a definition for one file, with the tables of ids that stand beside it.

    Its name tells which table it is; any other name is a table of statements.  A
    workbook is all the tables that its sheets are called after.
    """
    name = file.path.name
    if file.path.suffix in BOOK_SUFFIXES and file.sheet is None:
        return _definition({}, workbook=name)
    table = table_of_file(file).name
    tables = {table: name if file.sheet is None else f"{name}#{file.sheet}"}
    beside = {one: other.path.name for one, other in companions_of(file.path).items()}
    return _definition(beside | tables)


def _definition(tables: dict[str, str], workbook: str | None = None) -> Definition:
    title = {"en": "The tables as one map"}
    headline = {"en": "{statements} statements by {speakers} countries."}
    view = View("europe", "europe_laea", (-24, 34, 45, 71), {"en": "Europe"})
    layers = (StatusLayer(id="status", title={}), FiguresLayer(id="figures", title={}))
    return Definition(
        "", "en", title, headline, tables, (view,), layers, workbook=workbook
    )
