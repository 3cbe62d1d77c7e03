"""What a cell proves of comma and point in its column of figures.

``numerals.py`` says which cells are certain.  A cell that is not understood as a whole,
such as ``460 (planned 3,000)``, proves nothing.  What one mark means, the other does
not: ``1,5 k`` says that the comma marks decimals, so ``1.776`` beside it is 1776.
"""

from __future__ import annotations

from geo.cells.below_zero import parted
from geo.cells.figure_parts import qualifier_of, split_figure
from geo.cells.in_words import LONGEST, folded
from geo.cells.numerals import Separators
from geo.cells.refused import Refused


def evidence(text: str, *, is_whole: bool = True) -> frozenset[Separators]:
    """Return what the cell proves by itself about comma and point.

    ``is_whole`` tells that the column counts in whole numbers.
    """
    unmarked = text.isascii() and "," not in text and "." not in text
    if unmarked or len(text) > LONGEST:
        return frozenset()
    parts = split_figure(folded(parted(text)[1]))
    if isinstance(parts, Refused) or isinstance(qualifier_of(parts), Refused):
        return frozenset()
    proofs = (
        a.numeral.evidence(multiplied=a.multiplied or not is_whole)
        for a in parts.amounts
    )
    return frozenset(proof for proof in proofs if proof)
