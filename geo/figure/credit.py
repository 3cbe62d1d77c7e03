"""Who is owed what: sources, licence, maker and whose view the boundaries show."""

from __future__ import annotations

from geo.definitions.layers import ParticipantsLayer
from geo.definitions.load import MapInput
from geo.page.isolated import isolated
from geo.page.names import list_text
from geo.page.wording import Wording
from geo.tables.records import NO_SOURCE, Source

# So many sources are named; more are counted, and listed on the page.
NAMED_SOURCES = 3


def credit_lines(loaded: MapInput, wording: Wording) -> list[str]:
    """Return the credits of a sheet, a line each."""
    licence = loaded.definition.licence
    named = wording.say("about.data_licence")
    data = f"{named} {isolated(licence)}." if licence else ""
    first = (sources_text(loaded, wording), data, wording.say("sheet.map"))
    return [" ".join(part for part in first if part), wording.say("about.boundaries")]


def short_credits(loaded: MapInput, wording: Wording) -> str:
    """Return the credits of a card, where there is room for a sentence or two."""
    named = cited(loaded)
    parts = [wording.say("sheet.map")]
    if [one.id for one in named] == [NO_SOURCE]:
        parts.insert(0, sources_text(loaded, wording))
    elif len(named) == 1:
        names = named[0].publisher
        parts.insert(0, wording.say("sheet.source", names=names))
    return " ".join([*parts, wording.say("sheet.boundaries")])


def sources_text(loaded: MapInput, wording: Wording) -> str:
    """Name the sources of the statements, say how many there are, or that none is."""
    sources = cited(loaded)
    if [one.id for one in sources] == [NO_SOURCE]:
        return f"{wording.say('source.none')}."
    if len(sources) > NAMED_SOURCES:
        return wording.say("sheet.many_sources", n=wording.number(len(sources)))
    names = [f"{isolated(one.publisher)}, {isolated(one.title)}" for one in sources]
    return wording.say("sheet.source", names=list_text(names, wording.language))


def cited(loaded: MapInput) -> list[Source]:
    """Return the sources of the statements and participants shown, each once."""
    ids = dict.fromkeys(said.source for said in loaded.statements.values())
    for layer in loaded.definition.layers:
        if not (layer.shown and isinstance(layer, ParticipantsLayer)):
            continue
        for part in loaded.dataset.participations.values():
            if layer.meeting == part.meeting:
                ids[part.source] = None
    return [loaded.dataset.sources[key] for key in ids]
