"""Letters, digits and dashes brought to one form before a cell is read.

Only forms that mean the same are brought together.  Unicode's compatibility mapping
(NFKC) is not used: it turns the footnote mark of ``3000²`` into a digit.
"""

from __future__ import annotations

import unicodedata

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_APOSTROPHES = "'\u2018\u2019\u02bc\u02b9\u00b4\u0060\uff07"
_SAME = str.maketrans(
    {
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_APOSTROPHES, "'"),
        "\uff0c": ",",
        "\uff0e": ".",
        "\uff0f": "/",
        "\uff0b": "+",
        "\uff1e": ">",
        "\uff1c": "<",
        "\uff08": "(",
        "\uff09": ")",
        "\uff1f": "?",
        "\uff5e": "~",
        "\u301c": "~",
    }
)


def plain(text: str) -> str:
    """Return ``text`` with ASCII digits, one dash, one apostrophe and plain spaces.

    Digits of every script (Arabic-Indic, Devanagari, full-width, ...) become ASCII;
    spaces of every width become U+0020, but line breaks and tabs stay, since they
    part two things; marks without width or shape of their own are dropped.  The ends
    are stripped.
    """
    if text.isascii():
        return text.translate(_SAME).strip()
    return "".join(_plain(c) for c in text.translate(_SAME)).strip()


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Zs":
        return " "
    return "" if category == "Cf" else character


def fold(text: str) -> str:
    """Return ``text`` without case and accents, for looking words up."""
    if text.isascii():
        return text.casefold()
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


# Latin letters that stand for sounds or styles: no name of a country has them.
_LOOKALIKES = ((0x0250, 0x02AF), (0x1D00, 0x1DBF), (0xFF21, 0xFF5A))
# Alphabets whose letters look like each other's.
_ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"})


def odd_letters(text: str) -> tuple[str, ...]:
    """Name the letters of a word that look like those of its own script and are not.

    ``Fr\u0430nce`` gives ``U+0430 CYRILLIC SMALL LETTER A``.  A text in one script has
    none.
    """
    letters = [c for c in text if c.isalpha()]
    scripts = [unicodedata.name(c, "?").partition(" ")[0] for c in letters]
    usual = max(sorted(set(scripts)), key=scripts.count, default="")
    odd = (
        c
        for c, script in zip(letters, scripts, strict=True)
        if ({script, usual} <= _ALPHABETS and script != usual)
        or any(first <= ord(c) <= last for first, last in _LOOKALIKES)
    )
    named = (f"U+{ord(c):04X} {unicodedata.name(c, '')}".strip() for c in odd)
    return tuple(dict.fromkeys(named))
