"""What would be read of a table that somebody has, and what only a person knows."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from geo.cells.below_zero import parted
from geo.cells.urls import is_address
from geo.countries.normal import fold
from geo.definitions.files import table_file
from geo.findings import Finding, FindingsError, counted, quote
from geo.sheets.download import download, named_sheet
from geo.sheets.grid import GridRow, UnreadableError
from geo.sheets.limits import LIMITS
from geo.sheets.signature import kind_of
from geo.tables.body import Unread
from geo.tables.dataset import read_dataset
from geo.tables.fitting import called, cells_below
from geo.tables.header import HEAD_ROWS, Header, find_header
from geo.tables.header_columns import name_columns, own_headers
from geo.tables.options import TableOptions
from geo.tables.proposals import OPEN, candidates, proposed_columns
from geo.tables.raw import RawTable, TablePlace
from geo.tables.read import find_no_header, open_table, stream_rows
from geo.tables.records import Statement
from geo.tables.schema import PLEDGES
from geo.tables.shorthand import read_participation
from geo.tables.table_file import TableFile

# What the table lacks, for looking at it alone: nothing of it is written.
_FOR_LOOKING = {
    "date": "2000", "status": "pledged_troops", "meaning": "pledge",
    "source": "https://example.org/",
}  # fmt: skip
TO_SAY = {
    "date": ("2025-03-11", "the day for which the table holds"),
    "status": ("pledged_troops", "what a row says"),
    "meaning": ("pledge", "what its numbers count"),
    "source": ("https://example.org/", "where the table stands"),
    "speaks_for": ("media", "who says it, if not the governments themselves"),
}
# How words for soldiers begin: a header that has none counts something else.
_SOLDIERS = tuple(map(fold, (
    "troop", "soldier", "personnel", "peacekeep", "strength",
    "manpower", "contingent", "troupe", "soldat", "effectif", "truppe", "stärke",
    "kontingent", "tropas", "soldado", "efectivo", "żołnierz", "wojsk", "personel",
    "солдат", "військ",
)))  # fmt: skip
# "Military spending" counts none, nor do the "forcibly displaced".
_SOLDIERS_ALONE = frozenset({"force", "forces", "militaires", "militares"})
_OF_SOLDIERS = ("status", "meaning")


@dataclass(frozen=True)
class Inspection:
    """What a table would be read as.

    ``columns`` are the headers by column, ``dated`` those that are days, ``passed``
    those that are passed over.  ``words`` are those of a status and what each is read
    as, if any of them is no term.  ``asked`` are the headers that a column may have,
    where only a person knows which.  ``below_zero`` tells that some figure is.
    """

    file: TableFile
    columns: Mapping[str, str]
    dated: tuple[str, ...]
    passed: tuple[str, ...]
    words: Mapping[str, str]
    asked: Mapping[str, list[str]]
    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]
    below_zero: bool = False

    @property
    def countries(self) -> list[str]:
        kinds = ((one.actor, one.actor_kind) for one in self.statements)
        return sorted({actor for actor, kind in kinds if kind == "country"})

    @property
    def has_numbers(self) -> bool:
        figures = (one.figure for one in self.statements)
        return any(one and one.has_number for one in figures) or "troops" in self.asked

    @property
    def unit(self) -> str | None:
        """What is counted, as the header says; blank if it is unknown, None if troops.

        A header that has no word for soldiers is never taken for a count of them.
        """
        columns = _with_terms(self.columns, self.words)
        return _unit_of(columns, has_numbers=self.has_numbers)

    @property
    def lacks(self) -> list[str]:
        """The columns that the definition has to say for all rows."""
        there = {*self.columns, *self.asked, *(("date",) if self.dated else ())}
        if self.unit is not None:
            there |= {*_OF_SOLDIERS}
        return [name for name in TO_SAY if name not in there]

    def lines(self) -> Iterable[str]:
        """Say what would be read, a line each."""
        for name, header in self.columns.items():
            yield f"{called(name):14}from {quote(header)}"
        if self.dated:
            headers = counted(len(self.dated), "header", "headers")
            yield f"{'date':14}from {headers}: {_few(self.dated)}"
        yield f"{'countries':14}{len(self.countries)}: {_few(self.countries, 12)}"
        for one in self.statements[:3]:
            figure = one.figure
            shown = "" if figure is None else figure.words or figure.minimum
            said = one.actor if "date" in self.lacks else f"{one.actor} {one.date.iso}"
            yield f"{f'row {one.row}':14}{said}: {shown}"
        if self.words:
            words = (
                quote(word) + (f" (read as {term})" if term else "")
                for word, term in self.words.items()
            )
            yield f"{'words':14}of a status: {_few(words, 12)}"
        if self.passed:
            yield f"{'passed over':14}{_few(self.passed, 12)}"
        for name, may_be in self.asked.items():
            which = _few(map(quote, may_be), 12)
            yield f"{'to say':14}which is {called(name)}, under [columns]: {which}"
        if self.unit is not None:
            yield f"{'to say':14}what is counted, if not troops, under [unit]"
        if self.lacks:
            yield f"{'to say':14}{', '.join(self.lacks)}, under [defaults]"
        if self.words:
            yield f"{'to say':14}what the words mean, under [status_words]"


def _with_terms(columns: Mapping[str, str], words: Mapping[str, str]) -> dict[str, str]:
    """Return the columns without a status, none of whose words is a term.

    "New" and "second hand" say nothing of troops; nor does a column that was named so.
    """
    of_others = bool(words) and not any(words.values())
    return {
        name: text
        for name, text in columns.items()
        if name != "status" or not of_others
    }


def _unit_of(columns: Mapping[str, str], *, has_numbers: bool) -> str | None:
    header = columns.get("troops", "")
    said = fold(header)
    of_soldiers = said in _SOLDIERS_ALONE or any(
        part.startswith(_SOLDIERS) for part in said.split("_")
    )
    has_bounds = columns.keys() & {"troops_min", "troops_max"}
    known = of_soldiers or has_bounds or columns.keys() & {*_OF_SOLDIERS}
    return None if known or not (header or has_numbers) else header


def _few(texts: Iterable[str], most: int = 3) -> str:
    every = [*texts]
    return ", ".join(every[:most]) + (", …" if len(every) > most else "")


@contextmanager
def at_hand(table: str) -> Iterator[TableFile]:
    """Return the file of a table; of one at an address, a file that is there meanwhile.

    ``book.xlsx#Sheet`` is a sheet of a workbook, at an address too.

    Raises
    ------
    DownloadError
        If the address gives no table.
    """
    if not is_address(table):
        path = Path(table)
        yield TableFile(path) if path.is_file() else table_file(Path(), table)
        return
    data = download(table)
    address = table.partition("#")[0]
    ending = ".xlsx" if kind_of(data[:4]) == "workbook" else ".csv"
    name = PurePosixPath(unquote(urlsplit(address).path))
    stem = name.stem if name.suffix in (".csv", ".xlsx", ".ods") else "pledges"
    stem = "".join(letter if letter.isprintable() else "-" for letter in stem)
    with tempfile.TemporaryDirectory(prefix="pledgemap-new-") as folder:
        path = Path(folder) / f"{stem}{ending}"
        path.write_bytes(data)
        yield TableFile(path, named_sheet(table, data), shown_as=address)


def inspect_table(file: TableFile) -> Inspection:
    """Inspect a table of statements.

    Raises
    ------
    FindingsError
        If it cannot be read at all, or shows no country.
    """
    raw, header, below = _with_header(file)
    own = own_headers(header.texts, raw, below)
    cells = {at: cells_below(below, at) for at in own}
    columns = proposed_columns(raw, own, cells)
    may_be = candidates(raw, own, cells)
    asked = {name: may_be[name] for name, text in columns.items() if text == OPEN}
    columns = {name: text for name, text in columns.items() if name not in asked}
    if "actor" in asked:  # to look at the rest
        columns["actor"] = asked["actor"][0]
    figures = [cells[at] for at, text in own.items() if columns.get("troops") == text]
    below_zero = any(parted(text)[0] for text in itertools.chain(*figures))
    options = TableOptions(columns=tuple(columns.items()))
    words, has_ids = _settled(replace(file, options=options))
    if not has_ids:
        own[-1] = columns.pop("id")
    usual = _FOR_LOOKING["status"]
    meant = tuple((word, term or usual) for word, term in words.items())
    options = TableOptions(
        columns=tuple(columns.items()), status_words=meant, below_zero=below_zero,
        has_unit=_unit_of(_with_terms(columns, words), has_numbers=False) is not None,
    )  # fmt: skip
    file = replace(file, options=options)
    lacking = {name: text for name, text in _FOR_LOOKING.items() if name not in columns}
    dataset, findings = read_dataset({"pledges": file}, lacking, "the new definition")
    if not dataset.statements and "troops" in columns:
        # How its figures are read is for the definition to say.
        others = tuple(one for one in options.columns if one[0] != "troops")
        countries = replace(file, options=replace(options, columns=others))
        dataset, _ = read_dataset({"pledges": countries}, lacking, "")
    if "actor" not in columns or not dataset.statements:
        raise FindingsError(findings)
    there = {*columns.values(), *itertools.chain(*asked.values())}
    return Inspection(
        file, columns, tuple(one.header for one in raw.dated),
        tuple(text for text in own.values() if text not in there), words, asked,
        tuple(dataset.statements.values()),
        tuple(one for one in findings if not asked or one.code != "unknown-column"),
        below_zero,
    )  # fmt: skip


def _with_header(file: TableFile) -> tuple[RawTable, Header, list[GridRow]]:
    """Return a table whose columns are named, its header, and its first rows."""
    raw = RawTable(PLEDGES, TablePlace(file.shown_as or file.path.as_posix()))
    try:
        with open_table(file, PLEDGES, LIMITS) as grid:
            head = [*itertools.islice(grid.rows, HEAD_ROWS)]
    except UnreadableError as error:
        raw.find(error.row, None, error.code, error.message, error.advice)
        raise FindingsError(raw.findings) from error
    header = find_header(head, PLEDGES)
    if header is None:
        find_no_header(head, raw)
        raise FindingsError(raw.findings)
    below = [row for row in head if row.number > header.last_row]
    name_columns(header, raw, None, dict(_FOR_LOOKING), below)
    raw.columns = tuple(name for name in raw.columns if name not in raw.place.defaults)
    return raw, header, below


def _settled(file: TableFile) -> tuple[dict[str, str], bool]:
    """Return the words of its statuses, and whether its ids are ids.

    With each word stands the term that it is read as; those that are none come first.
    There are no words if all are terms.
    A column is of ids if no cell of it is blank and no two are alike, whatever its
    header says.
    """
    words: dict[str, None] = {}
    ids: list[str] = []
    raw = RawTable(
        PLEDGES, TablePlace(file.shown_as or file.path.as_posix()), options=file.options
    )
    for row in stream_rows(file, raw, Unread(), _FOR_LOOKING):
        ids.append(row.text("id"))
        for name in {"status", "participation"} - raw.place.defaults.keys():
            words |= dict.fromkeys(map(str.strip, row.text(name).split(";")))
    read = {word: read_participation(word) for word in words if word}
    terms = {
        word: "" if values is None else "; ".join(values.get("status", ()))
        for word, values in sorted(read.items(), key=lambda one: one[1] is not None)
    }
    are_ids = all(ids) and len({*ids}) == len(ids)
    has_others = None in read.values()
    return terms if has_others else {}, "id" not in raw.columns or are_ids
