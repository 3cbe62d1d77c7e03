"""Numbers below zero as people write them: ``-3.5``, ``−3.5``, ``(3.5)``; ``±0``.

These marks say where a number lies, so none of them is a sign of what is counted.
"""

from __future__ import annotations

import re

_MINUS = "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
MARKS = f"{_MINUS}+±()"
_BEFORE = re.compile(rf"\s*([{_MINUS}+±])\s?(?=\W?\d)")
_BRACKETS = re.compile(r"\s*\(\s*(\W?\d[^()]*)\)\s*")


def parted(text: str) -> tuple[str, str]:
    """Return the mark before a number, and the rest of the cell.

    The mark is ``-``, ``+`` or ``±``; blank if there is none.  ``(3.5)`` is how
    accounts write ``-3.5``.
    """
    if match := _BEFORE.match(text):
        mark = "-" if match[1] in _MINUS else match[1]
        return mark, text[match.end() :]
    if match := _BRACKETS.fullmatch(text):
        return "-", match[1].strip()
    return "", text


def without_marks(sign: str) -> str:
    """Return what stands beside a number without the marks around it."""
    return sign.strip(f"{MARKS} ")
