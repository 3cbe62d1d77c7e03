"""From the SVG text to pixels and to a tagged PDF: no browser, no system font."""

from __future__ import annotations

import re
import shutil
import struct
import tempfile
import zlib
from importlib.resources import files
from pathlib import Path

from geo.figure.fonts import FACES

CSS_PX_PER_IN = 96
CSS_PX_PER_PT = CSS_PX_PER_IN / 72
_IN_PER_M = 1 / 0.0254
# The signature of a PNG and its first chunk, IHDR, are always as long as this.
_PNG_HEAD_BYTES = 8 + 25
HELD = re.compile(r' textLength="[\d.]+" lengthAdjust="\w+"')


def as_png(svg: str, scale: float = 1.0) -> bytes:
    """Draw an SVG document at ``scale`` pixels to one of CSS.

    The PNG says its resolution, by which word processors know how wide to set it.
    """
    import resvg_py

    png = bytes(
        resvg_py.svg_to_bytes(
            svg_string=unheld(svg),
            zoom=scale,
            skip_system_fonts=True,
            font_files=[str(face.path) for face in FACES],
        )
    )
    head, rest = png[:_PNG_HEAD_BYTES], png[_PNG_HEAD_BYTES:]
    return head + _resolution(scale * CSS_PX_PER_IN) + rest


def _resolution(dpi: float) -> bytes:
    """Return the chunk pHYs: pixels to the metre, across and down."""
    per_m = round(dpi * _IN_PER_M)
    chunk = b"pHYs" + struct.pack(">IIB", per_m, per_m, 1)
    return struct.pack(">I", 9) + chunk + struct.pack(">I", zlib.crc32(chunk))


def as_pdf(svg: str, *, title: str, alt: str, language: str, width_px: int) -> bytes:
    """Set an SVG document as a PDF page of its size.

    The page conforms to PDF/UA-1: it is one figure with an alternative text, its
    fonts are embedded, its text is text.  No date is written, so that the same figure
    is the same file.
    """
    import typst

    with tempfile.TemporaryDirectory() as folder:
        # A folder of our own: typst reads all fonts of a folder, and takes the first
        # of a name, in the order in which the disk has them.
        for face in FACES:
            shutil.copyfile(face.path, Path(folder) / face.file)
        fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[folder],
        )
        page = typst.compile(
            (files(__package__) / "page.typ").read_bytes(),
            format="pdf",
            font_paths=fonts,
            pdf_standards="ua-1",
            sys_inputs={
                "svg": unheld(svg),
                "title": title,
                "alt": alt,
                "language": language,
                "width": f"{width_px / CSS_PX_PER_PT:g}",
            },
        )
    return bytes(page)


def unheld(svg: str) -> str:
    """Take out the widths that hold lines of other faces: these are set in ours."""
    return HELD.sub("", svg)
