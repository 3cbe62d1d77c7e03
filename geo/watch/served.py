"""A built page as the server gives it: with a script of its own, and leave to run it.

The page that ``pledgemap build`` writes has neither.
"""

from __future__ import annotations

import html as html_escape
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from string import Template
from urllib.parse import quote

from geo.page.policy import content_hash

# Ours stands between the last two scripts: after Leaflet's, before the page's own.
_BEFORE_LAST = "</script>\n<script>"
_POLICY = re.compile(
    r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)'
)
_OWN_POLICY = "default-src 'none'; script-src; style-src; connect-src 'none'"


def served_page(html: str, version: str) -> str:
    """Put the server's style and script into a page.

    Parameters
    ----------
    html
        The page as it is published.
    version
        What the script knows it by.
    """
    start, found, end = html.rpartition(_BEFORE_LAST)
    if not found:
        raise ValueError("the page does not end with two scripts")
    html = f"{start}</script>\n{_script(version)}\n<script>{end}"
    html = html.replace("</head>", f"<style>{_file('live.css')}</style>\n</head>", 1)
    return _POLICY.sub(lambda m: f"{m[1]}{relaxed(m[2])}{m[3]}", html, count=1)


def waiting_page(slug: str) -> str:
    """Give a page for a map that has never been built; it gives way to the map."""
    return _filled("waiting.html", title=html_escape.escape(slug))


def index_page(slugs: Iterable[str]) -> str:
    """Give a list of the maps."""
    links = "\n".join(
        f'<li><a href="{quote(slug)}.html">{html_escape.escape(slug)}</a></li>'
        for slug in slugs
    )
    return _filled("index.html", links=links)


def relaxed(policy: str) -> str:
    """Allow, beside what a page's policy allows, our script, our style and our server.

    Text between the tags is allowed by its hash alone.
    """
    allowed = {
        "script-src": content_hash(_file("live.js")),
        "style-src": content_hash(_file("live.css")),
    }
    directives = []
    for directive in policy.split("; "):
        name = directive.partition(" ")[0]
        if name == "connect-src":
            directives.append("connect-src 'self'")
        elif name in allowed:
            directives.append(f"{directive} {allowed[name]}")
        else:
            directives.append(directive)
    return "; ".join(directives)


def _filled(name: str, **values: str) -> str:
    return Template(_file(name)).substitute(
        policy=relaxed(_OWN_POLICY),
        style=_file("live.css"),
        script=_script(""),
        **values,
    )


def _script(version: str) -> str:
    mark = html_escape.escape(version)
    return f'<script data-version="{mark}">{_file("live.js")}</script>'


@cache
def _file(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")
