"""A text of others inside a sentence of ours: none of our words is turned by it."""

from __future__ import annotations

import re

# As in geo/web/common/isolated.js: letters that run from right to left, and characters
# that turn what follows them.
TURNING = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# As in geo/web/common/stacked.js: more marks on a letter than any language has.
STACKED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0610-\u061a\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4}"
)
_FIRST_STRONG, _END = "\u2068", "\u2069"
# What ends each that turns: WebKit's drawings go on turning beyond the end of a whole.
_ENDS = dict.fromkeys("\u2066\u2067\u2068", _END) | dict.fromkeys(
    "\u202a\u202b\u202d\u202e", "\u202c"
)


def isolated(text: str) -> str:
    """Return a text as it may stand in a sentence; most turn nothing and stay."""
    if not TURNING.search(text):
        return text
    ends, kept = [_END], [_FIRST_STRONG]
    for character in text:
        if character == _END:
            if ends.count(_END) == 1:
                continue  # an end without a beginning would be that of the whole
            while ends[-1] != _END:
                kept.append(ends.pop())
        if character == ends[-1]:
            ends.pop()
        elif character in _ENDS:
            ends.append(_ENDS[character])
        kept.append(character)
    return "".join([*kept, *reversed(ends)])
