"""The page's script: the modules of ``geo/web``, linked into one classic script.

The modules are plain ES modules, so that an editor follows their imports and a test
can load one alone.  A page that opens from ``file://`` cannot import modules, so they
are put one after another, dependencies first, inside one strict function.  Only two
forms are allowed, and anything else is an error: ``import { a, b } from "./x.js";`` and
``export`` before ``function``, ``async function``, ``const``, ``let`` or ``class``.
"""

from __future__ import annotations

import re
from importlib.resources import files

ENTRY = "main.js"

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(
    r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE
)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
_LINE_COMMENT = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_BLOCK_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)


def web_file(name: str) -> str:
    """Give the text of a file of ``geo/web``."""
    return (files("geo") / "web" / name).read_text(encoding="utf-8")


def linked_modules(*entries: str) -> str:
    """Give all modules that ``main.js`` needs, in order, as statements of one scope.

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


def _visit(name: str, order: list[str], path: tuple[str, ...]) -> None:
    if name in order:
        return
    if name in path:
        raise ValueError(f"modules import in a circle: {' > '.join((*path, name))}")
    for needed in _IMPORT.findall(web_file(name)):
        _visit(needed, order, (*path, name))
    order.append(name)


def _body(name: str) -> str:
    text = _EXPORT.sub("", _IMPORT.sub("", web_file(name)))
    left_over = _LEFT_OVER.search(text)
    if left_over:
        raise ValueError(f"{name}: cannot link {left_over[0]!r}")
    return _without_comments(text)


def _without_comments(text: str) -> str:
    """Leave out comments that stand on lines of their own, indents and blank lines.

    They are for who reads the source; a page carries a quarter less without them.  No
    module has a text that goes over several lines; a test holds it.
    """
    text = _LINE_COMMENT.sub("", _BLOCK_COMMENT.sub("", text))
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()) + "\n"
