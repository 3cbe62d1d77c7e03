"""Figures without digits: ``Four``, ``trois mille hommes``, ``several hundred``."""

from __future__ import annotations

import re

from geo.cells.figure_words import (
    ALONE,
    ARTICLES,
    NUMBERS,
    PEOPLE,
    ROUND,
    VAGUE,
    VAGUE_WITH,
)
from geo.cells.letters import fold, plain

LONGEST = 200

_ROUND = rf"\bune? ({'|'.join(ROUND)})\b"


def folded(text: str) -> str:
    """Return ``text`` as the words of ``figure_words.py`` are written."""
    return fold(plain(text))


def with_digits(written: str) -> str:
    """Put digits for the number word in ``written``, if there is just one.

    Several of them (``two to three thousand``, ``cent vingt``) stay: how they add up
    is for the writer to say in digits.
    """
    if match := re.search(_ROUND, written):
        before = written[: match.start()] or "environ "
        return f"{before}{ROUND[match[1]]}{written[match.end() :]}"
    for numbers in (NUMBERS, ALONE):
        found = list(re.finditer(rf"(?<![\w-])({'|'.join(numbers)})(?![\w-])", written))
        if len(found) == 1 and written not in ARTICLES:
            begin, end = found[0].span()
            return f"{written[:begin]}{numbers[found[0][1]]}{written[end:]}"
        if found:
            break
    return written


def is_vague(written: str) -> bool:
    """Return whether ``written`` is a quantity in words that gives no number."""
    words = re.findall(r"[^\s'-]+", written)
    people_aside = [_without_people(word) for word in words]
    return any(word in VAGUE for word in people_aside) and all(
        word in VAGUE or word in VAGUE_WITH for word in people_aside
    )


def _without_people(word: str) -> str:
    """Drop the counter of Japanese and Korean, which stands without a space."""
    return word[:-1] if len(word) > 1 and word[-1] in PEOPLE else word
