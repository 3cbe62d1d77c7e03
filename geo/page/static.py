"""The page's text round the map: heading, what cannot be placed, how it was made."""

from __future__ import annotations

from collections.abc import Mapping

from geo.cells.dates import PartialDate
from geo.definitions.load import MapInput
from geo.layers.unplaced import Unplaced
from geo.page.isolated import isolated
from geo.page.labels import Labels
from geo.page.markup import Node, append, tag
from geo.page.names import stopped
from geo.tables.records import Claim, Participation, Statement


def heading(
    loaded: MapInput, sentences: Mapping[str, str], labels: Labels
) -> list[Node]:
    """Give title, finding and as-of date."""
    finding = {"class": "finding", "data-say": "finding"}
    return [
        labels.told(loaded.definition.title, "h1", {"data-say": "title"}),
        labels.told(sentences, "p", finding),
        tag(
            "p",
            {"class": "as-of"},
            labels.word("as_of"),
            " ",
            labels.as_of(loaded.as_of),
        ),
    ]


def trouble(labels: Labels) -> Node:
    """Say that the map has not started; shown only where that is so."""
    look = {"id": "trouble", "class": "trouble", "role": "alert"}
    return tag("p", look, labels.word("start.failed"))


def unplaced_section(rows: Unplaced, loaded: MapInput, labels: Labels) -> list[Node]:
    """List what no source places, each with its source; nothing if there is none."""
    groups: list[tuple[str, list[Node]]] = [
        (
            "unplaced.participants",
            [_participant(part, loaded, labels) for part in rows.participations],
        ),
        (
            "unplaced.statements",
            [_statement(said, loaded, labels) for said in rows.statements],
        ),
        ("unplaced.claims", [_claim(claim, loaded, labels) for claim in rows.claims]),
    ]
    section = tag("section", {"id": "unplaced"}, labels.word("unplaced.title", "h2"))
    append(section, labels.word("unplaced.intro", "p"))
    for key, items in groups:
        if items:
            append(section, labels.word(key, "h3"))
            append(section, tag("ul", {}, *items))
    return [section] if rows else []


def beside_section(loaded: MapInput, labels: Labels) -> list[Node]:
    """Say what other sources say of the countries that the definition names."""
    others = sorted(loaded.beside.values(), key=lambda s: s.date.first, reverse=True)
    items = [_statement(said, loaded, labels) for said in others]
    section = tag(
        "section",
        {"id": "beside"},
        labels.word("beside.title", "h2"),
        labels.word("beside.intro", "p"),
        tag("ul", {}, *items),
    )
    return [section] if items else []


def _told(date: PartialDate, row: Participation | Statement | Claim) -> dict[str, str]:
    """Say when and on whose word, for the page's filters."""
    return {
        "data-told": row.id,
        "data-known": date.last.isoformat(),
        "data-confidence": row.confidence,
        "data-source": row.source,
    }


def _participant(part: Participation, loaded: MapInput, labels: Labels) -> Node:
    meeting = loaded.dataset.meetings[part.meeting]
    item = tag(
        "li",
        _told(meeting.date, part),
        tag("strong", {}, labels.actor(part.actor)),
        labels.colon(),
        labels.meeting(meeting),
        ", ",
        labels.date(meeting.date),
        ", ",
        labels.word(f"mode.{part.mode}"),
    )
    if part.occurrence != "actual":
        append(item, ", ")
        append(item, labels.word(f"occurrence.{part.occurrence}"))
    append(item, ". ")
    append(item, labels.citation(loaded.dataset.sources[part.source]))
    return item


def _statement(said: Statement, loaded: MapInput, labels: Labels) -> Node:
    return tag(
        "li",
        _told(said.date, said),
        tag("strong", {}, labels.actor(said.actor)),
        ", ",
        labels.date(said.date, approximate=said.approximate),
        labels.colon(),
        labels.free_text(said.statement, said.language),
        " ",
        labels.citation(loaded.dataset.sources[said.source]),
    )


def _claim(claim: Claim, loaded: MapInput, labels: Labels) -> Node:
    item = tag(
        "li",
        _told(claim.date, claim),
        labels.date(claim.date),
        ", ",
        labels.word(f"claim_kind.{claim.kind}"),
        labels.colon(),
    )
    if claim.figure and labels.wording.figure(claim.figure):
        append(item, tag("strong", {}, labels.figure(claim.figure)))
        append(item, " ")
        append(item, labels.free_text(_counted(claim), "en"))
    else:
        append(item, labels.free_text(claim.scope, "en"))
    append(item, ". ")
    append(item, labels.citation(loaded.dataset.sources[claim.source]))
    return item


def _counted(claim: Claim) -> str:
    """Say what is counted: the unit, unless the scope begins with it, and the scope."""
    names_it = claim.unit in claim.scope.replace(",", " ").split()[:2]
    return claim.scope if names_it else f"{claim.unit}, {claim.scope}"


def about(loaded: MapInput, labels: Labels) -> list[Node]:
    """Say how the map was made, whose view the boundaries show, and how to cite it."""
    rule = f"about.rule.{loaded.definition.status_rests_on}"
    keys = ("about.data", rule, "about.figures", "about.boundaries")
    licence = loaded.definition.licence
    as_of = labels.wording.date(loaded.as_of)
    citation = tag(
        "p",
        {"class": "citation"},
        labels.word("about.cite"),
        " ",
        labels.told(loaded.definition.title, "cite", {"data-say": "title"}),
        ". Pledgemap. ",
        labels.word("as_of"),
        " ",
        labels.as_of(loaded.as_of),
        # The script writes it anew: in some languages the date ends in a point.
        tag("span", {"data-stop": ""}, stopped(as_of)[len(as_of) :]),
        f" {stopped(isolated(licence))}" if licence else "",
    )
    terms = tag("p", {}, labels.word("about.licence"))
    if licence:
        said = f" {isolated(licence)}. "
        named = labels.word("about.data_licence")
        terms = tag("p", {}, named, said, labels.word("about.licence"))
    return [
        labels.word("about.title", "h2"),
        *(labels.word(key, "p") for key in keys),
        terms,
        citation,
    ]
