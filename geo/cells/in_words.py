"""Figures without digits: ``Four``, ``trois mille hommes``, ``several hundred``."""

from __future__ import annotations

import re

from geo.cells.figure_words import PEOPLE, ROUND, VAGUE, VAGUE_WITH
from geo.cells.letters import fold, plain
from geo.cells.number_words import is_number_word, number_in_words

LONGEST = 200

_ROUND = rf"\bune? ({'|'.join(ROUND)})\b"


def folded(text: str) -> str:
    """Give ``text`` as the words of ``figure_words.py`` are written."""
    return fold(plain(text))


def with_digits(written: str) -> str:
    """Put digits for the number words in ``written``, if they are just one number.

    Two runs of them (``two to three thousand``) stay, since the second's thousand may
    belong to both.
    """
    if match := re.search(_ROUND, written):
        before = written[: match.start()] or "environ "
        return f"{before}{ROUND[match[1]]}{written[match.end() :]}"
    words = written.replace("-", " ").split()
    runs = _runs(words)
    if len(runs) != 1 or words == ["un"] or words == ["une"]:
        return written
    begin, end = runs[0]
    number = number_in_words(words[begin:end])
    if number is None:
        return written
    return " ".join((*words[:begin], str(number), *words[end:]))


def is_vague(written: str) -> bool:
    """Tell whether ``written`` is a quantity in words that gives no number."""
    words = re.findall(r"[^\s'-]+", written)
    people_aside = [_without_people(word) for word in words]
    return any(word in VAGUE for word in people_aside) and all(
        word in VAGUE or word in VAGUE_WITH for word in people_aside
    )


def _runs(words: list[str]) -> list[tuple[int, int]]:
    """Give the beginning and end of each run of number words."""
    runs: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        article = word == "a" and words[place + 1 : place + 2] in (
            ["hundred"],
            ["thousand"],
        )
        if not article and not is_number_word(word):
            continue
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _without_people(word: str) -> str:
    """Drop the counter of Japanese and Korean, which stands without a space."""
    return word[:-1] if len(word) > 1 and word[-1] in PEOPLE else word
