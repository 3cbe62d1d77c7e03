"""How a map shows itself in a notebook: alive in a frame, still where nothing runs."""

from __future__ import annotations

import base64
import struct
from html import escape
from typing import Any

# The page runs its own scripts, saves files and opens its sources, and can reach
# nothing of the notebook it stands in.
SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
HEIGHT_PX = 760

Bundle = tuple[dict[str, str], dict[str, dict[str, Any]]]


def bundle(page: str, title: str, text: str, png: bytes | None, scale: float) -> Bundle:
    """Give a map in every form that a notebook may need, as Jupyter asks for it.

    Parameters
    ----------
    page
        The map's page; it stands whole in the frame, so that it survives where the
        notebook is turned into another document.
    title
        The frame's name for a screen reader.
    text
        The map in words, for a terminal.
    png
        A still picture, for PDF and for what shows no HTML; None if there is none.
    scale
        How many of its pixels are one of CSS.
    """
    frame = (
        f'<iframe title="{escape(title)}" sandbox="{SANDBOX}" width="100%"'
        f' height="{HEIGHT_PX}" style="border:0" srcdoc="{escape(page)}"></iframe>'
    )
    data = {"text/html": frame, "text/plain": text}
    metadata: dict[str, dict[str, Any]] = {}
    if png is not None:
        data["image/png"] = base64.b64encode(png).decode("ascii")
        # Width and height stand in a PNG at byte 16.
        sides = struct.unpack(">II", png[16:24])
        width, height = (round(side / scale) for side in sides)
        metadata["image/png"] = {"width": width, "height": height, "alt": text}
    return data, metadata
