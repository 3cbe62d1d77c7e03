"""One map of a site: its page, its picture, its data, and what others read of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import geopandas as gpd

from geo.boundaries.files import shipped
from geo.definitions.load import MapInput
from geo.embed.frame import FRAME, frame_html
from geo.export.export import exported_files
from geo.export.gather import gather
from geo.export.package import MEDIA_TYPES
from geo.page.compose import compose
from geo.page.metadata import NAME, Published, metadata
from geo.page.names import country_names
from geo.page.parts import PageParts
from geo.site.feed import feed, feed_name
from geo.site.picture import Picture, picture_of
from geo.words import text_in

FORMATS = ("csv", "xlsx", "json", "geojson")
"""What a site offers of each map; more is made by ``pledgemap export``."""

_DIGITS = 16
_DAY_S = 86_400


def site_files(
    loaded: MapInput, boundaries: gpd.GeoDataFrame, package: Mapping[str, Any], url: str
) -> dict[str, bytes]:
    """Make all that a site holds of a map, by path in the site.

    ``v/`` holds the page that never changes, in a folder named after its SHA-256.
    ``package`` is the data package of the tables, and ``url`` the site's address, with
    ``/`` at its end; each is empty if there is none.
    """
    definition = loaded.definition
    slug = definition.slug
    root: Any = compose(loaded, boundaries, shipped("boundaries.topojson")).get_root()
    html = root.file_text().encode()
    version = hashlib.sha256(html).hexdigest()[:_DIGITS]
    picture = picture_of(loaded, _pictured(loaded, boundaries, root.parts))
    exported = gather(
        loaded, boundaries, language="en", version=str(package.get("version", ""))
    )
    data = {
        f"data/{slug}/{name}": text
        for name, text in exported_files(exported, FORMATS).items()
    }
    headline = json.loads(root.parts.payload)["headline"]
    files = {f"v/{version}/{slug}.html": html, f"latest/{slug}.html": html, **data}
    if url:
        published = _published(slug, package, url, tuple(data), picture)
        root.parts = replace(root.parts, metadata=metadata(loaded, headline, published))
        files[f"latest/{slug}.html"] = root.file_text().encode()
        files[f"latest/{slug}.oembed.json"] = _oembed(loaded, url)
    files[f"latest/{slug}.svg"] = picture.svg
    authors = [person["title"] for person in package.get("contributors", ())]
    for language in definition.languages:
        names = country_names(boundaries, language)
        text = feed(loaded, language, names, url, authors)
        files[feed_name(slug, language)] = text
    if picture.card is not None:
        files[f"latest/{slug}.png"] = picture.card
    return files


def _pictured(
    loaded: MapInput, boundaries: gpd.GeoDataFrame, parts: PageParts
) -> PageParts:
    """Return the page's parts with a picture, even where its definition wants none."""
    if parts.picture:
        return parts
    wanted = replace(loaded, definition=replace(loaded.definition, picture=True))
    root: Any = compose(wanted, boundaries, shipped("boundaries.topojson")).get_root()
    found: PageParts = root.parts
    return found


def _published(
    slug: str,
    package: Mapping[str, Any],
    url: str,
    data: tuple[str, ...],
    picture: Picture,
) -> Published:
    """Say where the page is, and what the data package says, as schema.org has it."""
    creators = [
        {"@type": "Organization", "name": person["title"]}
        for person in package.get("contributors", ())
    ]
    files = [
        {
            "@type": "DataDownload",
            "encodingFormat": MEDIA_TYPES[name.rpartition(".")[2]],
            "contentUrl": url + name,
        }
        for name in data
    ]
    known = {
        "creator": creators,
        "keywords": package.get("keywords"),
        "version": package.get("version"),
        "distribution": files,
    }
    page = f"{url}latest/{slug}"
    return Published(
        url=f"{page}.html",
        oembed=f"{page}.oembed.json",
        image=f"{page}.png" if picture.card is not None else "",
        image_text=picture.text,
        more={key: value for key, value in known.items() if value},
    )


def _oembed(loaded: MapInput, url: str) -> bytes:
    """Write the answer of oEmbed (https://oembed.com) for the map's page."""
    slug = loaded.definition.slug
    title = text_in(loaded.definition.title, loaded.definition.language)[0]
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": NAME,
        "provider_url": url,
        "cache_age": _DAY_S,
        "html": frame_html(f"{url}latest/{slug}.html", title, slug),
        "width": 800,
        "height": int(FRAME["height"]),
    }
    return f"{json.dumps(answer, ensure_ascii=False, indent=2)}\n".encode()
