"""The newest statements of a map as an Atom feed (RFC 4287), each with its source.

Its dates are those of the statements, and its ids come from the table: the same tables
give the same bytes.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from xml.etree import ElementTree as ET

from geo.cells.dates import PartialDate
from geo.definitions.load import MapInput
from geo.join.standing import weaknesses
from geo.page.isolated import isolated
from geo.page.markup import Node, tag, to_xml_text
from geo.page.metadata import NAME
from geo.page.names import number_text, plural_form
from geo.page.wording import Wording
from geo.tables.records import Statement
from geo.words import text_in

MOST = 30
"""So many statements; older ones are in the map."""

_ATOM = "http://www.w3.org/2005/Atom"


def feed_name(slug: str, language: str) -> str:
    """Return the path of a map's feed in the site."""
    return f"latest/{slug}.{language}.atom"


def feed(
    loaded: MapInput,
    language: str,
    countries: Mapping[str, str],
    url: str,
    authors: Sequence[str],
) -> bytes:
    """Write the feed of a map in a language, in which ``countries`` are named.

    ``url`` is the site's address with ``/`` at its end; blank if it is not known, and
    then its links are those of a file beside the page.  ``authors`` have the tables.
    """
    definition = loaded.definition
    slug = definition.slug
    title, title_language = text_in(definition.title, language)
    page = f"{url}latest/{slug}.html" if url else f"{slug}.html"
    page = f"{page}?lang={language}"
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{url}{slug}/{language}")
    newest = _newest(loaded)
    dates = [said.date for said in newest]
    root = tag(
        "feed",
        {"xmlns": _ATOM, "xml:lang": language},
        tag("id", {}, name.urn),
        tag("title", _lang(title_language, language), isolated(title)),
        tag("updated", {}, _moment(*(dates or [loaded.as_of]))),
        tag("link", {"rel": "alternate", "type": "text/html", "href": page}),
        *(
            tag("author", {}, tag("name", {}, isolated(one)))
            for one in authors or (NAME,)
        ),
    )
    if url:
        own = url + feed_name(slug, language)
        root.append(tag("link", {"rel": "self", "href": own}))
    if definition.licence:
        root.append(tag("rights", {}, isolated(definition.licence)))
    wording = Wording(language, loaded, dict(countries))
    known = _known_as(loaded)
    for said in newest:
        root.append(_entry(wording, said, page, uuid.uuid5(name, known[said.id])))
    for node in root.iter():
        node.attrib.pop("data-stacked", None)  # of pages, which set such texts apart
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{to_xml_text(text)}\n'.encode()


def _newest(loaded: MapInput) -> Sequence[Statement]:
    every = sorted(loaded.statements.values(), key=lambda said: said.id)
    every.sort(key=lambda said: (said.date.last, said.date.first), reverse=True)
    return every[:MOST]


def _entry(wording: Wording, said: Statement, page: str, name: uuid.UUID) -> Node:
    dataset, language = wording.loaded.dataset, wording.language
    source = dataset.sources.get(said.source)
    place = f"#country={said.actor}" if said.actor in wording.names else ""
    text, text_language = _told_in(wording, said)
    text = isolated(text)
    # Not every reader of feeds shows links: on whose word it is stands in the text.
    on = [isolated(source.publisher)] if source and source.publisher else []
    on += [wording.say(f"weak.{reason}") for reason in weaknesses(said, source)]
    entry = tag(
        "entry",
        {},
        tag("id", {}, name.urn),
        tag("title", {}, _title(wording, said)),
        tag("updated", {}, _moment(said.date)),
        tag("link", {"rel": "alternate", "type": "text/html", "href": page + place}),
        tag(
            "content",
            _lang(text_language, language),
            f"{text} ({' · '.join(on)})" if on else text,
        ),
    )
    if source is not None and source.url:
        entry.append(tag("link", {"rel": "via", "href": source.url}))
    return entry


def _title(wording: Wording, said: Statement) -> str:
    """Return who, what and when: "France: troops pledged (11 March 2025)"."""
    what = "; ".join(wording.say(f"status.{term}") for term in said.status)
    if wording.loaded.definition.unit is not None:
        what = _counted(wording, said) or what
    when = wording.date(said.date)
    who = isolated(wording.actor(said.actor))
    return f"{wording.pair(who, what) if what else who} ({when})"


def _counted(wording: Wording, said: Statement) -> str:
    figure = said.figure
    if figure is None:
        return ""
    if figure.words:
        return isolated(figure.words)
    bounds = dict.fromkeys((figure.minimum, figure.maximum))
    numbers = [number for number in bounds if number is not None]
    if not numbers:
        return ""
    shown = "–".join(number_text(number, wording.language) for number in numbers)
    unit = wording.loaded.definition.unit
    if unit is None or not unit.forms:
        return shown
    form = plural_form(numbers[-1], wording.language)
    noun = unit.forms.get(form, unit.forms["other"])
    return f"{shown} {text_in(noun, wording.language)[0]}"


def _told_in(wording: Wording, said: Statement) -> tuple[str, str]:
    """Return a statement's text in a language, or as it stands, and its language."""
    known = wording.loaded.dataset.translations.get(said.statement)
    language = wording.language
    if language != said.language and known is not None and language in known.text:
        return known.text[language], language
    return said.statement, said.language or language


def _known_as(loaded: MapInput) -> Mapping[str, str]:
    """Return what each statement is known again by: its id, or all that it says.

    Without ids of its own a table's row is known by its number, which moves; rows that
    say the same are counted.
    """
    if "id" in loaded.dataset.tables["pledges"].columns:
        return {key: key for key in loaded.statements}
    known, alike = {}, Counter[str]()
    for said in sorted(loaded.statements.values(), key=lambda said: said.row):
        text = _all_of(said)
        known[said.id] = f"{text}\n{alike[text]}"
        alike[text] += 1
    return known


def _all_of(said: Statement) -> str:
    values = astuple(said.figure) if said.figure else ()
    parts = (
        said.actor, said.date.iso, *said.status, said.source, said.statement,
        said.meeting, said.speaker, said.speaks_for, said.note, *values,
    )  # fmt: skip
    return "\n".join("" if part is None else str(part) for part in parts)


def _moment(*dates: PartialDate) -> str:
    """Return the last of the first days that dates may mean, as Atom writes a moment.

    So no feed is of a day to come.
    """
    return f"{max(date.first for date in dates).isoformat()}T00:00:00Z"


def _lang(found: str, wanted: str) -> dict[str, str]:
    return {} if found == wanted else {"xml:lang": found}
