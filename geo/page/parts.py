"""Putting the page together from its parts: each slot of the template filled once."""

from __future__ import annotations

import html as html_escape
from dataclasses import dataclass
from functools import cache
from string import Template

from geo.page.leaflet import leaflet_style, waiting_leaflet
from geo.page.policy import content_security_policy
from geo.page.script import (
    ascii_script,
    ascii_style,
    linked_modules,
    style,
    web_file,
)

# For a map that its user added folium elements to: these load what they need.
OPEN_POLICY = "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'"


@dataclass(frozen=True)
class PageParts:
    """What a page is filled with, but for what folium prints.

    ``direction`` is that of the language's writing, ``ltr`` or ``rtl``.
    ``title`` and ``description`` are plain text; ``metadata``, ``heading``,
    ``patterns``, ``trouble``, ``picture``, ``legend``, ``noscript``, ``unplaced``,
    ``tables`` and ``about`` are HTML in which every text is escaped; ``payload`` and
    ``boundaries`` are JSON that can stand inside a script element.
    """

    language: str
    direction: str
    title: str
    description: str
    metadata: str
    heading: str
    patterns: str
    trouble: str
    picture: str
    legend: str
    noscript: str
    unplaced: str
    tables: str
    about: str
    payload: str
    boundaries: str


def fill_page(parts: PageParts, map_html: str, map_script: str) -> str:
    """Give the self-contained page with its strict policy."""
    return _fill(parts, "", map_html, map_script, policy=None)


def fill_open_page(
    parts: PageParts, header: str, map_html: str, map_script: str
) -> str:
    """Give the page of a map that holds more than our own layers.

    ``header`` holds the links that folium's elements ask for.
    """
    return _fill(parts, header, map_html, map_script, policy=OPEN_POLICY)


def opening_script() -> str:
    """Give the script that makes the picture answer, and on which the page's waits."""
    return (
        "window.opening = (function () {\n"
        '"use strict";\n'
        f"{linked_modules('opening.js')}"
        "return openPicture();\n"
        "})();\n"
    )


def page_script(map_script: str) -> str:
    """Wrap our modules and what folium prints, so that nothing becomes a global.

    Our modules run in strict mode; folium's lines need not.  Where what was added to
    the map fails (a popup of folium's needs jQuery from the web), that is said and the
    map goes on without it.  All wait for the still picture, which answers between
    their steps.
    """
    return (
        "(function () {\n"
        "const { opening } = window;\n"
        "delete window.opening;\n"
        "const modules = (function () {\n"
        '"use strict";\n'
        f"{_modules()}"
        "return { readTables, readGround, openMap, layer, goOnWithout, ready };\n"
        "});\n"
        "const start = (function ({ openMap, layer, goOnWithout, ready }) {\n"
        "try {\n"
        f"{_tidy(map_script)}"
        "} catch (error) {\n"
        "goOnWithout(error);\n"
        "}\n"
        "ready(opening.leave());\n"
        "});\n"
        "let parts;\n"
        "opening.inTurn([\n"
        "() => leaflet(),\n"
        "() => (parts = modules()),\n"
        "() => parts.readTables(),\n"
        "() => parts.readGround(),\n"
        "() => start(parts),\n"
        "]);\n"
        "})();\n"
    )


@cache
def _modules() -> str:
    """Link the page's script once a process: it is the same on every page."""
    return linked_modules()


@cache
def _shipped_code() -> tuple[str, str, str, str]:
    """Give what else is the same on every page: scripts and styles."""
    scripts = opening_script(), waiting_leaflet()
    styles = leaflet_style(), style()
    return *map(ascii_script, scripts), *map(ascii_style, styles)


def _tidy(text: str) -> str:
    """Drop the blank lines and indents of folium's templates."""
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())


def _fill(
    parts: PageParts, header: str, map_html: str, map_script: str, policy: str | None
) -> str:
    opening, leaflet, leaflet_css, css = _shipped_code()
    script = ascii_script(page_script(map_script))
    scripts = [opening, leaflet, script]
    strict = content_security_policy(scripts, [leaflet_css, css])
    return Template(web_file("page.html")).substitute(
        language=parts.language,
        direction=parts.direction,
        policy=policy or strict,
        title=html_escape.escape(parts.title),
        description=html_escape.escape(parts.description),
        metadata=parts.metadata,
        leaflet_style=leaflet_css,
        style=css,
        header=_tidy(header),
        heading=parts.heading,
        patterns=parts.patterns,
        trouble=parts.trouble,
        map=_tidy(map_html),
        picture=parts.picture,
        legend=parts.legend,
        noscript=parts.noscript,
        unplaced=parts.unplaced,
        tables=parts.tables,
        about=parts.about,
        opening=opening,
        data=parts.payload,
        boundaries=parts.boundaries,
        leaflet=leaflet,
        script=script,
    )
