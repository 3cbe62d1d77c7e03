"""Putting the page together from its parts: each slot of the template filled once."""

from __future__ import annotations

import html as html_escape
from dataclasses import dataclass
from functools import cache
from string import Template

from geo.page.added import Added
from geo.page.leaflet import leaflet_script, leaflet_style, waiting_leaflet
from geo.page.payload import to_json
from geo.page.policy import content_security_policy
from geo.page.script import (
    ascii_script,
    ascii_style,
    linked_modules,
    minified_function,
    minified_style,
    reached,
    style,
    web_file,
)
from geo.vocabulary.statuses import SHIPPED, Registry
from geo.words import LANGUAGES, words

# For a map to which something was added that loads what it needs.
OPEN_POLICY = "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'"

NOTHING = Added()

# What boot/main.js does, one after another, before the map is opened.
STEPS = (
    "readTables",
    "readGround",
    "projectGround",
    "beginMap",
    "placeLand",
    "drawLand",
    "attendLand",
)

BYTE_ORDER_MARK = "\ufeff"
"""Begins a page's file: what a server says of the encoding then counts for nothing.

A page that stands in an attribute does without, since there it would be its first text.
"""


@dataclass(frozen=True)
class PageParts:
    """What a page is filled with, but for what folium prints.

    ``direction`` is that of the language's writing, ``ltr`` or ``rtl``.
    ``title`` and ``description`` are plain text; ``metadata``, ``heading``,
    ``patterns``, ``trouble``, ``picture``, ``legend``, ``noscript``, ``strips``,
    ``unplaced``, ``tables``, ``below`` (under the map) and ``about`` are HTML in which
    every text is escaped; ``payload`` and ``boundaries`` are JSON that can stand inside
    a script element.  ``crop`` is the style of the part of the picture that narrow
    screens show.
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
    strips: str
    unplaced: str
    tables: str
    below: str
    about: str
    crop: str
    payload: str
    boundaries: str
    statuses: Registry = SHIPPED


def fill_page(
    parts: PageParts, map_html: str, map_script: str, added: Added = NOTHING
) -> str:
    """Return the page, with its strict policy unless what was added asks for files.

    Parameters
    ----------
    parts
        What the page is filled with.
    map_html, map_script
        What folium printed for the map and our own layers.
    added
        What it printed for all else.
    """
    opening, leaflet, css = _shipped_code()
    if parts.statuses is not SHIPPED:
        css = ascii_style(style(statuses=parts.statuses.painted))
    if added.is_any:
        # What others bring may use all of it, and their scripts need it as they run.
        leaflet = leaflet_script() if added.scripts else ascii_script(waiting_leaflet())
    script = ascii_script(page_script(map_script, added))
    leaflet_css = ascii_style(leaflet_style(controls=added.is_any))
    own_css = css + ascii_style(minified_style(parts.crop))
    if added.is_any:
        own_css += ascii_style(style("added.css"))
    scripts, styles, handlers, attributes = added.inline()
    strict = content_security_policy(
        [opening, leaflet, script, *scripts],
        [leaflet_css, own_css, *styles],
        handlers,
        attributes,
    )
    return Template(web_file("page.html")).substitute(
        language=parts.language,
        direction=parts.direction,
        policy=OPEN_POLICY if added.asks_for else strict,
        title=html_escape.escape(parts.title),
        description=html_escape.escape(parts.description),
        metadata=parts.metadata,
        leaflet_style=leaflet_css,
        style=own_css,
        header=added.head,
        heading=parts.heading,
        patterns=parts.patterns,
        trouble=parts.trouble,
        above_map=f'<div class="round-map">\n{added.html}\n' if added.html else "",
        map=_tidy(map_html),
        picture=parts.picture,
        below=parts.below,
        below_map="</div>\n" if added.html else "",
        legend=parts.legend,
        noscript=parts.noscript,
        strips=parts.strips,
        unplaced=parts.unplaced,
        tables=parts.tables,
        about=parts.about,
        opening=opening,
        data=parts.payload,
        boundaries=parts.boundaries,
        leaflet=leaflet,
        added_scripts=_of_others(added),
        script=script,
    )


def opening_script() -> str:
    """Return script that makes the picture answer, and on which the page's waits."""
    end = "return openPicture();\n"
    modules = reached(linked_modules("boot/opening.js"), end)
    return f"window.opening = {minified_function(f'{modules}{end}')}();\n"


def page_script(map_script: str, added: Added = NOTHING) -> str:
    """Wrap our modules and what folium prints, so that nothing becomes a global.

    Our modules run in strict mode; folium's lines need not.  Where what was added to
    the map fails (what it needs from the web did not come), that is said and the map
    goes on without it.  All wait for the still picture, which answers between their
    steps.
    """
    leaflet = "" if added.scripts else "() => leaflet(),\n"
    uses, titles = ", ".join(added.uses), to_json(added.titles)
    run_added = f"runAdded({{ {uses} }}, {titles});\n" if added.is_any else ""
    steps = "".join(f"() => parts.{step}(),\n" for step in STEPS)
    failed = {code: words(code)["added.failed"] for code in LANGUAGES}
    sentence = f", {to_json(failed)}" if added.is_any else ""
    return (
        "(function () {\n"
        "const { opening } = window;\n"
        "delete window.opening;\n"
        f"const modules = {_modules_function()};\n"
        "const start = (function ({ openMap, layer, runAdded, goOnWithout, ready }) {\n"
        "try {\n"
        f"{_tidy(map_script)}"
        f"{run_added}"
        "} catch (error) {\n"
        f"goOnWithout(error{sentence});\n"
        "}\n"
        "ready(opening.leave());\n"
        "});\n"
        "let parts;\n"
        "opening.inTurn([\n"
        f"{leaflet}"
        "() => (parts = modules()),\n"
        f"{steps}"
        "() => start(parts),\n"
        "]);\n"
        "})();\n"
    )


_OFFERED = (
    f"return {{ {', '.join(STEPS)}, openMap, layer, runAdded, goOnWithout, ready }};\n"
)


@cache
def _modules() -> str:
    """Link the page's script once a process: it is the same on every page."""
    return reached(linked_modules(), _OFFERED)


@cache
def _modules_function() -> str:
    """Return the page's script as the function that the page calls."""
    return minified_function(f"{_modules()}{_OFFERED}")


@cache
def _shipped_code() -> tuple[str, str, str]:
    """Return what else is the same on every page: scripts and the style."""
    leaflet = waiting_leaflet(_modules())
    return ascii_script(opening_script()), ascii_script(leaflet), ascii_style(style())


def _of_others(added: Added) -> str:
    """Return the scripts that were added; the one that waits for the map, as a text."""
    if not added.is_any:
        return ""
    waiting = f'<script type="text/plain" id="added-lines">{added.lines}</script>\n'
    return f"{added.scripts}\n{waiting}"


def _tidy(text: str) -> str:
    """Drop the blank lines and indents of folium's templates."""
    return "".join(f"{line.strip()}\n" for line in text.splitlines() if line.strip())
