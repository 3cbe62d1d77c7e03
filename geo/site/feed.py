"""The newest statements of a map as an Atom feed (RFC 4287), each with its source.

Its dates are those of the statements, and its ids come from the table: the same tables
give the same bytes.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote
from xml.etree import ElementTree as ET

from geo.cells.dates import PartialDate
from geo.definitions.load import MapInput
from geo.page.markup import Node, tag, to_xml_text
from geo.page.metadata import NAME
from geo.page.names import date_text, number_text, plural_form
from geo.tables.records import Statement
from geo.words import told, words

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
    """Write the feed of a map in a language.

    Parameters
    ----------
    loaded
        The map.
    language
        One of its page's.
    countries
        Their names in that language.
    url
        The site's address with ``/`` at its end; blank if it is not known, and then
        its links are those of a file beside the page.
    authors
        Whose the tables are.
    """
    definition = loaded.definition
    slug = definition.slug
    title, title_language = told(definition.title, language)
    page = f"{url}latest/{slug}.html" if url else f"{slug}.html"
    page = f"{quote(page, safe=':/')}?lang={language}"
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{url}{slug}/{language}")
    root = tag(
        "feed",
        {"xmlns": _ATOM, "xml:lang": language},
        tag("id", {}, name.urn),
        tag("title", _lang(title_language, language), title),
        tag("updated", {}, _moment(loaded.as_of)),
        tag("link", {"rel": "alternate", "type": "text/html", "href": page}),
        *(tag("author", {}, tag("name", {}, one)) for one in authors or (NAME,)),
    )
    if url:
        own = quote(url + feed_name(slug, language), safe=":/")
        root.append(tag("link", {"rel": "self", "href": own}))
    if definition.licence:
        root.append(tag("rights", {}, definition.licence))
    for said in _newest(loaded):
        root.append(_entry(loaded, said, language, countries, page, name))
    for node in root.iter():
        node.attrib.pop("data-stacked", None)  # of pages, which set such texts apart
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{to_xml_text(text)}\n'.encode()


def _newest(loaded: MapInput) -> Sequence[Statement]:
    every = sorted(loaded.statements.values(), key=lambda said: said.id)
    every.sort(key=lambda said: (said.date.last, said.date.first), reverse=True)
    return every[:MOST]


def _entry(
    loaded: MapInput,
    said: Statement,
    language: str,
    countries: Mapping[str, str],
    page: str,
    feed_id: uuid.UUID,
) -> Node:
    source = loaded.dataset.sources.get(said.source)
    place = f"#country={said.actor}" if said.actor in countries else ""
    text, text_language = _told_in(loaded, said.statement, said.language, language)
    entry = tag(
        "entry",
        {},
        tag("id", {}, uuid.uuid5(feed_id, _known_as(loaded, said)).urn),
        tag("title", {}, _title(loaded, said, language, countries)),
        tag("updated", {}, _moment(said.date)),
        tag("link", {"rel": "alternate", "type": "text/html", "href": page + place}),
        tag("content", _lang(text_language, language), text),
    )
    if source is not None and source.url:
        via = {"rel": "via", "href": source.url}
        parts = (part for part in (source.publisher, source.title) if part)
        if named := ": ".join(parts):
            via["title"] = named
        entry.append(tag("link", via))
    return entry


def _title(
    loaded: MapInput, said: Statement, language: str, countries: Mapping[str, str]
) -> str:
    """Return who, what and when: "France – troops pledged (11 March 2025)"."""
    definition = loaded.definition
    say = {**words(language), **definition.own_words(language)}
    who = countries.get(said.actor, said.actor)
    if actor := loaded.dataset.actors.get(said.actor):
        who = told(actor.name, language)[0]
    what = "; ".join(say.get(f"status.{term}", term) for term in said.status)
    if definition.unit is not None:
        what = "; ".join(_counted(said, say, language)) or what
    when = date_text(said.date, language)
    return f"{who} – {what} ({when})" if what else f"{who} ({when})"


def _counted(said: Statement, say: Mapping[str, str], language: str) -> Iterator[str]:
    figure = said.figure
    if figure is None:
        return
    if figure.words:
        yield figure.words
        return
    bounds = dict.fromkeys((figure.minimum, figure.maximum))
    numbers = [number for number in bounds if number is not None]
    if numbers:
        noun = say.get(f"unit.{plural_form(numbers[-1], language)}")
        noun = noun or say.get("unit.other", "")
        shown = "–".join(number_text(number, language) for number in numbers)
        yield f"{shown} {noun}".rstrip()


def _told_in(loaded: MapInput, text: str, own: str, language: str) -> tuple[str, str]:
    """Return a text of the tables in a language, or as it stands, and its language."""
    known = loaded.dataset.translations.get(text)
    if language != own and known is not None and language in known.text:
        return known.text[language], language
    return text, own or language


def _known_as(loaded: MapInput, said: Statement) -> str:
    """Return what a statement is known again by: its id, or all that it says.

    Without ids of its own a table's row is known by its number, which moves.
    """
    if "id" in loaded.dataset.tables["pledges"].columns:
        return said.id
    parts = (said.actor, said.date.iso, *said.status, said.source, said.statement)
    return "\n".join((*parts, repr(said.figure)))


def _moment(date: PartialDate) -> str:
    """Return the day by whose end it was known, as Atom writes a moment."""
    return f"{date.last.isoformat()}T00:00:00Z"


def _lang(found: str, wanted: str) -> dict[str, str]:
    return {} if found == wanted else {"xml:lang": found}
