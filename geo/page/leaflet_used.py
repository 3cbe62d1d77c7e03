"""What our own pages use of Leaflet: the declarations that they reach, and no others.

Leaflet's source as a module is a row of statements, each of which begins at the margin:
declarations, and calls and assignments that add to what was declared.  All that is
reached from the names that our modules use is kept; what adds controls, popups or the
like to the map is not.
"""

from __future__ import annotations

import re

LEFT_OUT = {
    *("Attribution", "Canvas", "Control", "DivOverlay", "GeoJSON", "GridLayer"),
    *("Icon", "ImageOverlay", "Layers", "Marker", "Popup", "Scale", "Tooltip"),
    *("Zoom", "vmlMixin"),
}
"""What no page of ours shows; nor is what adds it to the map kept."""

_MAKERS = {"attribution", "canvas", "control", "layers", "scale", "zoom"}
"""Functions that make what is left out, called like variables of other functions.

``canvas`` is called by maps that prefer it, which ours do not; the others by no one.
"""

_COMMENT = re.compile(r"^/\*.*?\*/|^[ \t]*//[^\n]*", re.DOTALL | re.MULTILINE)
_STATEMENT = re.compile(
    r"^(?![\s})\]]).+?(?=\n(?![\s})\]])|\Z)", re.DOTALL | re.MULTILINE
)
_DECLARED = re.compile(r"(?:function|var) ([\w$]+)")
_ADDED_TO = re.compile(r"([\w$]+)[.\[]|if \(.*?(?:\n\t|\{\n\t)([\w$]+)[ .]", re.DOTALL)
_NAME = re.compile(r"(?<![\w$.])[A-Za-z_$][\w$]*")
_TEXT = re.compile(r"'[^'\n]*'")
_MEMBER = re.compile(r"\bL\.(\w+)")
_EXPORTS = re.compile(r"^export \{ (.*?) \};", re.MULTILINE)


def used_of_leaflet(source: str, script: str) -> str:
    """Return the statements of Leaflet's module that a script needs, and ``L`` of them.

    ``source`` is ``leaflet-src.esm.js``; ``script`` uses members of ``L``.
    """
    body, exports = _EXPORTS.split(source, maxsplit=1)[:2]
    used = set(_MEMBER.findall(script))
    members = {
        as_name or name: name
        for name, _, as_name in (one.partition(" as ") for one in exports.split(", "))
        if (as_name or name) in used
    }
    statements = _STATEMENT.findall(_COMMENT.sub("", body))
    kept = _reached(statements, set(members.values()))
    rest = "\n".join(statements[at] for at in sorted(kept))
    face = ", ".join(f"{key}: {name}" for key, name in members.items())
    return f"{rest}\nwindow.L = {{ {face} }};\n"


def _reached(statements: list[str], used: set[str]) -> set[int]:
    """Return the places of the statements that are reached from what is used."""
    declared = {found[1] for one in statements if (found := _DECLARED.match(one))}
    by_name: dict[str, list[int]] = {}
    for at, statement in enumerate(statements):
        if _DECLARED.match(statement) or not _names(statement) & LEFT_OUT:
            by_name.setdefault(_subject(statement), []).append(at)
    reached: set[int] = set()
    waiting, seen = set(used), LEFT_OUT | _MAKERS
    while waiting:
        name = waiting.pop()
        seen.add(name)
        for at in by_name.get(name, ()):
            reached.add(at)
            waiting |= _names(statements[at]) & declared - seen
    return reached


def _subject(statement: str) -> str:
    """Return the name that a statement declares or adds to."""
    found = _DECLARED.match(statement) or _ADDED_TO.match(statement)
    if not found:
        raise ValueError(
            f"a statement of Leaflet that adds to nothing: {statement[:60]}"
        )
    return next(name for name in found.groups() if name)


def _names(statement: str) -> set[str]:
    return set(_NAME.findall(_TEXT.sub("", statement)))
