"""A plain ground under each pattern.

Word processors draw the lines of a pattern and forget its ground; so the ground is laid
first, as a shape of its own, and the pattern over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from geo.figure.style import custom
from geo.page.markup import Node
from geo.vocabulary.statuses import SHIPPED, Lines, Registry

_PATTERN = re.compile(r"url\(#(stripes|weak|grey)-?([\w-]*)\)")


def lay_grounds(
    root: Node, *, grey: bool = False, statuses: Registry = SHIPPED
) -> None:
    """Put shapes of the ground's colour under each shape with a pattern, in place.

    The patterns themselves, whose first mark is their ground, keep the others.
    """
    for parent in list(root.iter()):
        if parent.tag == "pattern":
            parent.remove(parent[0])
            continue
        for child in list(parent):
            found = _PATTERN.fullmatch(child.get("fill", ""))
            if not found:
                continue
            for fill in _grounds(found[1], found[2], statuses, grey=grey):
                parent.insert(list(parent).index(child), _under(child, fill))


def _under(shape: Node, fill: str) -> Node:
    ground = deepcopy(shape)
    for name in [name for name in ground.attrib if name.startswith("data-")]:
        del ground.attrib[name]
    ground.set("fill", fill)
    ground.set("stroke", "none")
    return ground


def _grounds(
    kind: str, status: str, statuses: Registry, *, grey: bool
) -> Iterator[str]:
    """Return what lies under a pattern, the lowest first."""
    known = statuses.painted.get(status)
    is_lined = known is not None and isinstance(known.grey, Lines)
    if kind == "stripes":
        yield custom("land", grey=grey)
    elif kind == "weak" and not (grey and is_lined):
        yield custom(f"status-{status}", grey=grey, statuses=statuses)
    else:
        yield custom("paper", grey=grey)
        if kind == "weak":
            yield f"url(#grey-{status})"
