"""What no cell can be wrong about alone: references, figures, order of dates."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from geo.cells.figure import figure_fault
from geo.cells.urls import parse_url
from geo.findings import Finding, did_you_mean, quote
from geo.tables.place import TablePlace
from geo.tables.raw import RawTable
from geo.tables.records import Figure
from geo.tables.table import Column

if TYPE_CHECKING:
    from geo.tables.dataset import Dataset


def check_references(raws: Mapping[str, RawTable]) -> Iterator[Finding]:
    """Find cells that name an id which the table they refer to does not have.

    A table that could not be read at all is passed over, or every row that refers to
    it would be a finding too.
    """
    for raw in raws.values():
        for column in raw.table.columns:
            target = column.refers_to
            if target is None or column.name not in raw.columns:
                continue
            if target in raws and raws[target].rows:
                key = raws[target].table.key
                known = {row.text(key) for row in raws[target].rows}
                yield from _unknown_ids(raw, column, known)
            elif target not in raws and target != "sources":
                yield from _unknown_ids(raw, column, set())


def _unknown_ids(raw: RawTable, column: Column, known: set[str]) -> Iterator[Finding]:
    for row in raw.rows:
        text = row.text(column.name)
        parts = text.split(";") if column.kind == "ids" else [text]
        for part in filter(None, map(str.strip, parts)):
            if part not in known:
                yield from unknown_id(raw.place, row.number, column, part, known)


def unknown_id(
    place: TablePlace, row: int, column: Column, text: str, known: Collection[str]
) -> Iterator[Finding]:
    """Say that a cell names no id; an address is a source of its own."""
    url = parse_url(text) if column.name == "source" else None
    if isinstance(url, str):
        return
    advice = did_you_mean(text, known) or f"add it to the table {column.refers_to}"
    if url is not None:
        advice += ", or cite an https: address"
    yield place.finding(
        row, column.name, "unknown-id",
        f"{quote(text)} is not an id of the table {column.refers_to}", advice,
    )  # fmt: skip


def check_figures(raws: Mapping[str, RawTable], dataset: Dataset) -> Iterator[Finding]:
    """Find figures whose bounds, qualifier and meaning do not agree."""
    groups: tuple[tuple[str, Mapping[str, Any]], ...] = (
        ("pledges", dataset.statements),
        ("meeting_counts", dataset.meeting_counts),
        ("claims", dataset.claims),
    )
    for table, rows in groups:
        if table not in raws:
            continue
        for record in rows.values():
            if record.figure is not None:
                place = raws[table].place
                yield from check_figure(place, table, record.row, record.figure)


def check_figure(
    place: TablePlace, table: str, row: int, figure: Figure
) -> Iterator[Finding]:
    """Find what is wrong with the figure of one row."""
    # Where a table has no column for them, the words stand in its text.
    words = figure.words or ("in the text" if not figure.has_number else None)
    fault = figure_fault(figure.minimum, figure.maximum, figure.qualifier, words)
    if fault and (figure.qualifier or figure.has_number):
        yield place.finding(
            row, "qualifier", "figure-bounds", fault,
            "mend the numbers or the qualifier",
        )  # fmt: skip
    if table == "pledges" and figure.has_number and figure.meaning is None:
        yield place.finding(
            row, "meaning", "missing-value",
            "a number without its meaning could be read as a pledge",
            "say what it counts: pledge, estimate, deployed_elsewhere, …",
        )  # fmt: skip


def check_dates(raws: Mapping[str, RawTable], dataset: Dataset) -> Iterator[Finding]:
    """Find sources that were read before they were published."""
    for source in dataset.sources.values():
        read, published = source.read, source.published
        if read and published and read.last < published.first:
            yield raws["sources"].place.finding(
                source.row, "read", "date-order",
                f"read on {read.iso}, before it was published on {published.iso}",
                "mend one of the two dates",
            )  # fmt: skip
