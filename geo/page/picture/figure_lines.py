"""The lines in which figures are said on the map: as ``geo/web/figures_layer.js``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geo.page.wording import Wording
from geo.tables.records import Figure

# Words of a table that are written on the map; the panel has them whole.
LONGEST_WORDS = 36

Said = tuple[str, bool]
"""A statement's row with a figure, and whether the figure is weak."""

Lines = tuple[str, ...]


def said_of(rows: Sequence[Said], say: Wording) -> tuple[Lines, Lines]:
    """Give the lines that say figures in full, and those that say them shortly."""
    full, shortly = [], []
    for row, weak in rows:
        figure = say.loaded.statements[row].figure or Figure()
        words = figure.words and _clipped(figure.words)
        number = say.figure_number(replace(figure, words=words))
        doubt = say.say("strength.weak") if weak else ""
        full.append((number, say.figure_meaning(figure), doubt))
        shortly.append((number, say.figure_short(figure, weak=weak)))
    return _parted(full), _parted(shortly)


def _parted(figures: Sequence[Lines]) -> Lines:
    """Put the lines of figures together, a mark at the end of all but the last."""
    lines: list[str] = []
    for said in figures:
        if lines:
            lines[-1] += ";"
        lines += (line for line in said if line)
    return tuple(lines)


def _clipped(words: str) -> str:
    """Give words as the map has room for them."""
    if len(words) <= LONGEST_WORDS:
        return words
    cut = words[:LONGEST_WORDS]
    return f"{cut[: max(0, cut.rfind(' '))] or cut}…"
