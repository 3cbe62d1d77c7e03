"""The public names of ``geo``, from their signatures and docstrings."""

from __future__ import annotations

import inspect
import re

import geo

# ``FindingsError`` is asked for by what it holds, not by its making.
HEADS = re.compile(r"^(?P<title>[A-Z]\w+)\n-{3,}$", re.MULTILINE)


def page() -> str:
    """Write the page, in Markdown: each public name, and what it gives."""
    parts = ["# Python", "What `import geo` offers; all else may change."]
    for name in geo.__all__:
        thing = getattr(geo, name)
        shown = f"geo.{name}" if inspect.isclass(thing) else _signature(name, thing)
        parts += [f"## {name}", f"```python\n{shown}\n```", _text(thing)]
    return "\n\n".join(parts)


def _signature(name: str, function: object) -> str:
    """Write a call as its definition has it, a line an argument."""
    signature = inspect.signature(function)  # type: ignore[arg-type]
    lines, keyword_only = [], False
    for parameter in signature.parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and not keyword_only:
            keyword_only = True
            lines.append("*")
        stars = "**" if parameter.kind is parameter.VAR_KEYWORD else ""
        given = ""
        if parameter.default is not parameter.empty:
            known = not callable(parameter.default)
            given = f" = {parameter.default!r}" if known else " = …"
        lines.append(f"{stars}{parameter.name}: {parameter.annotation}{given}")
    inside = "".join(f"    {line},\n" for line in lines)
    return f"geo.{name}(\n{inside}) -> {signature.return_annotation}"


def _text(thing: object) -> str:
    """Turn a numpydoc docstring into Markdown: its entries become a list."""
    first, *sections = re.split(HEADS, inspect.getdoc(thing) or "")
    parts = [_inline(first.strip())]
    for title, body in zip(sections[::2], sections[1::2], strict=True):
        parts += [f"**{title}**", _inline(_entries(body.strip("\n")))]
    return "\n\n".join(parts)


def _entries(body: str) -> str:
    """Make a list of a section: an entry's name, then what is indented below it."""
    lines = []
    for line in body.splitlines():
        if line and not line.startswith(" "):
            lines.append(f"- ``{line}``:")
        else:
            lines.append(line.removeprefix("    ") and f"  {line.removeprefix('    ')}")
    return "\n".join(lines)


def _inline(text: str) -> str:
    text = re.sub(r":\w+:`~?(?:[\w.]+\.)?(\w+)`", r"`\1`", text)
    return re.sub(r"``([^`]+)``", r"`\1`", text)
