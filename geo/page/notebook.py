"""How a map shows itself in a notebook: alive in a frame, still where nothing runs."""

from __future__ import annotations

import base64
import re
import struct
from html import escape
from typing import Any

# The page runs its own scripts, saves files and opens its sources, and can reach
# nothing of the notebook it stands in.
SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
_UNSAFE = re.compile(r"[{}]|[^\x00-\x9f]")
WIDTH, HEIGHT = "100%", "760px"

Bundle = tuple[dict[str, str], dict[str, dict[str, Any]]]


def frame(page: str, title: str, width: str = WIDTH, height: str = HEIGHT) -> str:
    """Return a frame that holds a whole page and reaches nothing round it.

    branca may read what it is given as a template: no brace of the page's text is left
    as it is.
    """
    return (
        f'<iframe title="{_attribute(title)}" sandbox="{SANDBOX}"'
        f' style="display:block;border:0;width:{width};height:{height}"'
        f' srcdoc="{_attribute(page)}"></iframe>'
    )


def _attribute(text: str) -> str:
    """Escape a text, in ASCII: the page round it may say another encoding, or none.

    Control characters from U+0080 to U+009F stay: HTML takes their references for
    other characters.
    """
    return _UNSAFE.sub(lambda found: f"&#{ord(found[0])};", escape(text))


def bundle(framed: str, text: str, png: bytes | None, scale: float) -> Bundle:
    """Return a map in every form that a notebook may need, as Jupyter asks for it.

    ``framed`` is its page in a frame, where it survives that the notebook is turned
    into another document; ``text`` is for a terminal.  ``png`` is for PDF and for what
    shows no HTML, None if there is none: so many of its pixels as ``scale`` are one of
    CSS.
    """
    data = {"text/html": framed, "text/plain": text}
    metadata: dict[str, dict[str, Any]] = {}
    if png is not None:
        data["image/png"] = base64.b64encode(png).decode("ascii")
        # Width and height stand in a PNG at byte 16.
        sides = struct.unpack(">II", png[16:24])
        width, height = (round(side / scale) for side in sides)
        metadata["image/png"] = {"width": width, "height": height, "alt": text}
    return data, metadata
