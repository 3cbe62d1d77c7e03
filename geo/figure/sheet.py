"""A sheet as it is handed out: its texts, and its forms for web, screen and print."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from geo.figure.document import with_letters
from geo.figure.render import CSS_PX_PER_IN

FORMATS = ("svg", "png", "pdf")
CARD_SCALE = 2
NOTEBOOK_SCALE = 2


@dataclass(frozen=True)
class Sheet:
    """One sheet: SVG text, and from it PNG and PDF, each the same bytes every time.

    ``name`` is that of its files without ending, ``alt`` its alternative text,
    ``drawn`` the SVG without the letters that it uses.  ``draw_card`` gives the SVG of
    its card, which few ask for; ``lacking`` are the characters that its typefaces do
    not have.
    """

    name: str
    title: str
    alt: str
    language: str
    width_px: int
    drawn: str
    draw_card: Callable[[], str]
    lacking: str = ""

    @cached_property
    def svg(self) -> str:
        """The SVG text, with the letters that it uses."""
        return with_letters(self.drawn)

    def png(self, scale: float = 1.0) -> bytes:
        """Return a PNG of ``scale`` pixels to one of CSS."""
        from geo.figure.render import as_png

        return as_png(self.drawn, scale)

    def card(self) -> bytes:
        """Return the PNG of 1200 × 630 pixels that a link shows in a feed."""
        from geo.figure.render import as_png

        return as_png(self.draw_card(), CARD_SCALE)

    def pdf(self) -> bytes:
        """Return a PDF of one page, tagged, with its fonts and alternative text."""
        from geo.figure.render import as_pdf

        return as_pdf(
            self.drawn,
            title=self.title,
            alt=self.alt,
            language=self.language,
            width_px=self.width_px,
        )

    def files(
        self, formats: tuple[str, ...] = FORMATS, dpi: int | None = None
    ) -> dict[str, bytes]:
        """Return what is to be saved, by file name: formats and the alternative text.

        PNG is three files: at one and at two pixels to one of CSS, and the card; with
        ``dpi`` one of that resolution stands for the first two.
        """
        made: dict[str, bytes] = {}
        if "svg" in formats:
            made[f"{self.name}.svg"] = self.svg.encode("utf-8")
        if "png" in formats:
            scales = {"": 1.0, "@2x": 2.0}
            if dpi is not None:
                scales = {f"-{dpi}dpi": dpi / CSS_PX_PER_IN}
            for which, scale in scales.items():
                made[f"{self.name}{which}.png"] = self.png(scale)
            made[f"{self.name}-card.png"] = self.card()
        if "pdf" in formats:
            made[f"{self.name}.pdf"] = self.pdf()
        made[f"{self.name}.txt"] = f"{self.alt}\n".encode()
        return made

    def _repr_mimebundle_(
        self, **_asked: object
    ) -> tuple[dict[str, str], dict[str, dict[str, object]]]:
        """Show the sheet in a notebook, and in what the notebook is turned into.

        PNG is what all of them show: for an SVG among these nbconvert would ask for
        Inkscape to make LaTeX, and pandoc shows a PDF among them on web pages.
        """
        png = base64.b64encode(self.png(NOTEBOOK_SCALE)).decode("ascii")
        data = {"image/png": png, "text/plain": self.alt}
        return data, {"image/png": {"width": self.width_px, "alt": self.alt}}
