"""The ``<iframe>``: its attributes, as ``geo/web/words/citation.js`` writes them."""

from __future__ import annotations

import html

FRAME = {
    # From the title to the slider of a page 360 to 1280 px wide.
    "height": "800",
    "loading": "lazy",
    # The page runs a script; its links open by themselves, and what they open is a
    # page as any other. It needs neither the origin nor downloads nor forms.
    "sandbox": "allow-scripts allow-popups allow-popups-to-escape-sandbox",
    # As an attribute a width is in px alone.
    "style": "width:100%;border:0",
}
"""The attributes that are the same for every map; sorted, as the payload has them."""


def frame_id(slug: str) -> str:
    """Return the id by which scripts of the page round it know the frame of a map."""
    return f"pledgemap-{slug}"


def frame_attributes(address: str, title: str, slug: str) -> dict[str, str]:
    """Return the attributes of the frame; parameters as :func:`frame_html` takes."""
    return {"id": frame_id(slug), "src": address, "title": title, **FRAME}


def frame_html(address: str, title: str, slug: str) -> str:
    """Write the ``<iframe>`` of a map; a screen reader calls it by its title."""
    attributes = frame_attributes(address, title, slug)
    written = " ".join(f'{k}="{_escaped(v)}"' for k, v in attributes.items())
    return f"<iframe {written}></iframe>"


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace('"', "&quot;")
