"""The letters that a figure uses, put into the SVG, so that it looks alike anywhere."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable

from geo.figure.fonts import FACES, Face, read_face


def font_rules(texts: Iterable[str]) -> str:
    """Return ``@font-face`` rules that hold the letters of some texts.

    They stand uncompressed, since every build of zlib packs otherwise.
    """
    letters = "".join(sorted(set("".join(texts))))
    return "".join(_rule(face, letters) for face in FACES)


def _rule(face: Face, letters: str) -> str:
    data = base64.b64encode(subset(face, letters)).decode("ascii")
    return (
        f"@font-face{{font-family:'{face.family}';font-weight:{face.weight};"
        f"src:url(data:font/ttf;base64,{data})}}"
    )


def subset(face: Face, letters: str) -> bytes:
    """Return a font file that holds only some letters of a face."""
    from fontTools.subset import Options, Subsetter

    options = Options(
        hinting=False,
        layout_features=[],
        name_IDs=[1, 2],
        notdef_outline=True,
        drop_tables=["GPOS", "GSUB", "GDEF", "DSIG", "FFTM"],
    )
    chosen = Subsetter(options)
    chosen.populate(text=letters)
    file = io.BytesIO()
    with read_face(face) as font:
        chosen.subset(font)
        font.save(file)
    return file.getvalue()
