"""Numbers written out in English and French, from zero to 999,999.

A run of words is read loosely, as a sum and product of its parts, and accepted only if
the number found is written in just those words.  So ``twenty-five thousand`` is read
and ``four five``, which adds up to nine, is not.
"""

from __future__ import annotations

from collections.abc import Callable


def _words(text: str) -> list[str]:
    return text.split()


_ENGLISH = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen"
)
_ENGLISH_TENS = _words("_ ten twenty thirty forty fifty sixty seventy eighty ninety")
_FRENCH = _words(
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize"
    " quatorze quinze seize dix-sept dix-huit dix-neuf"
)
_FRENCH_TENS = _words("_ dix vingt trente quarante cinquante soixante")

# One spelling of each word, and the words that only join.
_SAME = {"une": "un", "cents": "cent", "vingts": "vingt"}
_JOINING = {"and", "et"}


def number_in_words(words: list[str]) -> int | None:
    """Give the number that ``words`` (folded, no hyphens) say; ``None`` if none."""
    said = [_SAME.get(word, word) for word in words if word not in _JOINING]
    if said[:1] == ["a"] and len(said) > 1:
        said[0] = "one"
    for numerals, spell in ((_ENGLISH_VALUES, _english), (_FRENCH_VALUES, _french)):
        number = _add_up(said, numerals)
        if number is not None and _words_of(number, spell) == said:
            return number
    return None


def is_number_word(word: str) -> bool:
    """Tell whether ``word`` (folded) can be part of a number."""
    word = _SAME.get(word, word)
    return word in _ENGLISH_VALUES or word in _FRENCH_VALUES or word in _JOINING


def _values(units: list[str], tens: list[str], more: dict[str, int]) -> dict[str, int]:
    found = {word: value for value, word in enumerate(units) if "-" not in word}
    found.update((word, 10 * ten) for ten, word in enumerate(tens) if ten)
    return {**found, **more}


_ENGLISH_VALUES = _values(_ENGLISH, _ENGLISH_TENS, {"hundred": 100, "thousand": 1000})
_FRENCH_VALUES = _values(_FRENCH, _FRENCH_TENS, {"cent": 100, "mille": 1000})


def _add_up(words: list[str], values: dict[str, int]) -> int | None:
    total = part = 0
    for place, word in enumerate(words):
        value = values.get(word)
        if value is None:
            return None
        if value == 1000:
            total, part = total + max(part, 1) * 1000, 0
        elif value == 100:
            part = max(part, 1) * 100
        elif word == "vingt" and words[place - 1 : place] == ["quatre"]:
            part += 76
        else:
            part += value
    return total + part if words else None


def _words_of(number: int, spell: Callable[[int], str]) -> list[str]:
    if number > 999_999:
        return []
    return spell(number).replace("-", " ").split()


def _english(number: int) -> str:
    if number < 20:
        return _ENGLISH[number]
    if number < 100:
        return _joined(_ENGLISH_TENS[number // 10], number % 10, _english)
    if number < 1000:
        return _joined(f"{_ENGLISH[number // 100]} hundred", number % 100, _english)
    return _joined(f"{_english(number // 1000)} thousand", number % 1000, _english)


def _french(number: int) -> str:
    if number < 20:
        return _FRENCH[number]
    if number < 100:
        ten = min(number // 10, 8)
        if ten == 7:
            return f"soixante {_FRENCH[number - 60]}"
        name = "quatre vingt" if ten == 8 else _FRENCH_TENS[ten]
        return _joined(name, number - 10 * ten, _french)
    for size, name in ((1000, "mille"), (100, "cent")):
        if number >= size:
            count = "" if number < 2 * size else f"{_french(number // size)} "
            return _joined(f"{count}{name}", number % size, _french)
    raise AssertionError(number)


def _joined(name: str, rest: int, spell: Callable[[int], str]) -> str:
    return f"{name} {spell(rest)}" if rest else name
