"""The map of the changes: each map before and after, and every change as text.

One page without any script.  Its pictures are those that a map's own page opens with,
its policy lets nothing run and nothing load, and every text of the tables is escaped
by the serialiser.  It is in English, as the command's other outputs are.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from importlib.resources import files
from string import Template

from rcssmin import cssmin

from geo.diff.compare import Drawn
from geo.diff.maps import DrawnMap
from geo.diff.model import Difference, MapChange
from geo.diff.page_tables import (
    country_table,
    definition_table,
    table_section,
    whole_table,
)
from geo.diff.picture import MarkedPicture, marked_picture
from geo.diff.words import map_name, visible
from geo.page.markup import Node, append, tag, to_html
from geo.page.picture.patterns import page_patterns
from geo.page.policy import content_security_policy
from geo.page.script import style
from geo.vocabulary import STATUS
from geo.words import told, words

STATES = ("before", "after")


def changes_page(difference: Difference, drawn: Drawn) -> str:
    """Give the page of a comparison.

    Parameters
    ----------
    difference
        What changed.
    drawn
        The two states of each map that changed, to draw from.
    """
    title = f"What changed: {visible(difference.old)} → {visible(difference.new)}"
    content = tag("div", {"class": "changes"}, tag("h1", {}, title))
    if not difference.differs and not difference.troubles:
        append(content, tag("p", {}, "Nothing: the two say the same."))
    drawings: list[Node] = []
    for one in difference.maps:
        append(content, _map_section(one, drawn.get(one.slug, (None, None)), drawings))
    if difference.tables:
        append(content, tag("h2", {}, "The tables"))
    for table in difference.tables:
        append(content, table_section(table))
    if drawings:
        content.insert(0, page_patterns(STATUS))
    css = f"{style()}{cssmin(_file('changes.css'))}\n"
    about = tag("p", {}, words("en")["about.boundaries"])
    return Template(_file("changes.html")).substitute(
        policy=content_security_policy([], [css]),
        title=html.escape(title),
        style=css,
        content=to_html(content),
        about=to_html(about),
    )


def _file(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _map_section(
    change: MapChange,
    states: tuple[DrawnMap | None, DrawnMap | None],
    drawings: list[Node],
) -> Node:
    there = states[1] or states[0]
    title = map_name(change.slug)
    if there is not None:
        title = told(there.loaded.definition.title, "en")[0]
    section = tag("section", {}, tag("h2", {}, visible(title)))
    if change.trouble:
        append(section, tag("p", {}, f"Not compared: {visible(change.trouble)}"))
    if change.countries:
        pictures = _pictures(change, states, drawings, visible(title))
        for node in _pictures_nodes(change, pictures):
            append(section, node)
        append(section, country_table(change))
    elif change.before and change.after:
        append(section, tag("p", {}, "No country is shown otherwise."))
    for part in (whole_table(change), definition_table(change)):
        if part is not None:
            append(section, part)
    return section


def _pictures(
    change: MapChange,
    states: tuple[DrawnMap | None, DrawnMap | None],
    drawings: list[Node],
    title: str,
) -> dict[str, MarkedPicture]:
    changed = [country.iso_a3 for country in change.countries]
    pictures = {}
    for name, state in zip(STATES, states, strict=True):
        if state is not None:
            called = f"{name.title()}: {title}"
            picture = marked_picture(state, changed, len(drawings), called)
            drawings.append(picture.drawing)
            pictures[name] = picture
    return pictures


def _pictures_nodes(
    change: MapChange, pictures: Mapping[str, MarkedPicture]
) -> list[Node]:
    """Give the pictures side by side, what their outlines mean, and the legend."""
    figures = tag("div", {"class": "states"})
    wholes = {"before": change.before, "after": change.after}
    for name, picture in pictures.items():
        whole = wholes[name]
        about = f"{whole.finding} (as of {whole.as_of})" if whole else ""
        caption = tag(
            "figcaption", {}, tag("strong", {}, name.title()),
            tag("span", {}, visible(about)),
        )  # fmt: skip
        append(figures, tag("figure", {"class": name}, caption, picture.drawing))
    last = pictures["after"]
    number = len(change.countries)
    noun = "country is" if number == 1 else "countries are"
    said = f"{number} {noun} shown otherwise, outlined in both maps."
    unseen = [c.name for c in change.countries if c.iso_a3 not in last.marked]
    if unseen:
        said += f" Outside these pictures: {', '.join(unseen)}."
    legend = tag("div", {"class": "side panel"}, *last.legend)
    return [tag("p", {}, said), tag("div", {"class": "atlas"}, figures, legend)]
