"""The index of a site, in each language that all of its maps speak."""

from __future__ import annotations

import html as html_text
from collections.abc import Sequence
from string import Template

from geo.page.markup import Node, tag, to_html
from geo.page.names import date_text
from geo.page.policy import content_security_policy
from geo.page.script import style, web_file
from geo.site.listed import Listed, Version
from geo.words import text_in, words

SHOWN_DIGITS = 7


def index_name(language: str, languages: Sequence[str]) -> str:
    """Return the file of the index in a language; the first is at the site's root."""
    return "index.html" if language == languages[0] else f"index.{language}.html"


def index_page(
    language: str, languages: Sequence[str], maps: Sequence[Listed]
) -> bytes:
    """Write the index in a language: plain HTML without script, which opens offline.

    The first of the ``languages`` has that at the site's root.
    """
    say = words(language)
    css = style("site/site.css")
    policy = content_security_policy([], [css]).replace("img-src data:", "img-src *")
    of_troops = all(one.is_of_troops for one in maps)
    title = say["site.title" if of_troops else "site.title_of_any"]
    feeds = [
        (one.feeds[language], text_in(one.title, language)[0])
        for one in maps
        if language in one.feeds
    ]
    return (
        Template(web_file("site/site.html"))
        .substitute(
            language=language,
            direction=say["language.direction"],
            policy=policy.replace("script-src ;", "script-src 'none';"),
            title=html_text.escape(title),
            description=html_text.escape(say["site.intro"]),
            style=css,
            feeds="\n".join(to_html(_feed(*named)) for named in feeds),
            heading=to_html(
                tag("h1", {}, title),
                tag("p", {}, say["site.intro"]),
                _languages(language, languages),
            ),
            maps="\n".join(to_html(_listed(one, language)) for one in maps),
            footer=to_html(tag("p", {}, say["about.boundaries"])),
        )
        .encode("utf-8-sig")  # as a page's file: some servers name another encoding
    )


def _feed(href: str, title: str) -> Node:
    kind = "application/atom+xml"
    look = {"rel": "alternate", "type": kind, "href": href, "title": title}
    return tag("link", look)


def _languages(language: str, languages: Sequence[str]) -> Node:
    items = []
    for code in languages:
        name = words(code)["language.name"]
        look = {"href": index_name(code, languages), "hreflang": code, "lang": code}
        if code == language:
            look["aria-current"] = "page"
        items.append(tag("li", {}, tag("a", look, name)))
    label = words(language)["site.languages"]
    return tag("nav", {"aria-label": label}, tag("ul", {}, *items))


def _listed(one: Listed, language: str) -> Node:
    """List a map: its picture, its headline, and the ways to it and its data."""
    say = words(language)
    asked = f"?lang={language}"
    title, title_language = text_in(one.title, language)
    named = _lang(title_language, language)
    headline, headline_language = text_in(one.headline, language)
    terms = f"{say['as_of']} {date_text(one.as_of, language)}"
    if one.licence:
        terms += f". {say['about.data_licence']} {one.licence}"
    ways = [(say["site.open"], one.latest + asked)]
    if one.frozen:
        ways.append((say["site.frozen"], one.frozen.path + asked))
    if one.picture:
        ways.append((say["site.picture"], one.picture))
    if language in one.feeds:
        ways.append((say["site.feed"], one.feeds[language]))
    files = [(name.rpartition("/")[2], name) for name in one.data]
    return tag(
        "article",
        {},
        tag(
            "a",
            {"href": one.latest + asked, "tabindex": "-1", **named},
            *([tag("img", {"src": one.picture, "alt": title})] if one.picture else ()),
        ),
        tag(
            "div",
            {},
            tag("h2", named, title),
            tag("p", _lang(headline_language, language), headline),
            tag("p", {"class": "terms"}, terms),
            _links("ways", ways),
            tag("h3", {}, say["site.data"]),
            _links("files", files),
            *_others(one.others, language),
        ),
    )


def _others(versions: Sequence[Version], language: str) -> list[Node]:
    """List the other fixed versions, folded, by the date of their data."""
    if not versions:
        return []
    links = [
        tag(
            "a",
            {"href": f"{one.path}?lang={language}"},
            f"{date_text(one.as_of, language)} ",
            tag("code", {}, one.name[:SHOWN_DIGITS]),
        )
        for one in versions
    ]
    summary = tag("summary", {}, f"{words(language)['site.others']} ({len(links)})")
    items = [tag("li", {}, link) for link in links]
    return [tag("details", {}, summary, tag("ul", {"class": "files"}, *items))]


def _lang(found: str, wanted: str) -> dict[str, str]:
    return {} if found == wanted else {"lang": found}


def _links(name: str, pairs: Sequence[tuple[str, str]]) -> Node:
    items = (tag("li", {}, tag("a", {"href": href}, text)) for text, href in pairs)
    return tag("ul", {"class": name}, *items)
