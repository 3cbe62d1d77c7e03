"""What a page says of itself to other programs: link previews, search of data sets.

Open Graph (https://ogp.me), Twitter cards, and a schema.org ``Dataset`` as JSON-LD.
A browser runs neither, so the page's policy needs no word for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from geo.definitions.load import MapInput
from geo.page.markup import Node, tag, to_html
from geo.page.names import locale
from geo.page.payload import to_json
from geo.words import text_in

NAME = "Pledgemap"

# What machines call a licence of the usual words, and its address.
LICENCES = {
    "CC BY 4.0": ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC0 1.0": ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
}


@dataclass(frozen=True)
class Published:
    """Where a page is published, and what stands beside it; addresses are absolute.

    ``image`` is a picture that networks take (PNG), blank if there is none; ``more``
    is what the data package says of the data, as schema.org has it.
    """

    url: str
    oembed: str = ""
    image: str = ""
    image_text: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)


def metadata(
    loaded: MapInput, sentences: Mapping[str, str], published: Published | None = None
) -> str:
    """Return the elements of the page's head.

    ``sentences`` are the headline by language.  A page that is not ``published`` may be
    anywhere, and names no address.
    """
    language = loaded.definition.language
    title, headline = (
        text_in(texts, language)[0] for texts in (loaded.definition.title, sentences)
    )
    named = [*_graph(loaded, title, headline), *_addresses(published)]
    metas = [
        tag("meta", {"name" if key.startswith("twitter:") else "property": key,
                     "content": value})
        for key, value in named
    ]  # fmt: skip
    told_as_data = dataset(loaded, title, headline, published)
    data = tag("script", {"type": "application/ld+json"}, to_json(told_as_data))
    return "\n".join(
        to_html(node) for node in (*metas, *_links(published, title), data)
    )


def _graph(loaded: MapInput, title: str, headline: str) -> Iterator[tuple[str, str]]:
    yield "og:type", "website"
    yield "og:site_name", NAME
    yield "og:title", title
    yield "og:description", headline
    own = loaded.definition.language
    yield "og:locale", _place(own)
    for language in loaded.definition.languages:
        if language != own:
            yield "og:locale:alternate", _place(language)


def _place(language: str) -> str:
    """Return language and country as Open Graph wants them: ``fr_FR``."""
    own = locale(language)
    usual = {"uk": "UA"}.get(language, language.upper())
    return f"{own.language}_{own.territory or usual}"


def _addresses(published: Published | None) -> Iterator[tuple[str, str]]:
    image = published.image if published else ""
    yield "twitter:card", "summary_large_image" if image else "summary"
    if published:
        yield "og:url", published.url
    if published and image:
        yield "og:image", image
        yield "og:image:alt", published.image_text


def _links(published: Published | None, title: str) -> Iterator[Node]:
    if published:
        yield tag("link", {"rel": "canonical", "href": published.url})
    if published and published.oembed:
        kind = "application/json+oembed"
        look = {"rel": "alternate", "type": kind, "href": published.oembed}
        yield tag("link", {**look, "title": title})


def dataset(
    loaded: MapInput, title: str, headline: str, published: Published | None
) -> dict[str, Any]:
    """Describe the map's statements as a ``Dataset`` of schema.org.

    What is not known is left out; ``temporalCoverage`` is from the first statement to
    the last.
    """
    dates = [said.date for said in loaded.statements.values()]
    span = (min(d.first for d in dates), max(d.last for d in dates))
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": title,
        "description": headline,
        "inLanguage": list(loaded.definition.languages),
        "dateModified": loaded.as_of.iso,
        "temporalCoverage": "/".join(day.isoformat() for day in span),
        "isAccessibleForFree": True,
    }
    licence = loaded.definition.licence
    if licence:
        said["license"] = LICENCES.get(licence, ("", licence))[1]
    if published:
        image = {"image": published.image} if published.image else {}
        said |= {"url": published.url, **image, **published.more}
    return said
