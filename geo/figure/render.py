"""From the SVG text to pixels and to a tagged PDF: no browser, no system font."""

from __future__ import annotations

import re
import shutil
import tempfile
from importlib.resources import files
from pathlib import Path

from geo.figure.fonts import FACES

CSS_PX_PER_PT = 96 / 72
HELD = re.compile(r' textLength="[\d.]+" lengthAdjust="\w+"')


def as_png(svg: str, scale: float = 1.0) -> bytes:
    """Draw an SVG document at ``scale`` pixels to one of CSS."""
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=unheld(svg),
            zoom=scale,
            skip_system_fonts=True,
            font_files=[str(face.path) for face in FACES],
        )
    )


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
