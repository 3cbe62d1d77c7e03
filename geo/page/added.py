"""What folium printed for what was added to a map, and what a page needs to show it.

It is HTML and script of the Python user's own.  As long as none of it asks for a file,
the page stays offline and its policy allows the very texts that were printed, by hash.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from urllib.parse import urlsplit

import folium

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style\s*>", re.DOTALL | re.IGNORECASE)
_STYLE_TEXT = re.compile(r"""\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_HANDLER = re.compile(r"""\son[a-z]+\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_ESCAPE = re.compile(r"""\\(?:u([0-9a-fA-F]{4})|([nrt"'`/\\]))""")
_PLAIN = {"n": "\n", "r": "\r", "t": "\t"}

# A link is followed when a reader asks; the names of XML's vocabularies never are.
_FOLLOWED = re.compile(r"<a\b[^>]*>|https?://www\.w3\.org/(?:1999|2000)/\w+")
_ADDRESS = re.compile(
    r"""(?:https?:|(?<=["'`]))//[\w-]+(?:\.[\w-]+)*(?::\d+)?[^\s"'`<>\\)]*"""
)
# A property of a feature that is an address and nothing else is shown as a text.
_PROPERTIES = re.compile(r'"properties": \{[^{}]*\}')
_SHOWN = re.compile(r'"https?://[^"\s<>]*"')
# An image, a frame and the like; a style sheet, and what it fetches; images of icons.
_FETCHED = re.compile(
    r"""<\w[^>]*?\s(?:src|data|poster)\s*=\s*["']?(?!data:image)([^\s"'>]+)"""
    r"""|<link\b[^>]*?\shref\s*=\s*["']?([^\s"'>]+)"""
    r"""|"(?:icon|shadow)(?:Retina)?Url":\s*"(?!data:)([^"]+)"""
    r"""|\burl\(\s*["']?(?!data:|\#)([^\s"')]+)""",
    re.IGNORECASE,
)

# Of the files that folium puts into every map, those that something printed uses: the
# others would be asked for in vain, and Bootstrap's style sheet would restyle the page.
_USED = {
    "jquery": r"\bjQuery\b|\$\.\w+\(|\$\((?!`|document\)\.ready)",
    "bootstrap": r"\bdata-bs-",
    "bootstrap_css": r"\bdata-bs-",
    "awesome_markers": r"\bL\.AwesomeMarkers\b",
    "awesome_markers_css": r"\bL\.AwesomeMarkers\b",
    "glyphicons_css": r"\bglyphicon\b",
    "awesome_markers_font_css": r'"prefix": "fa|\bfa-(?!rotate)[a-z]|\bBeautifyIcon\b',
    "awesome_rotate_css": r"\bfa-rotate-(?!0\b)",
}


@dataclass(frozen=True)
class Added:
    """What folium printed besides our own map and layers.

    ``header`` is for the head; ``html`` stands above the map; ``lines`` are script that
    runs once the map and our layers are there, which it finds as the global variables
    ``uses``; ``titles`` are the layers for the panel, each by its variable.
    """

    header: str = ""
    html: str = ""
    lines: str = ""
    titles: tuple[tuple[str, str | None], ...] = ()
    uses: tuple[str, ...] = ()

    @property
    def is_any(self) -> bool:
        return bool(self.header.strip() or self.html.strip() or self.lines.strip())

    @cached_property
    def scripts(self) -> str:
        """The script elements of the header; they run after Leaflet."""
        return "\n".join(match[0] for match in _SCRIPT.finditer(self.header))

    @cached_property
    def head(self) -> str:
        """The header without its scripts."""
        return _SCRIPT.sub("", self.header)

    @cached_property
    def _text(self) -> str:
        return f"{self.header}\n{self.html}\n{_unescaped(self.lines)}"

    @cached_property
    def asks_for(self) -> tuple[str, ...]:
        """Whose files the page needs: hosts, and paths beside the page; sorted.

        An address in a text counts too, unless it is that of a link, or all that a
        property of a feature says.
        """
        text = _FOLLOWED.sub("", self._text)
        asking = _PROPERTIES.sub(lambda match: _SHOWN.sub('""', match[0]), text)
        addresses = (match[0] for match in _ADDRESS.finditer(asking))
        found = {urlsplit(address).hostname or "" for address in addresses}
        for match in _FETCHED.finditer(text):
            path = next(filter(None, match.groups()))
            if path.startswith("data:"):
                found.add("a frame")
            elif not path.startswith(("http:", "https:", "//")):
                found.add(path)
        return tuple(sorted(found))

    def inline(self) -> tuple[list[str], list[str], list[str], list[str]]:
        """Return the texts of inline scripts, styles, handlers and style attributes."""
        text = f"{self.header}\n{self.html}"
        scripts = [m[2] for m in _SCRIPT.finditer(text) if "src" not in m[1]]
        scripts += [self.lines] if self.is_any else []
        styles = [m[1] for m in _STYLE.finditer(text)]
        return (
            scripts,
            styles,
            _attributes(_HANDLER, self._text),
            _attributes(_STYLE_TEXT, self._text),
        )


def folium_files(text: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return those of folium's own scripts and style sheets that a text uses."""
    used = {name for name, pattern in _USED.items() if re.search(pattern, text)}

    def of(files: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        return [(name, url) for name, url in files if name in used]

    return of(folium.Map.default_js), of(folium.Map.default_css)


def numbered(known: Iterable[str]) -> Callable[[str], str]:
    """Return what numbers folium's random ids, in the order that it meets them.

    So the same map gives the same bytes.
    """
    ids = frozenset(known)
    numbers: dict[str, str] = {}

    def number(match: re.Match[str]) -> str:
        found = match[0]
        if found not in ids:
            return found
        return numbers.setdefault(found, str(len(numbers) + 1))

    return lambda text: re.sub(r"[0-9a-f]{32}", number, text)


def _attributes(pattern: re.Pattern[str], text: str) -> list[str]:
    found = (match[1] or match[2] or "" for match in pattern.finditer(text))
    return list(dict.fromkeys(unescape(value) for value in found))


def _unescaped(script: str) -> str:
    """Return the text of a script with the escapes of its strings resolved."""

    def plain(match: re.Match[str]) -> str:
        if match[1]:
            return chr(int(match[1], 16))
        return _PLAIN.get(match[2], match[2])

    return _ESCAPE.sub(plain, script)
