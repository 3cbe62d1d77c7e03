"""Leaflet, from its package of the registry: the script, and the styles we use.

folium 0.20 uses Leaflet 1.9.3 and so do we; no copy of it is committed.
"""

from __future__ import annotations

import base64
import json
import re
from importlib.resources import files

from geo.page.leaflet_used import used_of_leaflet
from geo.page.script import minified_function

PACKAGE = "xstatic.pkg.leaflet"

# Rules for what our pages have: panes, vector layers, markers, tooltips of folium's
# own layers.  Left out: controls, popups' images and the rules for Internet Explorer,
# which HTML checkers refuse (`behavior`, `plus-lighter`) or which load files; and what
# keeps fingers from scrolling the page.
_USED = re.compile(
    r"\.leaflet-(pane|tile|marker|image|zoom-box|layer|container|overlay-pane"
    r"|shadow-pane|tooltip|popup|interactive|grab|dragging|crosshair|zoom-anim"
    r"|zoom-animated|zoom-hide|touch|fade-anim|map-pane|zoom-animated|div-icon)"
)
_UNWANTED = re.compile(
    r"behavior:|plus-lighter|\.lvml|leaflet-oldie|filter:|touch-action:"
)
_OF_CONTROLS = re.compile(r"url\(|leaflet-control")
_IMAGE = re.compile(r"url\(images/([\w.-]+)\)")
_RULE = re.compile(r"[^{}]+\{[^{}]*\}")
# Declarations for Internet Explorer; the rest of their rules is for everyone.
_OLD = re.compile(r"-ms-[^;}]*;")
# Leaflet tries by markup whether a browser has SVG, and a host may let no script write
# markup (Trusted Types): the same by elements.
_SVG_BY_MARKUP = re.compile(r"""\.innerHTML ?= ?(["'])<svg/>\1""")
_SVG_BY_ELEMENT = (
    '.append(document.createElementNS("http://www.w3.org/2000/svg","svg"))'
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def leaflet_script() -> str:
    """Return Leaflet's minified script, without the note that names its source map."""
    text = _SVG_BY_MARKUP.sub(_SVG_BY_ELEMENT, _file("leaflet.js"))
    return re.sub(r"\n?//# sourceMappingURL=.*\s*$", "\n", text)


def waiting_leaflet(script: str | None = None) -> str:
    """Return Leaflet as a function ``leaflet``, whole or what a script uses of it.

    It is run once there is time for it: the still picture is painted sooner so.
    """
    source = _file("leaflet-src.esm.js")
    licence_note = source[: source.index("*/") + 2]
    if script is None:
        body = f"(function () {{\n{leaflet_script()}}})"
    else:
        used = _SVG_BY_MARKUP.sub(_SVG_BY_ELEMENT, used_of_leaflet(source, script))
        body = minified_function(used)
    return f"{licence_note}\nvar leaflet = {body};\n"


def leaflet_style(*, controls: bool = False) -> str:
    """Return the rules of Leaflet's style sheet that our pages use.

    Where folium's ``controls`` may stand on the map, they come with all of theirs.
    """
    text = _COMMENT.sub("", _file("leaflet.css"))
    rules = [_OLD.sub("", rule) for rule in _RULE.findall(text)]
    kept = [
        " ".join(rule.split())
        for rule in rules
        if not _UNWANTED.search(rule)
        and (controls or (_USED.search(rule) and not _OF_CONTROLS.search(rule)))
    ]
    style = "\n".join(kept) + "\n"
    return _IMAGE.sub(lambda match: f"url({_image(match[1])})", style)


def marker_images() -> str:
    """Return the script that gives Leaflet's own marker its pictures."""
    images = {
        "iconUrl": "marker-icon.png",
        "iconRetinaUrl": "marker-icon-2x.png",
        "shadowUrl": "marker-shadow.png",
    }
    options = json.dumps({key: _image(name) for key, name in images.items()})
    return f'L.Icon.Default.imagePath = "";\nL.Icon.Default.mergeOptions({options});\n'


def _file(name: str) -> str:
    return (files(PACKAGE) / "data" / name).read_text(encoding="utf-8")


def _image(name: str) -> str:
    data = (files(PACKAGE) / "data" / "images" / name).read_bytes()
    return f"data:image/png;base64,{base64.b64encode(data).decode('ascii')}"
