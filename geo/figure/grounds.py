"""A plain ground under each pattern.

Word processors draw the lines of a pattern and forget its ground; so the ground is laid
first, as a shape of its own, and the pattern over it.
"""

from __future__ import annotations

import re
from copy import deepcopy

from geo.figure.style import colour
from geo.page.markup import Node

_PATTERN = re.compile(r"url\(#(stripes|weak|grey)-?(\w*)\)")


def lay_grounds(root: Node, *, grey: bool = False) -> None:
    """Put a shape of the ground's colour before each shape with a pattern, in place."""
    for parent in list(root.iter()):
        if parent.tag == "pattern":
            parent.remove(parent[0])
            continue
        for child in list(parent):
            found = _PATTERN.fullmatch(child.get("fill", ""))
            if found:
                ground = deepcopy(child)
                for name in [k for k in ground.attrib if k.startswith("data-")]:
                    del ground.attrib[name]
                ground.set("fill", _ground(found[1], found[2], grey=grey))
                ground.set("stroke", "none")
                parent.insert(list(parent).index(child), ground)


def _ground(kind: str, status: str, *, grey: bool) -> str:
    if kind == "weak":
        return colour(status, grey=grey)
    return colour("land" if kind == "stripes" else "paper", grey=grey)
