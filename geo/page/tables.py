"""The map's data as real tables, for every reader and without any script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import geopandas as gpd

from geo.definitions.load import MapInput
from geo.join.standing import weaknesses
from geo.page.labels import Labels
from geo.page.markup import Node, append, tag
from geo.page.names import sort_key
from geo.tables.records import Statement
from geo.vocabulary.statuses import STATUSES
from geo.words import standing_key

Drawn = Mapping[str, Sequence[tuple[Statement, bool]]]

COUNTRY_COLUMNS = ("country", "status", "date", "figure", "rests_on")
STATEMENT_COLUMNS = (
    "date",
    "country",
    "status",
    "figure",
    "conditions",
    "statement",
    "speaker",
    "confidence",
    "source",
)


def data_tables(
    loaded: MapInput, features: gpd.GeoDataFrame, drawn: Drawn, labels: Labels
) -> list[Node]:
    """Give the table of countries and, folded away, that of all statements.

    ``drawn`` are the statements whose figures the map shows, by country, and whether
    each is weak.
    """
    countries = features[features["status"] != "no_data"]
    language = labels.wording.language
    rows = sorted(
        countries.itertuples(),
        key=lambda row: sort_key(labels.wording.actor(row.iso_a3), language),
    )
    heading = labels.word("table.title", "h2")
    country_table = _table(
        "table.countries", COUNTRY_COLUMNS, loaded, labels,
        [_country_row(row, loaded, drawn, labels) for row in rows],
    )  # fmt: skip
    newest_first = sorted(
        loaded.statements.values(), key=lambda s: s.date.first, reverse=True
    )
    statement_table = _table(
        "table.statements", STATEMENT_COLUMNS, loaded, labels,
        [_statement_row(said, loaded, labels) for said in newest_first],
    )  # fmt: skip
    summary = labels.word("table.show_statements", "summary")
    return [heading, country_table, tag("details", {}, summary, statement_table)]


def source_list(loaded: MapInput, labels: Labels) -> list[Node]:
    """List every source that a row of the map rests on, with its title and link."""
    dataset, language = loaded.dataset, labels.wording.language
    groups: tuple[Mapping[str, Any], ...] = (
        loaded.statements,
        loaded.beside,
        dataset.meetings,
        dataset.meeting_counts,
        dataset.participations,
        dataset.claims,
    )
    cited = {record.source for group in groups for record in group.values()}
    sources = sorted(
        (dataset.sources[key] for key in cited),
        key=lambda source: (sort_key(source.publisher, language), source.id),
    )
    items = [labels.source(source) for source in sources]
    summary = labels.word("table.show_sources", "summary")
    return [tag("details", {}, summary, tag("ul", {"class": "sources"}, *items))]


def _table(
    caption: str,
    columns: tuple[str, ...],
    loaded: MapInput,
    labels: Labels,
    rows: list[Node],
) -> Node:
    heads = [
        tag("th", {"scope": "col", "data-t": f"table.{name}"},
            labels.wording.say(f"table.{name}"))
        for name in columns
    ]  # fmt: skip
    table = tag(
        "table",
        {},
        tag("caption", {}, labels.word(caption), ". ", labels.word("as_of"), " ",
            labels.as_of(loaded.as_of)),
        tag("thead", {}, tag("tr", {}, *heads)),
        tag("tbody", {}, *rows),
    )  # fmt: skip
    # A wide table scrolls in a box of its own, which the keyboard must reach.
    box = {
        "class": "table-box",
        "tabindex": "0",
        "role": "region",
        "data-t-label": caption,
        "aria-label": labels.wording.say(caption),
    }
    return tag("div", box, table)


def _country_row(row: object, loaded: MapInput, drawn: Drawn, labels: Labels) -> Node:
    country, status, strength = (
        str(getattr(row, name)) for name in ("iso_a3", "status", "strength")
    )
    basis = str(getattr(row, "basis")).split(";")  # noqa: B009  # untyped row
    said = loaded.statements.get(basis[0])
    status_cell = tag("td", {}, labels.word(standing_key(status, strength)))
    if strength in {"weak", "attendance"}:
        append(status_cell, " — ")
        append(status_cell, labels.word(f"strength.{strength}"))
    if isinstance(getattr(row, "help"), str) and not STATUSES[status].both:  # noqa: B009
        append(status_cell, "; ")
        append(status_cell, labels.word("standing.help"))
    return tag(
        "tr",
        {"data-row": country},
        tag("th", {"scope": "row"}, labels.actor(country)),
        status_cell,
        _date_cell(basis, loaded, labels),
        _figures_cell(drawn.get(country, ()), said, labels),
        _basis_cell(basis, loaded, labels),
    )


def _date_cell(basis: list[str], loaded: MapInput, labels: Labels) -> Node:
    """Say when it was said, or of who said nothing, when the meeting was."""
    said = loaded.statements.get(basis[0])
    if said:
        return tag("td", {}, labels.date(said.date, approximate=said.approximate))
    part = loaded.dataset.participations.get(basis[0])
    if part is None:
        return tag("td")
    return tag("td", {}, labels.date(loaded.dataset.meetings[part.meeting].date))


def _figures_cell(
    drawn: Sequence[tuple[Statement, bool]], basis: Statement | None, labels: Labels
) -> Node:
    """Say figures, each with its day where the standing rests on another one."""
    cell = tag("td")
    for said, weak in drawn:
        if len(cell):
            append(cell, tag("br"))
        if said.figure:
            append(cell, labels.figure(said.figure))
        if weak:
            append(cell, ", ")
            append(cell, labels.word("strength.weak"))
        if basis is None or said.date.iso != basis.date.iso:
            append(cell, ", ")
            append(cell, labels.date(said.date, approximate=said.approximate))
    return cell


def _basis_cell(basis: list[str], loaded: MapInput, labels: Labels) -> Node:
    cell = tag("td")
    said = loaded.statements.get(basis[0])
    if said:
        append(cell, labels.free_text(said.statement, said.language))
        append(cell, " ")
        append(cell, labels.citation(loaded.dataset.sources[said.source]))
    elif basis[0] in loaded.dataset.participations:
        part = loaded.dataset.participations[basis[0]]
        meeting = loaded.dataset.meetings[part.meeting]
        append(cell, labels.meeting(meeting))
        append(cell, ", ")
        append(cell, labels.date(meeting.date))
        append(cell, ", ")
        append(cell, labels.word(f"mode.{part.mode}"))
        append(cell, ", ")
        append(cell, labels.word(f"occurrence.{part.occurrence}"))
        append(cell, ". ")
        append(cell, labels.citation(loaded.dataset.sources[part.source]))
    return cell


def _statement_row(said: Statement, loaded: MapInput, labels: Labels) -> Node:
    source = loaded.dataset.sources[said.source]
    weak = [r for r in weaknesses(said, source) if r != "low_confidence"]
    confidence = said.confidence if said.confidence_stated else "not_stated"
    support = [f"confidence.{confidence}", *(f"weak.{reason}" for reason in weak)]
    actor = labels.actor(said.actor, "th")
    actor.set("scope", "row")
    return tag(
        "tr",
        {"id": f"said-{said.id}"},
        labels.date(said.date, "td", approximate=said.approximate),
        actor,
        labels.words((f"status.{term}" for term in said.status), "td"),
        labels.figure(said.figure, "td") if said.figure else tag("td"),
        labels.words((f"condition.{c}" for c in said.conditions), "td"),
        labels.free_text(said.statement, said.language, "td"),
        labels.free_text(said.speaker, said.language, "td"),
        labels.words(support, "td"),
        tag("td", {}, tag("a", {"href": f"#source-{source.id}"}, source.publisher)),
    )
