"""A built page as the server gives it: with a script of its own, and leave to run it.

The page that ``pledgemap build`` writes has neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from urllib.parse import quote

from geo.page.policy import content_hash

_POLICY = re.compile(
    r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)'
)
_WAITING = (
    "<p>This map has not been built yet. It comes here as soon as its definition and"
    " tables are without errors.</p>"
)


def served_page(html: str, version: str) -> str:
    """Put the server's style and script into a page.

    Parameters
    ----------
    html
        The page as it is published.
    version
        What the script knows it by.
    """
    own = (
        f"<style>{_file('live.css')}</style>\n"
        f'<script data-version="{escape(version)}">{_file("live.js")}</script>\n'
    )
    html = html.replace("</head>", f"{own}</head>", 1)
    return _POLICY.sub(lambda m: f"{m[1]}{relaxed(m[2])}{m[3]}", html, count=1)


def waiting_page(slug: str) -> str:
    """Return a page for a map that has never been built; it gives way to the map."""
    page = Template(_file("plain.html"))
    return served_page(page.substitute(title=escape(slug), content=_WAITING), "")


def index_page(slugs: Iterable[str]) -> str:
    """Return a list of the maps."""
    links = "\n".join(
        f'<li><a href="{quote(slug)}.html">{escape(slug)}</a></li>' for slug in slugs
    )
    page = Template(_file("plain.html"))
    return page.substitute(title="Maps", content=f"<ul>\n{links}\n</ul>")


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


@cache
def _file(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")
