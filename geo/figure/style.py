"""The page's style, written into the marks themselves.

A figure must look the same in a word processor, which knows no style sheets.  So the
rules of the page's style are applied here, with those of ``figure.css`` after them,
and what they say becomes attributes: the colours are those of the page, and stand in
one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from geo.page.markup import Node
from geo.page.script import map_css
from geo.page.status_style import grey_style
from geo.vocabulary.statuses import SHIPPED, Registry

# The properties of SVG that our marks use.
PROPERTIES = frozenset(
    {
        "fill", "fill-opacity", "fill-rule", "font-family", "font-size",
        "font-style", "font-weight", "stroke", "stroke-dasharray", "stroke-linecap",
        "stroke-linejoin", "stroke-opacity", "stroke-width",
    }
)  # fmt: skip
# What only the page's own style and script ask for.
DROPPED = ("class", "vector-effect")

_PIXELS = re.compile(r"[\d.]+px")
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")


def apply_style(
    root: Node, *, grey: bool = False, statuses: Registry = SHIPPED
) -> None:
    """Turn the classes of an ``svg`` element and all in it into attributes, in place.

    With ``grey`` statuses are told apart by lightness and pattern, for print.
    """
    from cssselect2 import ElementWrapper

    matcher, variables = _sheet(grey, statuses)
    for element in ElementWrapper.from_xml_root(root).iter_subtree():
        said: dict[str, str] = {}
        for declarations in matcher.match(element):
            said |= declarations[-1]
        node = element.etree_element
        # A custom property counts for the element that sets it.
        own = {k.removeprefix("--"): v for k, v in said.items() if k.startswith("--")}
        known = {**variables, **own}
        for name in sorted(said.keys() & PROPERTIES):
            node.set(name, _value(said[name], known))
        for name, value in node.attrib.items():
            node.set(name, _value(value, known))
        for name in DROPPED:
            node.attrib.pop(name, None)


def custom(name: str, *, grey: bool = False, statuses: Registry = SHIPPED) -> str:
    """Return a colour, or a list of typefaces, by the name of its custom property."""
    return _value(f"var(--{name})", _sheet(grey, statuses)[1])


def _value(text: str, variables: Mapping[str, str]) -> str:
    while "var(" in text:
        text = _VARIABLE.sub(lambda found: variables[found[1]], text)
    return text.removesuffix("px") if _PIXELS.fullmatch(text) else text


@cache
def _sheet(grey: bool, statuses: Registry) -> tuple[Any, Mapping[str, str]]:
    """Return a matcher of all rules, and the custom properties of the light page."""
    from cssselect2 import Matcher, compile_selector_list
    from tinycss2 import parse_stylesheet, serialize

    matcher = Matcher()
    variables: dict[str, str] = {}
    for text in _texts(grey, statuses):
        for rule in parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
            # Rules for the screen, for print and for dark stand in blocks of their own.
            if rule.type != "qualified-rule":
                continue
            said = _declarations(rule.content)
            if serialize(rule.prelude).strip() == ":root":
                variables |= {k.removeprefix("--"): v for k, v in said.items()}
            elif any(name in PROPERTIES or name.startswith("--") for name in said):
                for selector in compile_selector_list(rule.prelude):
                    if selector.pseudo_element is None:
                        matcher.add_selector(selector, said)
    return matcher, variables


def _texts(grey: bool, statuses: Registry) -> Iterable[str]:
    yield map_css(statuses.painted)
    for name in ("figure.css", "grey.css") if grey else ("figure.css",):
        yield (files(__package__) / name).read_text(encoding="utf-8")
    if grey:
        yield grey_style(statuses.painted)


def _declarations(content: Any) -> dict[str, str]:
    from tinycss2 import parse_blocks_contents, serialize

    parsed = parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    return {
        item.name: serialize(item.value).strip()
        for item in parsed
        if item.type == "declaration"
    }
