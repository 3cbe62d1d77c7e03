"""All tables of one map, read and checked together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from geo.cells.urls import parse_url
from geo.findings import Finding, sort_findings
from geo.tables import checks, records
from geo.tables.build_records import participations_of, record_of, source_of_url
from geo.tables.column_rules import ColumnRules
from geo.tables.memory import Parsed, TableMemory
from geo.tables.parse import parse_rows
from geo.tables.place import TablePlace
from geo.tables.raw import RawTable
from geo.tables.read import TableFile, is_left_blank, read_table
from geo.tables.schema import TABLES
from geo.tables.totals import check_below, sums_of


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
    sayings: Mapping[str, records.Saying] = field(default_factory=dict)
    actors: Mapping[str, records.Actor] = field(default_factory=dict)
    places: Mapping[str, records.Place] = field(default_factory=dict)
    translations: Mapping[str, records.Translation] = field(default_factory=dict)
    tables: Mapping[str, TablePlace] = field(default_factory=dict)

    def records_of(self, table: str) -> Mapping[str, Any]:
        """Give the records of a table by its name."""
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

    Parameters
    ----------
    tables
        The file of each table by the table's name; ``pledges`` at least.
    defaults
        What stands in columns that ``pledges`` lacks.
    definition
        The name of the map definition that says so.
    memory
        What was read before, for who reads again.

    Returns
    -------
    Dataset
        The records of every row that could be read.
    tuple of Finding
        Everything that is wrong, in order.
    """
    raws: dict[str, RawTable] = {}
    parsed: dict[str, dict[str, Any]] = {}
    kinds: dict[str, str] = {}
    for name in sorted(tables, key=_reading_order):
        filled = (defaults or {}) if name == "pledges" else {}
        # Maps that share a table, and fill nothing in it, share what was read of it.
        says = definition if filled else ""
        read = partial(_read, name, tables[name], filled, says, kinds)
        if memory is None:
            raws[name], parsed[name] = read()
        else:
            file = tables[name]
            place = file if isinstance(file, TableFile) else TableFile(file)
            context = (says, filled, kinds)
            raws[name], parsed[name] = memory.parsed(name, place, context, read)
        if name == "actors":
            kinds = {key: actor.kind for key, actor in parsed[name].items()}
        if name != "pledges" and is_left_blank(tables[name], raws[name]):
            del raws[name], parsed[name]
    _cite_addresses(raws, parsed)
    places = {name: raw.place for name, raw in raws.items()}
    if "participants" not in raws and "pledges" in raws:
        parsed["participants"] = participations_of(parsed["pledges"])
        places["participants"] = places["pledges"]
    dataset = Dataset(
        **{FIELDS.get(name, name): records for name, records in parsed.items()},
        tables=places,
    )
    findings = [finding for raw in raws.values() for finding in raw.findings]
    findings += checks.check_references(raws)
    findings += checks.check_figures(raws, dataset)
    findings += checks.check_dates(raws, dataset)
    return dataset, sort_findings(findings)


def _read(
    name: str,
    file: Path | TableFile,
    filled: Mapping[str, str],
    definition: str,
    kinds: Mapping[str, str],
) -> Parsed:
    """Read one table: its rows as text, and the records of those that are right."""
    raw, unread = read_table(file, TABLES[name], filled, definition)
    rules = ColumnRules(raw)
    rows = parse_rows(raw, rules, kinds)
    sums = sums_of(raw, unread, rows)
    raw.findings += check_below(raw, unread, sums, rules.separators)
    key = TABLES[name].key
    return raw, {values[key]: record_of(name, values, key) for values in rows}


def cited_sources(dataset: Dataset) -> frozenset[str]:
    """Give the ids of all sources that some row rests on or is checked against."""
    groups = (
        dataset.statements,
        dataset.meetings,
        dataset.meeting_counts,
        dataset.participations,
        dataset.claims,
        dataset.not_pledges,
        dataset.sayings,
    )
    cited = {record.source for group in groups for record in group.values()}
    checks_cite = {saying.check_source for saying in dataset.sayings.values()}
    return frozenset(cited | {source for source in checks_cite if source})


def _reading_order(name: str) -> tuple[int, str]:
    return (ORDER.index(name) if name in ORDER else len(ORDER), name)


def _cite_addresses(
    raws: Mapping[str, RawTable], parsed: dict[str, dict[str, Any]]
) -> None:
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
            if address is None or address in sources:
                continue
            url = parse_url(address)
            if isinstance(url, str):
                source = ids.setdefault(url, address)
                if source == address:
                    sources[source] = source_of_url(url, record.row)
                else:
                    renamed[key] = replace(record, source=source)
            elif "sources" not in raws:
                raws[name].find(
                    record.row, "source", "bad-value", url.reason,
                    "without a sources table each row cites an https: address",
                )  # fmt: skip
        if renamed:
            # What was read may be remembered, and stays as it is in the file.
            parsed[name] = {**rows, **renamed}
    parsed["sources"] = sources
