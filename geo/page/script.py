"""The page's script: the modules of ``geo/web``, linked into one classic script.

The modules are plain ES modules, so that an editor follows their imports and a test
can load one alone.  A page that opens from ``file://`` cannot import modules, so they
are put one after another, dependencies first, inside one strict function.  Only two
forms are allowed, and anything else is an error: ``import { a, b } from "../in/x.js";``
and ``export`` before ``function``, ``async function``, ``const``, ``let`` or ``class``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from posixpath import dirname, normpath

from geo.page.status_style import status_style
from geo.vocabulary.statuses import STATUSES, Status

ENTRY = "boot/main.js"

_IMPORT = re.compile(r'^import \{[^}]*\} from "(\.\.?/[\w/]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(
    r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE
)
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_COMMENT = re.compile(
    r"^\s*(?://[^\n]*|/\*(?:(?!\*/).)*\*/)\n", re.MULTILINE | re.DOTALL
)
# At the left edge a statement of the scope begins; a function does nothing by itself.
_STATEMENT = re.compile(r"^(?=(?:async )?(?:const|let|function|class)\b)", re.MULTILINE)
_FUNCTION = re.compile(
    r"(?:async )?function (\w+)|const (\w+) = (?:async )?(?:\w+|\([^=]*\)) =>"
)
_WORD = re.compile(r"\w+")
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


@cache
def web_file(name: str) -> str:
    """Return the text of a file of ``geo/web``; several scripts may be made of it."""
    return (files("geo") / "web" / name).read_text(encoding="utf-8")


def linked_modules(*entries: str) -> str:
    """Return all modules that ``main.js`` needs, in order, as statements of one scope.

    A test may ask for what other entries need.

    Raises
    ------
    ValueError
        If a module imports in a circle, or in a form that cannot be linked.
    """
    order: list[str] = []
    for entry in entries or (ENTRY,):
        _visit(entry, order, ())
    return "".join(_body(name) for name in order)


def reached(modules: str, end: str) -> str:
    """Return linked modules without the functions that no way leads to from the end.

    Modules also hold what only a page's build needs.  A name that is written anywhere
    counts as a way, so that no more is left out than what surely is not called.
    """
    statements = _STATEMENT.split(_COMMENT.sub("", modules))
    waiting = {
        found[1] or found[2]: text
        for text in statements
        if (found := _FUNCTION.match(text))
    }
    always = [text for text in statements if not _FUNCTION.match(text)]
    ways = [end, *always]
    while ways:
        named = set(_WORD.findall(ways.pop()))
        ways += [waiting.pop(name) for name in named & waiting.keys()]
    left_out = set(waiting.values())
    return "".join(text for text in statements if text not in left_out)


def minified_function(body: str) -> str:
    """Return a function of a strict body with short names, in brackets.

    The brackets tell a browser that it will be called, so that it is read once, not
    skimmed first; a minifier leaves them out.
    """
    strict = f'var it = function () {{\n"use strict";\n{body}}};'
    return f"({_minified('application/javascript', strict).removeprefix('var it=')})"


def minified_style(text: str) -> str:
    """Leave out of a style sheet what is for who reads the source."""
    return f"{_minified('text/css', text)}\n"


def _minified(media_type: str, text: str) -> str:
    # Imported here: it brings a runtime of its own, and only what builds needs it.
    import minify

    return str(minify.string(media_type, text))


def ascii_script(text: str) -> str:
    r"""Write characters beyond ASCII as ``\uXXXX``, as strings and patterns may.

    A server may call the page by another encoding; what the policy knows a script by
    are its bytes.
    """
    return _BEYOND_ASCII.sub(lambda found: _units(found[0]), text)


def ascii_style(text: str) -> str:
    r"""Write characters beyond ASCII as a style sheet's escapes, ``\2026 ``."""
    return _BEYOND_ASCII.sub(lambda found: f"\\{ord(found[0]):x} ", text)


def _units(character: str) -> str:
    """Escape a character by its UTF-16 units."""
    code = character.encode("utf-16-be").hex()
    return "".join(f"\\u{code[at : at + 4]}" for at in range(0, len(code), 4))


def style(name: str = "map.css", statuses: Mapping[str, Status] = STATUSES) -> str:
    """Return a style sheet of ``geo/web``, without comments and needless white space.

    That of the map begins with the colours of statuses.
    """
    return minified_style(map_css(statuses) if name == "map.css" else web_file(name))


def map_css(statuses: Mapping[str, Status] = STATUSES) -> str:
    """Return the rules that the marks of a map are drawn by."""
    return status_style(statuses) + web_file("map.css")


def _visit(name: str, order: list[str], path: tuple[str, ...]) -> None:
    if name in order:
        return
    if name in path:
        raise ValueError(f"modules import in a circle: {' > '.join((*path, name))}")
    for needed in _IMPORT.findall(web_file(name)):
        _visit(normpath(f"{dirname(name)}/{needed}"), order, (*path, name))
    order.append(name)


def _body(name: str) -> str:
    text = _EXPORT.sub("", _IMPORT.sub("", web_file(name)))
    left_over = _LEFT_OVER.search(text)
    if left_over:
        raise ValueError(f"{name}: cannot link {left_over[0]!r}")
    return text
