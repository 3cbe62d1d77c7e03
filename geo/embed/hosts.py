"""The frame and its script as each kind of site takes them."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from string import Template

from geo.embed.address import is_absolute
from geo.embed.frame import frame_attributes, frame_html
from geo.findings import EmbedError

Wrap = Callable[[str], str]

REMARK = "<!-- Optional: gives the frame the height of the map. -->"


@dataclass(frozen=True)
class Host:
    """A kind of site: how it takes HTML, and what a person does with it.

    ``{slug}`` in ``advice`` stands for the map's name.
    """

    wrap: Wrap
    advice: str


def _as_it_is(text: str) -> str:
    return f"{text}\n"


def _wordpress(text: str) -> str:
    return f"<!-- wp:html -->\n{text}\n<!-- /wp:html -->\n"


def _quarto(text: str) -> str:
    return f"```{{=html}}\n{text}\n```\n"


def _sphinx(text: str) -> str:
    return f".. raw:: html\n\n{textwrap.indent(text, '   ')}\n"


HOSTS = {
    "html": Host(_as_it_is, "Paste it where the map is to stand."),
    "wordpress": Host(
        _wordpress,
        "Paste it into the code editor, or each part into a Custom HTML block."
        " WordPress keeps frames and scripts of users who may post unfiltered HTML.",
    ),
    "quarto": Host(_quarto, "Paste it into the .qmd; it shows in HTML output."),
    "mkdocs": Host(_as_it_is, "Paste it into the .md, with a blank line round it."),
    "sphinx": Host(
        _sphinx, "Paste it into the .rst; in MyST, into a {raw} html directive."
    ),
    "hugo": Host(
        _as_it_is,
        "Save it as layouts/shortcodes/pledgemap-{slug}.html and write"
        " {{< pledgemap-{slug} >}} where the map is to stand.",
    ),
    "react": Host(
        _as_it_is,
        "Save it as pledgemap-{slug}.jsx, import Pledgemap from it and write"
        " <Pledgemap /> where the map is to stand.",
    ),
    "notion": Host(_as_it_is, "Type /embed and paste the address; drag it to size."),
}


def pasted(host: str, address: str, title: str, slug: str) -> str:
    """Return what to paste: first the frame, then, apart, the script that sizes it.

    ``host`` is a key of ``HOSTS``.  For React it is one component.

    Raises
    ------
    EmbedError
        If the host takes an absolute address only, and this is none.
    """
    if host == "notion":
        if not is_absolute(address):
            raise EmbedError("Notion shows a published page only; say its --url")
        return f"{address}\n"
    if host == "react":
        return component(address, title, slug)
    wrap = HOSTS[host].wrap
    return f"{wrap(frame_html(address, title, slug))}\n{wrap(host_script())}"


def component(address: str, title: str, slug: str) -> str:
    """Return a component of React: the frame, with what gives it its height."""
    attributes: dict[str, object] = {**frame_attributes(address, title, slug)}
    # What is a text in HTML is an object here.
    rules = (rule.partition(":") for rule in str(attributes["style"]).split(";"))
    attributes["style"] = {name: value for name, _, value in rules}
    written = (f"      {key}={{{_in_script(v)}}}" for key, v in attributes.items())
    return Template(_web_file("host_page.jsx")).substitute(
        attributes="\n".join(written)
    )


def _in_script(value: object) -> str:
    """Write a value as JavaScript has it, wherever that stands."""
    text = json.dumps(value, ensure_ascii=False)
    for character in "<\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def advice(host: str, slug: str) -> str:
    """Say what a person does with what is pasted."""
    return HOSTS[host].advice.replace("{slug}", slug)


def host_script() -> str:
    """Return the element with the script for the page round the map."""
    return f"{REMARK}\n<script>\n{_web_file('host_page.js')}</script>"


def _web_file(name: str) -> str:
    return (files("geo") / "web" / "embed" / name).read_text(encoding="utf-8")
