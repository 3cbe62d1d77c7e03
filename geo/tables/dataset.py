"""All tables of one map, read and checked together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from geo.cells.urls import parse_url
from geo.digest import file_digest
from geo.findings import Finding, sort_findings
from geo.tables import records
from geo.tables.adding import added_up
from geo.tables.dividing import divided
from geo.tables.raw import RawTable, Row, TablePlace
from geo.tables.read import is_left_blank
from geo.tables.reader import Around, read_table
from geo.tables.records import (
    NO_SOURCE,
    RECORDS,
    no_source,
    participations_of,
    record_of,
    source_of_url,
)
from geo.tables.schema import TABLES
from geo.tables.shorthand import Values
from geo.tables.table_file import TableFile


class Parsed(NamedTuple):
    """A table with its findings, the ids of all its rows, and its records by id."""

    raw: RawTable
    ids: frozenset[str]
    records: dict[str, Any]


class TableMemory:
    """The tables of a folder as they were read last, by file and by what they held."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], tuple[object, Parsed]] = {}

    def parsed(
        self, name: str, file: TableFile, around: Around, parse: Callable[[], Parsed]
    ) -> Parsed:
        """Return a table as ``parse`` reads it, which it does only if it is new."""
        key = (name, file, around.definition)
        held = (file_digest(file.path), around)
        known = self._known.get(key)
        if known is None or known[0] != held:
            read = parse()
            if held[0] is None or file_digest(file.path) != held[0]:
                return read
            known = self._known[key] = (held, read)
        return known[1]


@dataclass(frozen=True)
class Dataset:
    """The records of one map's tables, each by its id, in the tables' order.

    ``tables`` tells where each table stands, so that a finding about a record can
    name the cell.
    """

    statements: Mapping[str, records.Statement] = field(default_factory=dict)
    meetings: Mapping[str, records.Meeting] = field(default_factory=dict)
    meeting_counts: Mapping[str, records.MeetingCount] = field(default_factory=dict)
    participations: Mapping[str, records.Participation] = field(default_factory=dict)
    sources: Mapping[str, records.Source] = field(default_factory=dict)
    claims: Mapping[str, records.Claim] = field(default_factory=dict)
    not_pledges: Mapping[str, records.NotPledge] = field(default_factory=dict)
    governments: Mapping[str, records.Government] = field(default_factory=dict)
    sayings: Mapping[str, records.Saying] = field(default_factory=dict)
    actors: Mapping[str, records.Actor] = field(default_factory=dict)
    places: Mapping[str, records.Place] = field(default_factory=dict)
    translations: Mapping[str, records.Translation] = field(default_factory=dict)
    tables: Mapping[str, TablePlace] = field(default_factory=dict)

    def records_of(self, table: str) -> Mapping[str, Any]:
        """Return the records of a table by its name."""
        records_: Mapping[str, Any] = getattr(self, FIELDS.get(table, table))
        return records_


FIELDS = {"pledges": "statements", "participants": "participations"}
# Later tables refer to earlier ones: names of actors must be known to read the rest.
ORDER = ("actors", "places", "sources", "meetings")


def read_dataset(
    tables: Mapping[str, Path | TableFile],
    defaults: Mapping[str, str] | None = None,
    definition: str = "",
    memory: TableMemory | None = None,
) -> tuple[Dataset, tuple[Finding, ...]]:
    """Read the tables of one map and check them, each alone and all together.

    ``tables`` are files by the table's name, ``pledges`` at least; ``defaults`` stand
    in columns that ``pledges`` lacks, as the map ``definition`` of this name says.
    ``memory`` has what was read before.  Return the records of every row that could be
    read, and everything that is wrong, in order.
    """
    parsed: dict[str, Parsed] = {}
    # A table that is not given has no ids; without sources, rows cite addresses.
    known: dict[str, frozenset[str] | None] = dict.fromkeys(
        ("meetings", "places"), frozenset()
    )
    kinds: dict[str, str] = {}
    for name in sorted(tables, key=_reading_order):
        given = tables[name]
        file = given if isinstance(given, TableFile) else TableFile(given)
        # Maps that share a table, and fill nothing in it, share what was read of it.
        filled = (defaults or {}) if name == "pledges" else {}
        around = Around(kinds, dict(known), filled, definition if filled else "")
        read = partial(_read, name, file, around)
        table = read() if memory is None else memory.parsed(name, file, around, read)
        if name != "pledges" and is_left_blank(file, table.raw):
            continue
        parsed[name] = table
        known[name] = table.ids or None
        if name == "actors":
            kinds = {key: actor.kind for key, actor in table.records.items()}
    made = {name: table.records for name, table in parsed.items()}
    _cite_addresses(made)
    places = {name: table.raw.place for name, table in parsed.items()}
    if "participants" not in parsed and "pledges" in parsed:
        made["participants"] = participations_of(made["pledges"])
        places["participants"] = places["pledges"]
    dataset = Dataset(
        **{FIELDS.get(name, name): records for name, records in made.items()},
        tables=places,
    )
    findings = [f for table in parsed.values() for f in table.raw.findings]
    return dataset, sort_findings(findings)


def _read(name: str, file: TableFile, around: Around) -> Parsed:
    """Read one table: the records of the rows that are right, and every row's id."""
    schema = TABLES[name]

    def make(row: Row, values: Values | None) -> tuple[str, Any]:
        return row.text(schema.key), values and record_of(name, values, schema.key)

    read = read_table(file, schema, around, make)
    records = {record.id: record for _, record in read.made if record}
    if file.options.per:
        records = divided(records, read.raw)
    elif file.options.adds_up:  # never both: a definition that says so is refused
        records = added_up(records)
    return Parsed(read.raw, frozenset(key for key, _ in read.made), records)


def cited_sources(dataset: Dataset) -> frozenset[str]:
    """Return the ids of all sources that some row rests on or is checked against."""
    tables = (dataset.records_of(name).values() for name in RECORDS)
    cited = {
        getattr(record, key, None)
        for record in chain.from_iterable(tables)
        for key in ("source", "check_source")
    }
    return frozenset(filter(None, cited))


def _reading_order(name: str) -> tuple[int, str]:
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)


def _cite_addresses(parsed: dict[str, dict[str, Any]]) -> None:
    """Make sources of the addresses that rows cite themselves.

    Without a table of sources every row does.  Beside one, an address that stands in
    it is that source, with its grade, and any other is a source that is not graded.
    """
    sources: dict[str, records.Source] = dict(parsed.get("sources", {}))
    ids = {source.url: key for key, source in sources.items()}
    for name, rows in list(parsed.items()):
        renamed = {}
        for key, record in rows.items():
            address = getattr(record, "source", None)
            if address == NO_SOURCE and NO_SOURCE not in sources:
                sources[NO_SOURCE], ours = no_source(record.row)
                translations = {**parsed.get("translations", {}), ours.id: ours}
                parsed["translations"] = translations
            url = None if address in sources else parse_url(address or "")
            if not isinstance(url, str):
                continue
            source = ids.setdefault(url, url)
            if source == url:
                sources[url] = source_of_url(url, record.row)
            else:
                renamed[key] = replace(record, source=source)
        if renamed:
            # What was read may be remembered, and stays as it is in the file.
            parsed[name] = {**rows, **renamed}
    parsed["sources"] = sources
