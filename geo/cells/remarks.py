"""What people write beside a number and is no part of it: ``2000*``, ``1250[12]``.

A footnote's mark is left out, and so is a remark after a semicolon, a comma, a dash or
in brackets, if it takes nothing from the number: ``120 troops; no plans to withdraw``.
One with a number of its own must say that it is a part (``1 252, dont 1 242
militaires``); one that begins as a plan, a sum or a doubt does, or that multiplies, is
no remark.  The caller keeps the whole text as a note.
"""

from __future__ import annotations

import re

from geo.cells.figure_words import MULTIPLIERS, PEOPLE
from geo.cells.in_words import folded

_MARKS = re.compile(
    r"^[*†‡§]+\s*|(?<=\w)\s*(?:[*†‡§]+|[¹²³⁰⁴-⁹ᵃ-ᶻ]+|\[\s*(?:\w{1,3}|note \d+)\s*\]"
    r"|\(\s*[a-z*]\s*\)|\s[a-z]/)(?=[\s;,]|$|\[)",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"(?P<head>[^;(]*?\d[^;(]*?)(?:\s*;\s*|,\s+(?=[^\W\d])|\s+[-–—]\s+(?=[^\W\d])"
    r"|\s*\((?=[^()]*\)$))(?P<remark>.+)",
    re.DOTALL,
)
_PART = re.compile(
    r"(of which|of whom|of them|including|incl?|dont|y compris|davon|darunter|inkl"
    r"|einschlie(ss|ß)lich|de los cuales|de ellos|incluidos|w tym|з них|у тому числі"
    r"|в т\.? ?ч)\b"
)
_KINDS = re.compile(
    r"\b(?:non-?combat|combat|ground|land|armed|uniformed|military|infantry|army"
    r"|peacekeeping|professional|regular|active)\s+(?="
    + "|".join(sorted(map(re.escape, PEOPLE), key=len, reverse=True))
    + ")"
)
# With what begins a text that takes from the number, or adds to it.
_TURNING = (
    "planned plan planning not nor plus and or to up rising withdrawn withdrew former"
    " no withdrawing withdraws formerly previously proposed requested pending per each"
    " percent prevu prevus prevue prevues non pas et ou geplant nicht und oder"
    " planificado planificados y o planowane nie i lub заплановано не та або"
    " cancelled canceled suspended estimated target maximum minimum"
)
_TURNS = frozenset(_TURNING.split())
_TAKES_NOTHING = re.compile(r"no (plans?|change|intention|combat)\b")


def without_remark(text: str) -> str | None:
    """Return a figure's text without what stands beside it; None if there is nothing.

    What is returned may be no figure; who reads it finds out.
    """
    kept = _MARKS.sub("", text.strip()).strip()
    match = _REMARK.fullmatch(kept)
    if match:
        if not _takes_nothing(folded(match["remark"])):
            return None
        kept = match["head"].strip()
    kept = _KINDS.sub("", kept)
    return kept if kept != text.strip() else None


def _takes_nothing(remark: str) -> bool:
    words = re.findall(r"[^\W\d_]+|[%€$£]", remark)
    if not words or not MULTIPLIERS.keys().isdisjoint(words):
        return False
    if words[0] in _TURNS and not _TAKES_NOTHING.match(remark):
        return False
    if any(sign in remark for sign in "%€$£"):
        return False
    return not any(c.isdecimal() for c in remark) or _PART.match(remark) is not None
